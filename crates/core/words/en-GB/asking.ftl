## asking

asking-what-i-would-like = {$happened}{"\u000A"}{"\u000A"}What I would like:{"\u000A"}{$wanted}
asking-telephone = {"\u000A"}{"\u000A"}Telephone: {$phone}
