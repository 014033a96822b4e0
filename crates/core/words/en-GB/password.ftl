## password

password-new-password = New password
password-at-least-8-characters-15-or = At least 8 characters; 15 or more are better. Any characters, in any mixture.
password-choose-a-password = Choose a password.

## change

password-change-password-until-now = Password until now
password-change-enter-the-password-that-you = Enter the password that you have now.
password-change-change-it = Change it
password-change-your-sessions-in-other-browsers = Your sessions in other browsers end with it.
password-change-change-your-password = Change your password
password-change-my-settings = My settings
password-change-this-is-not-the-password-that = This is not the password that you have now.
password-change-your-password-is-changed-your = Your password is changed. Your other sessions have ended.

## forgotten

password-forgotten-e-mail-address = E-mail address
password-forgotten-the-one-with-which-you-sign = The one with which you sign in.
password-forgotten-enter-your-e-mail-address = Enter your e-mail address.
password-forgotten-back-to-signing-in = Back to signing in
password-forgotten-send-me-a-code = Send me a code
password-forgotten-we-send-a-code-to-this = We send a code to this address. Stay in this browser: the code works here only, for 10 minutes.
password-forgotten-letters-do-not-leave-here-so = Letters do not leave here, so no code can be sent. Ask an administrator of your organisation to set a new password for you.
password-forgotten-a-new-password = A new password
password-forgotten-write-the-address-like-name = Write the address like name@example.org.

## new

password-new-code = Code
password-new-eight-digits-from-the-letter = Eight digits from the letter.
password-new-enter-the-code-from-the-letter = Enter the code from the letter.
password-new-ask-for-a-new-code = Ask for a new code
password-new-set-the-password = Set the password
password-new-if-somebody-here-has-the = If somebody here has the address, a code is on its way to it. It works for 10 minutes, in this browser.
password-new-ask-for-another-code = Ask for another code
password-new-a-new-password = A new password
password-new-no-code-was-asked-for-in = No code was asked for in this browser. Open the page in the browser in which you asked, or ask for a code here.
password-new-the-code-has-expired-was-used = The code has expired, was used, or was wrong too often. Nothing was changed.
password-new-ask-for-a-code = Ask for a code
password-new-your-password-is-set-sign-in = Your password is set. Sign in with it.

## mod

password-a-new-password = A new password
password-letter =
    The code for a new password is

    {"    "}{$digits}

    Type it within 10 minutes in the browser in which you asked for it:
    {$base}/password/new

    If you have not asked, nothing has changed and you need not do anything.
password-more-than-a-name = Choose a password that is more than a name or a row of digits.
