## read

input-read-send-one-json-object = Send one JSON object.
input-read-nothing-was-changed-leave-out = Nothing was changed. Leave out what is not in the description of the API: a field that is silently ignored hides a mistake.
input-read-nothing-was-changed-give-what = Nothing was changed. Give what is missing and send again.
input-read-nothing-was-changed-correct-the = Nothing was changed. Correct the fields and send again.
input-read-there-is-no-such-field-here = There is no such field here.
input-read-holds-a-character-that-cannot = {$title} holds a character that cannot be kept.
input-read-is-not-readable-text = {$title} is not readable text.
input-read-must-be = {$title} must be {$expected}.
input-read-must-be-a-whole-number = {$title} must be a whole number.
input-read-must-be-characters-or-fewer-it = {$title} must be {$most} characters or fewer; it has {$length}.
input-read-must-be-one-of = {$title} must be one of: {$value}.
input-read-a-time-in-rfc-3339-like = a time in RFC 3339, like 2026-12-01T17:00:00Z
input-read-a-real-date-and-time-like = a real date and time, like 2026-12-01 17:00
input-read-must-be-2 = {$title} must be {$example}.
input-read-must-be-a-real-date-like = {$title} must be a real date, like 2026-12-01.
input-read-must-be-from-to = {$title} must be from {$least} to {$most}.
input-read-may-have-at-most-entries = {$title} may have at most {$most} entries.
input-read-at-most-entries = At most {$most} entries.
input-read-choose-an-answer = {$title}: choose an answer.
input-read-fill-this-in = {$title}: fill this in.
input-read-a-whole-number = a whole number
input-read-true-or-false = true or false
input-read-a-time-in-rfc-3339 = a time in RFC 3339
input-read-a-date-like-2026-12-01 = a date like 2026-12-01
input-read-an-object = an object

## input

input-this-is-not-something-we-know = This is not something we know.
