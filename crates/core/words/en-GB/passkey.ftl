passkey-it-opens-nothing-here = This passkey opens nothing here. Use another one, or sign in with your password.
passkey-it-took-too-long-or-was = This took too long, was used before, or was begun in another browser. Try again.
passkey-they-do-not-work-here = Passkeys do not work at this address: they need https and a name. Sign in with your password.
passkey-what-your-device-answered-does = What your device answered does not fit. Nothing was added: try again.
passkey-you-have-as-many-as-can = You have 20 passkeys, which is the most. Remove one first.
passkey-my-settings = My settings
passkey-my-passkeys = Your passkeys
passkey-without-a-name = Without a name

## show

passkey-show-a-passkey-signs-you-in = A passkey signs you in with your finger, your face or the PIN of your device. It needs no password and no code, and works nowhere but here.
passkey-show-they-do-not-work-here = Passkeys do not work at this address: they need https, and a name in place of a number. Ask whoever runs Baton for you.
passkey-show-you-have-none-yet = You have no passkeys yet.
passkey-show-make-a-passkey = Make a passkey
passkey-show-never = Never
passkey-show-rename = Rename
passkey-show-remove = Remove
passkey-show-your-passkeys-the-first-one = Your passkeys, the first one first
passkey-show-name = Name
passkey-show-made = Made
passkey-show-last-used = Last used
passkey-show-change-it = Change it

## new

passkey-new-name = Name
passkey-new-so-that-you-know-it-in = So that you know it in the list: My telephone.
passkey-new-your-browser-will-ask-you = Your browser will ask you next: for your finger, your face or a PIN, or for a key that you plug in.
passkey-new-your-browser-runs-no-script = Your browser runs no script here, and making a passkey needs it. Your password and a code do without.
passkey-new-use-a-code-of-an-app = Use a code of an app instead
passkey-new-your-passkey-is-made = Your passkey is made. You can sign in with it from now on.

## revision

passkey-revision-save = Save
passkey-revision-rename = Rename: {$name}
passkey-revision-it-has-its-new-name = The passkey has its new name.

## ending

passkey-ending-your-organisation-asks-for-a = Your organisation asks for a second step, and this passkey is all that you have. Make another one, or set up a code, then remove it.
passkey-ending-it-opens-nothing-here-any = It opens nothing here from then on. Delete it on your device, too, so that it is not offered to you any more.
passkey-ending-remove-it = Remove it
passkey-ending-remove = Remove: {$name}
passkey-ending-the-passkey-is-removed = The passkey is removed.
