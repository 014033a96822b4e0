## letter

jobs-letter-the-case-has-no-such-message = the case has no such message
jobs-letter-a-file-is-gone = A file that goes with it is no longer there, so nothing was sent. Write it again without the file.
jobs-letter-the-address-or-the-text-of = The address or the text of this message was erased.
jobs-letter-it-could-not-be-handed-to = It could not be handed to the mail server: {$why}
jobs-letter-no-mail-server-is-set-set = No mail server is set. Set smtp.host, then restart; this letter waits.
