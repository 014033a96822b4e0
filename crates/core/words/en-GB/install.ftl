## install

install-there-is-no-network-or-baton = There is no network, or Baton does not answer. What you sent meanwhile is kept.
install-waits-to-be-sent = Waits to be sent
install-it-is-sent-when-there-is = It is sent when there is a network again.
install-it-was-not-taken-things-have = It was not taken: things have changed. Open it and send it again.
install-you-can-still-read = You can still read
install-try-again = Try again
install-your-browser-runs-no-script-so = Your browser runs no script, so nothing is kept here for you.
install-you-are-offline = You are offline
install-what-was-opened = What was opened
install-discard = Discard
install-what-is-kept-here = What is kept here
install-you-are-offline-this-is-how = You are offline. This is how it was when you opened it last. {$link}
install-to-us = To us
install-new-case = New case
