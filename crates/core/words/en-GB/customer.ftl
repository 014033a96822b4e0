## duplicates

customer-duplicates-possible-duplicates = Possible duplicates
customer-duplicates-perhaps-the-same-customer = Perhaps the same customer
customer-duplicates-has-another-record = {$strong} has another record.
customer-duplicates-no-name = {"["}no name]
customer-duplicates-look-at-both = Look at both

## separation

customer-separation-back-to-the-customer = Back to the customer
customer-separation-take-the-merger-back = Take the merger back
customer-separation-both-records-stand-for = Both records stand for themselves again, each with its own cases.
customer-separation-values-that-were-taken-over-go = Values that were taken over go back, but for fields that somebody has changed since. Cases that were opened meanwhile stay where they are.
customer-separation-it-can-be-taken-back-until = It can be taken back until {$until}.
customer-separation-a-merger-can-be-taken-back = A merger can be taken back for 30 days, and they are over.
customer-separation-this-record-was-not-merged = This record was not merged; there is nothing to take apart.
customer-separation-customer = Customer
customer-separation-the-record-stands-for-itself = The record stands for itself again.

## new

customer-new-record-the-customer = Record the customer
customer-new-back-to-the-customers = Back to the customers
customer-new-only-what-is-needed-to-serve = Only what is needed to serve them: a name, or one way to reach them, is enough.
customer-new-new-customer = New customer
customer-new-the-customer-is-recorded = The customer is recorded.
customer-new-name = Name
customer-new-e-mail-addresses = E-mail addresses
customer-new-telephone-numbers = Telephone numbers
customer-new-address = Address
customer-new-account = Account
customer-new-date-of-birth = Date of birth
customer-new-notes = Notes
customer-new-never-shared-without-a-reason = Never shared without a reason.
customer-new-more-fields = More fields
customer-new-set = Set
customer-new-remove = Remove

## merger

customer-merger-merge-two-records-of-a-customer = Merge two records of a customer
customer-merger-this-record-was-merged-or = This record was merged or erased: there is nothing to merge.
customer-merger-the-two-records-are-one-now = The two records are one now. It can be taken back for 30 days.
customer-merger-back-to-the-customer = Back to the customer
customer-merger-which-record-is-the-same-person = Which record is the same person? {$own} then stands there, with all cases.
customer-merger-the-other-record = The other record
customer-merger-find-the-other-record = Find the other record
customer-merger-name-e-mail-address-telephone = Name, e-mail address, telephone or account number.
customer-merger-find = Find
customer-merger-nobody-was-found-for = Nobody was found for “{$value}”.
customer-merger-found = Found
customer-merger-perhaps-the-same = Perhaps the same
customer-merger-no-name = {"["}no name]
customer-merger-what-happens = What happens
customer-merger-the-cases-of-both-stand-with = The cases of both stand with {$other}, and mail from an address of either is theirs.
customer-merger-the-record-that-rests-stays = The record that rests stays readable. Whoever erases the customer erases both.
customer-merger-it-can-be-taken-back-until = It can be taken back until {$until}.
customer-merger-merge-the-two-records = Merge the two records
customer-merger-the-other-way-round = The other way round
customer-merger-choose-another-record = Choose another record
customer-merger-choose-one = Choose one
customer-merger-all-stay = All stay
customer-merger-stays = Stays
customer-merger-both-records-side-by-side = Both records side by side
customer-merger-what = What
customer-merger-this-one-rests = This one rests
customer-merger-this-one-stands-for-both = This one stands for both
customer-merger-what-becomes-of-it = What becomes of it
customer-merger-the-record-that-stands-for-both = The record that stands for both
customer-merger-choose-the-record-that-stands = Choose the record that stands for both.
customer-merger-which-value-stays = Which value stays
customer-merger-by-tag-where-both-have-one = By tag, where both have one: the merged record's or the survivor's.
customer-merger-there-is-no-such-customer-that = There is no such customer that you can see.
customer-merger-the-customer-was-not-merged = The customer was not merged with another one; there is nothing to take apart.
customer-merger-a-merger-can-be-taken-back = A merger can be taken back for thirty days. Enter the customer anew.
customer-merger-this-record-was-merged-with = This record was merged with another one of the same customer. Do it there; it holds for both.
customer-merger-name-another-record-this-one = Name another record: this one cannot stand for itself.
customer-merger-that-record-was-merged-itself = That record was merged itself. Name the one that stands for it.
customer-merger-everything-about-that-customer = Everything about that customer was erased.

## list

customer-list-customers-are-found-by = Customers are found by departments that take cases from them.
customer-list-yours-works-on-requests-the = Yours works on requests. The fields of the customer that a request takes are on the request itself, each with what it is for. If one is missing, ask the sender there: they share it, and it stays on record why.
customer-list-requests-to-us = Requests to us
customer-list-customers-are-not-shared-with = Customers are not shared with your department
customer-list-customers = Customers
customer-list-name-e-mail-address-telephone = Name, e-mail address, telephone or account number
customer-list-find = Find
customer-list-the-newest = The newest
customer-list-found = Found
customer-list-no-name = {"["}no name]
customer-list-record-a-new-customer = Record a new customer
customer-list-whoever-writes-calls-or-comes = Whoever writes, calls or comes by is kept here once, with all of their cases.
customer-list-no-customer-is-known-yet = No customer is known yet
customer-list-nobody-was-found-for = Nobody was found for “{$words}”
customer-list-try-a-part-of-the-name = Try a part of the name, or the number without its country code.

