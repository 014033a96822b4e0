## admit

admit-you-were-signed-out-what-you = You were signed out. What you sent was not done: sign in and send it again.
admit-what-you-sent-was-not-done = What you sent was not done: enter your password, then send it again.
