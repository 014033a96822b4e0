## message

mail-message-there-is-nothing-in-this-file = There is nothing in this file.
mail-message-this-is-not-a-mail-it = This is not a mail: it has no sender, recipient, date, subject or message id.
mail-message-this-mail-does-not-say-who = This mail does not say who sent it, so nobody could be answered.
mail-message-this-mail-is-larger-than-50 = This mail is larger than 50 MB.
mail-message-this-mail-has-more-than-200 = This mail has more than 200 parts.
mail-message-the-parts-of-this-mail-are = The parts of this mail are nested more than 20 deep.
mail-message-reading-this-mail-took-longer = Reading this mail took longer than two seconds, so it was stopped.
mail-message-this-mail-is-damaged-reading-it = This mail is damaged: reading it failed.

## clean

mail-clean-the-rest-is-in-the-original = {"\u000A"}[The rest is in the original message.]

## send

mail-send-the-server-did-not-answer = the server did not answer
mail-send-not-an-address = not an address
mail-send-nobody-to-send-to = nobody to send to