## revision

customer-revision-keep-the-changes = Keep the changes
customer-revision-back-to-the-customer = Back to the customer
customer-revision-a-field-that-you-empty-is = A field that you empty is removed.
customer-revision-change-what-is-known = Change what is known
customer-revision-how-it-stands-now = How it stands now
customer-revision-what-you-typed-is-still-below = What you typed is still below. Send it again if it is right.
customer-revision-what-is-known-of-the-customer = What is known of the customer is changed.

## form

customer-form-e-mail-addresses = E-mail addresses
customer-form-e-mail-address = E-mail address
customer-form-telephone-numbers = Telephone numbers
customer-form-telephone-number = Telephone number
customer-form-optional = (optional)
customer-form-error = Error:

## show

customer-show-an-erased-customer = An erased customer
customer-show-new-case = New case
customer-show-change-what-is-known = Change what is known
customer-show-merge-with-another-record = Merge with another record
customer-show-customer = Customer
customer-show-open-that-record = Open that record
customer-show-take-the-merger-back = Take the merger back
customer-show-this-record-was-merged-another = This record was merged. Another one stands for this customer now.
customer-show-every-word-about-them-was = Every word about them was erased {$zone}. What was done, when and by which department stays, so that every figure holds.
customer-show-open-a-case = Open a case
customer-show-their-cases = Their cases
customer-show-no-case-of-theirs-is-with = No case of theirs is with your departments
customer-show-all-that-they-bring-to-your = All that they bring to your departments is listed here, the newest first.
customer-show-what-is-known = What is known
customer-show-known-since = Known since
customer-show-another-department-sees-a-field = Another department sees a field only when a request shares it, for one purpose.
customer-show-record-that-was-merged-into = Record {$value} that was merged into this one
customer-show-erase-every-word-about-them = Erase every word about them
customer-show-customers-are-found-by = Customers are found by departments that take cases from them. What you need for a request is in its packet; ask the sender for more.

## erasure

customer-erasure-erase-every-word-about-them = Erase every word about them
customer-erasure-leave-it-as-it-is = Leave it as it is
customer-erasure-every-word-about-this-customer = Every word about this customer has been erased already.
customer-erasure-back = Back
customer-erasure-this-cannot-be-undone-name = This cannot be undone. Name, addresses, messages and files of this customer go for good. That things were done, when and by whom stays, and every count as it was.
customer-erasure-erase-a-customer = Erase a customer
customer-erasure-customer = Customer {$id}
customer-erasure-every-word-about-the-customer = Every word about the customer is erased.
customer-erasure-why = Why
customer-erasure-at-least-20-characters-without = At least 20 characters, without names.

## state

customer-state-no-name = {"["}no name]

## create

customer-create-customers-are-recorded-by = Customers are recorded by departments that take cases from customers. Ask one of them, or an administrator if yours should be one.

## customer

customer-this-customer-is-there-already = This customer is there already: revise them.
customer-everything-about-this-customer = Everything about this customer was erased. Create a new customer if they come back.

## fields

customer-fields-give-one-value-notes-can-hold = Give one value; notes can hold the rest.
customer-fields-give-at-most = Give at most {$most_of_one_tag}.
customer-fields-a-tag-has-up-to-40 = A tag has up to 40 letters a to z, digits and underscores, a letter first.
customer-fields-write-a-number-like-44-20 = Write a number like +44 20 7946 0000.
customer-fields-write-the-day-like-1984-05 = Write the day like 1984-05-17.
customer-fields-give-the-day-on-which-a = Give the day on which a living person was born.
customer-fields-give-at-least-a-name-or = Give at least a name or one way to reach them: e-mail, phone or address.
customer-fields-this-is-at-least = This is at least {$class}; a known field cannot be given a lower class.

## revise

customer-revise-say-what-changes-a-field-to = Say what changes: a field to set, or one to remove.
customer-revise-is-both-set-and-removed-do = {$both} is both set and removed; do one of the two.

## erase

customer-erase-erasing-cannot-be-undone-so = Erasing cannot be undone, so that compliance decides on it. Ask somebody with that role, and say what the customer asked for.
customer-erase-say-in-at-least-characters-who = Say in at least {$shortest_reason} characters who asked for it and on what ground; these are {$length}.
customer-erase-the-reason-outlives = The reason outlives the customer's data: leave out their name and addresses.

## words

customer-words-recorded-the-customer-with = {$actor} recorded the customer with {$tags}.
customer-words-changed = {$actor} changed {$tags}.
customer-words-removed = {$actor} removed {$removed}.
customer-words-changed-and-removed = {$actor} changed {$tags} and removed {$removed}.
customer-words-changed-nothing = {$actor} changed nothing.
customer-words-merged-the-customer-into = {$actor} merged the customer into another record of theirs.
customer-words-took-the-merger-back-the = {$actor} took the merger back: the customer stands alone again.
customer-words-merged-another-record-into-this = {$actor} merged another record into this one.
customer-words-merged-another-record-into-this-2 = {$actor} merged another record into this one, and with it changed {$tags}.
customer-words-took-another-record-out-again = {$actor} took another record out again.
customer-words-erased-the-customer-for-ever = {$actor} erased the customer for ever: {$reason}
customer-words-and = {$value} and {$last}
