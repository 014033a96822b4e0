## sign-in

session-sign-in-e-mail-address = E-mail address
session-sign-in-enter-your-e-mail-address = Enter your e-mail address.
session-sign-in-password = Password
session-sign-in-enter-your-password = Enter your password.
session-sign-in-sign-in = Sign in
session-sign-in-check-your-e-mail-address-and = Check your e-mail address and password: they do not fit together.
session-sign-in-i-have-forgotten-my-password = I have forgotten my password

## own

session-own-end-a-session-that-you-do = End a session that you do not know, then change your password.
session-own-where-you-are-signed-in = Where you are signed in
session-own-end = End
session-own-unknown-browser = Unknown browser
session-own-this-one = (this one)
session-own-your-sessions = Your sessions
session-own-browser = Browser
session-own-signed-in = Signed in
session-own-last-used = Last used
session-own-end-it = End it
session-own-the-session-was-ended = The session was ended.

## everybody

session-everybody-administrators-see-the-sessions = Administrators see the sessions of others. Leave `whose` out for yours.
session-everybody-sessions-of-everybody-the-last = Sessions of everybody, the last used first
session-everybody-who = Who
session-everybody-browser = Browser
session-everybody-signed-in = Signed in
session-everybody-last-used = Last used
session-everybody-end-it = End it
session-everybody-to-shut-somebody-out-for-good = To shut somebody out for good, make them inactive in the directory: their sessions and tokens end with that.
session-everybody-sessions = Sessions
session-everybody-the-session-was-ended = The session was ended.

## code

session-code-code = Code
session-code-six-digits-from-your-app-or = Six digits from your app, or one of your recovery codes.
session-code-enter-the-code-that-your-app = Enter the code that your app shows.
session-code-begin-again-with-your-password = Begin again with your password: the code came too late, too often wrong, or from another browser.
session-code-sign-in = Sign in
session-code-you-have-lost-your-device-and = You have lost your device and your recovery codes? An administrator can reset your second step.
session-code-begin-again-as-somebody-else = Begin again as somebody else
session-code-enter-your-code = Enter your code
session-code-this-code-does-not-fit-each = This code does not fit. Each works once. Tries left: {$left}.

## confirmation

session-confirmation-your-password = Your password
session-confirmation-enter-your-password = Enter your password.
session-confirmation-go-on = Go on
session-confirmation-what-comes-next-needs-your = What comes next needs your password again, so that nobody else does it on a device that you left open.
session-confirmation-is-it-you = Is it you?
session-confirmation-this-is-not-your-password = This is not your password.
session-confirmation-this-code-does-not-fit-each = This code does not fit. Each works once: wait for the next one.

## passkey

session-passkey-sign-in-with-a-passkey = Sign in with a passkey
session-passkey-show-it-with-a-passkey = Show it with a passkey
session-passkey-this-passkey-is-not-yours = This passkey is not yours. Use your own, or your password.
session-passkey-your-organisation-asks-for-more = Your organisation asks for more than that. Sign in with your passkey or by the single sign-on. If you have lost it, an administrator can reset your second step.

## sso

session-sso-sign-in-with = Sign in with {$name}
session-sso-go-on-to = Go on to {$name}
session-sso-you-are-on-your-way-to = You are on your way to {$name}
session-sso-you-are-not-signed-in = You are not signed in
session-sso-back-to-signing-in = Back to signing in
session-sso-it-took-too-long-or-was = This took too long, was used before, or was begun in another browser. Sign in with {$name} again.
session-sso-it-has-let-nobody-in = {$name} has let nobody in, or you stopped there. Try again, or sign in with your password.
session-sso-it-does-not-answer = {$name} does not answer as it should. Try again in a minute, or sign in with your password. If it stays so, tell whoever runs Baton for you.
session-sso-it-has-not-asked-again = {$name} has not asked you again whether it is you. Use your password, or sign out and in again.
session-sso-your-address-is-not-verified = {$name} does not say that your e-mail address is verified, so it is not known who you are here. Have it verified there, or sign in with your password.
session-sso-nobody-here-has-your-address = {$name} knows you, but nobody here who may sign in has your e-mail address. Ask an administrator to add you, or to correct your address.
session-sso-you-are-bound-to-another = Another account of {$name} belongs to your e-mail address here. Sign in with that one, or ask an administrator to reset your second step.
