## letter

letter-write-the-address-like-name = Write the address like name@example.org.
letter-test-letter = Test letter
letter-this-is-a-test-letter-mail = This is a test letter. Mail leaves Baton at {$trim_end_matches}.{"\u000A"}
letter-no-mail-server-is-set-set = No mail server is set. Set smtp.host in the settings, then restart Baton.
letter-not-now = Not now: {$why}
letter-refused = Refused: {$why}
letter-it-was-written-into-the-folder = It was written into the folder of letters.
letter-the-mail-server-took-it-for = The mail server took it for {$to}. See whether it arrives.
