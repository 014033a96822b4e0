## signin

signin-use-at-least-8-characters-15 = Use at least 8 characters; 15 or more are better.
