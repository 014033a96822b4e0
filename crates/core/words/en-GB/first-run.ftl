## first-run

first-run-this-is-not-the-token-that = This is not the token that Baton printed when it was started last.
first-run-to-be-described-what-it-does = To be described: what it does for the others.
first-run-what-was-just-written-is-not = what was just written is not there
