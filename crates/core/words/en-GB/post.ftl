## post

post-it-does-not-say-whom-it = It does not say whom it is from
post-it-is-too-large = It is too large
post-it-has-too-many-parts = It has too many parts
post-its-parts-are-nested-too-deeply = Its parts are nested too deeply
post-reading-it-took-too-long = Reading it took too long
post-a-rule-refused-it = A rule refused it: {$replace}
post-it-could-not-be-read = It could not be read: {$replace}
post-quarantine-is-empty = Quarantine is empty
post-a-letter-that-cannot-be-read = A letter that cannot be read, or says not whom it is from, waits here until somebody has looked at it. No letter is lost.
post-go-to-today = Go to Today
post-open-each-with-care-then-file = Open each with care, then file it as a case or discard it.
post-somebody-of-a-department-that = Somebody of a department that takes cases from customers reads and settles these. You see that they are there, and why.
post-quarantine = Quarantine
post-download = Download
post-what-came = what came {$day}
post-file-it = File it
post-discard = Discard
post-nothing = Nothing
post-the-oldest-first = The oldest first
post-came = Came
post-why-it-is-here = Why it is here
post-what-to-do = What to do
post-download-the-letter-as-it-came = Download the letter as it came
post-file-it-as-a-case = File it as a case
post-back-to-the-quarantine = Back to the quarantine
post-file-a-letter = File a letter
post-the-letter-is-a-case-now = The letter is a case now, and yours.
post-discard-it = Discard it
post-discard-a-letter = Discard a letter
post-the-letter-was-discarded = The letter was discarded.
post-quarantined-if-left-out = quarantined, if left out.
post-mail-from-customers-is-read-by = Mail from customers is read by departments that take cases from them.

## settle

post-settle-what-is-it-about = What is it about?
post-settle-say-in-a-few-words-what = Say in a few words what it is about.
post-settle-whom-is-it-from = Whom is it from?
post-settle-their-e-mail-address-if-the = Their e-mail address, if the letter tells. They become the customer of the case.
post-settle-what-does-it-say = What does it say?
post-settle-as-far-as-you-can-read = As far as you can read it. The letter itself is attached to the case.
post-settle-why-is-it-no-case = Why is it no case?
post-settle-without-names-it-is-kept-for = Without names: it is kept for a year.
post-settle-say-why-it-is-no-case = Say why it is no case.
post-settle-it-is-no-longer-in-quarantine = It is no longer in quarantine: somebody has settled it already.
post-settle-write-the-address-like-name = Write the address like name@example.org, or leave it out.

## filing

post-filing-no-subject = (no subject)
post-filing-no-department-takes-cases-from = No department takes cases from customers. Mark one in the directory.
post-filing-nobody-works-in-so-nobody-could = Nobody works in {$name}, so nobody could own the case.
post-filing-no-text = (no text)

## by-hand

post-by-hand-the-letter-is-attached-as-it = The letter is attached as it came.
