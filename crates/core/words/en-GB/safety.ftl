## safety

safety-password = Your password was changed.
safety-second-step-on = Your second step was turned on: you sign in with a code, too.
safety-second-step-off = Your second step was turned off.
safety-second-step-reset = An administrator has reset your second step and removed your passkeys. Your sessions have ended.
safety-recovery-codes = New recovery codes were made. Earlier ones open nothing.
safety-recovery-code-used = One of your recovery codes was used.
safety-address = The e-mail address with which you sign in was changed.
safety-passkey-added = A passkey was added: it signs you in without your password.
safety-passkey-removed = One of your passkeys was removed.
safety-passkey-taken = An administrator has removed one of your passkeys. Your sessions have ended.
safety-sign-on-bound = Your account at your organisation's single sign-on signs you in here from now on.
safety-letter =
    {$what}

    This was at {$at} at {$base}.

    If it was not you, tell an administrator of your organisation at once.
