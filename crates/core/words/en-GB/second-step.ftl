## second-step

second-step-my-settings = My settings
second-step-your-recovery-codes = Your recovery codes
second-step-keep-them-apart-from-your = Keep them apart from your device: print them or write them down. Each signs you in once in place of a code. They are not shown again.

## show

second-step-show-with-a-second-step-a-password = With a second step, a password alone opens nothing: an app on your own device shows a code that changes every half minute.
second-step-show-set-it-up = Set it up
second-step-show-on-since = On since
second-step-show-recovery-codes-left = Recovery codes left
second-step-show-few-recovery-codes-are-left = Few recovery codes are left. Make new ones before you need them.
second-step-show-make-new-recovery-codes = Make new recovery codes
second-step-show-turn-it-off = Turn it off
second-step-show-your-organisation-asks-for-it = Your organisation asks for it, so it stays on.
second-step-show-your-second-step = Your second step

## set-up

second-step-set-up-code = Code
second-step-set-up-the-six-digits-that-your-app = The six digits that your app shows now.
second-step-set-up-enter-the-code-that-your-app = Enter the code that your app shows.
second-step-set-up-turn-it-on = Turn it on
second-step-set-up-your-organisation-asks-for-a = Your organisation asks for a second step. Set it up to go on.
second-step-set-up-make-a-passkey-instead = Make a passkey instead: it needs no app and no code
second-step-set-up-open-an-app-for-codes-on = Open an app for codes on your telephone or computer. Many password managers do it, too.
second-step-set-up-by-this-link = by this link
second-step-set-up-add-an-account-in-it-by = Add an account in it: by the picture, {$link}, or by typing the secret.
second-step-set-up-type-the-code-that-it-shows = Type the code that it shows.
second-step-set-up-set-up-your-second-step = Set up your second step
second-step-set-up-from-now-on-you-sign-in = From now on you sign in with your password and a code.
second-step-set-up-i-have-kept-them = I have kept them
second-step-set-up-your-second-step-is-on = Your second step is on

## picture

second-step-picture-the-secret-as-a-picture-for = The secret as a picture, for the camera of your telephone

## recovery-codes

second-step-recovery-codes-make-new-recovery-codes = Make new recovery codes
second-step-recovery-codes-earlier-ones-open-nothing-any = Earlier ones open nothing any more.
second-step-recovery-codes-new-recovery-codes = New recovery codes

## ending

second-step-ending-your-organisation-asks-for-a = Your organisation asks for a second step, so it stays on.
second-step-ending-turn-it-off = Turn it off
second-step-ending-your-password-alone-signs-you = Your password alone signs you in from then on. Your recovery codes go with it.
second-step-ending-turn-off-your-second-step = Turn off your second step
second-step-ending-your-second-step-is-off = Your second step is off.

## everybody

second-step-everybody-off-sets-it-up-at-the = Nothing: sets one up at the next page
second-step-everybody-off = Nothing
second-step-everybody-second-steps-of-everybody = Second steps of everybody
second-step-everybody-who = Who
second-step-everybody-reset = Reset
second-step-everybody-beside-the-password = Beside the password
second-step-everybody-a-code-since = A code, since {$since}
second-step-everybody-recovery-codes-left =
    { $count ->
        [one] One recovery code left
       *[other] {$count} recovery codes left
    }
second-step-everybody-passkeys =
    { $count ->
        [one] One passkey
       *[other] {$count} passkeys
    }
second-step-everybody-single-sign-on = Single sign-on
second-step-everybody-lost-device = Lost device
second-step-everybody-reset-it-for-somebody-who-has = Reset it for somebody who has lost their device and their recovery codes, once you know that it is them. Their code, their passkeys and the account of their single sign-on go, their sessions end, and they are told by mail.
second-step-everybody-choose-who-must-have-one = Choose who must have one
second-step-everybody-second-steps = Second steps
second-step-everybody-the-second-step-is-reset-they = The second step is reset. They are told by mail.

## mod

second-step-this-code-does-not-fit = This code does not fit. Wait for the next one in your app and type that.
second-step-this-secret-was-shown-too-long-ago = This secret was shown too long ago. Put the new one into your app.
second-step-is-on-already = Your second step is on already.
