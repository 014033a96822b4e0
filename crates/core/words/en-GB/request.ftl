## simple

request-simple-who-takes-it = Who takes it
request-simple-id-or-e-mail-address-you = Id or e-mail address; you, if left out.
request-simple-say-who-takes-it = Say who takes it.
request-simple-what = What
request-simple-what-is-right = What is right
request-simple-corrections = Corrections
request-simple-note = Note
request-simple-progress = Progress
request-simple-why = Why
request-simple-to = To
request-simple-say-which-department-takes-it = Say which department takes it.
request-simple-what-is-not-met = What is not met
request-simple-goes-on-in = Goes on in
request-simple-name-the-request-that-goes-on = Name the request that goes on.
request-simple-fields-to-share = Fields to share
request-simple-field = Field
request-simple-name-the-field = Name the field.
request-simple-mode = Mode
request-simple-collaborate-if-left-out = collaborate, if left out.
request-simple-acknowledge-the-request = Acknowledge the request
request-simple-it-says-that-a-named-person = It says that a named person has it. Reading it back comes next.
request-simple-acknowledge = Acknowledge
request-simple-from-was-told-who-has-it = {"{from}"} was told who has it.
request-simple-give-it-to-a-colleague = Give it to a colleague
request-simple-they-answer-for-it-from-now = They answer for it from now on. The clocks go on as they are.
request-simple-give-it-to-them = Give it to them
request-simple-they-were-told-that-it-is = They were told that it is theirs now.
request-simple-ask-another-department = Ask another department
request-simple-the-same-request-goes-to-them = The same request goes to them, with its history and what was shared. They start from the beginning: acknowledge, then read back.
request-simple-send-it-to-them = Send it to them
request-simple-the-request-went-on-to-the = The request went on to the other department.
request-simple-note-progress = Note progress
request-simple-both-departments-read-it-it = Both departments read it. It saves a phone call.
request-simple-note-it = Note it
request-simple-from-can-read-how-it-is = {"{from}"} can read how it is going.
request-simple-say-what-is-missing = Say what is missing
request-simple-the-request-goes-back-into-work = The request goes back into work with what is not met yet.
request-simple-send-it-back = Send it back
request-simple-to-was-told-what-is-still = {"{to}"} was told what is still missing.
request-simple-withdraw-the-request = Withdraw the request
request-simple-nothing-is-asked-any-more-the = Nothing is asked any more. The history stays, and what was shared can be read for five more working days.
request-simple-withdraw-it = Withdraw it
request-simple-the-request-was-withdrawn = The request was withdrawn.
request-simple-reopen-the-request = Reopen the request
request-simple-the-work-goes-on-where-it = The work goes on where it ended, with the same people.
request-simple-reopen-it = Reopen it
request-simple-the-request-is-in-work-again = The request is in work again.
request-simple-ask-a-question = Ask a question
request-simple-until-it-is-answered-it-is = Until it is answered, it is their move, and that time is not counted as yours.
request-simple-ask = Ask
request-simple-from-was-asked = {"{from}"} was asked.
request-simple-escalate-the-request = Escalate the request
request-simple-it-brings-in-people-who-can = It brings in people who can decide. Nobody loses the request by it, and no clock stops.
request-simple-escalate-it = Escalate it
request-simple-the-people-of-that-level-were = The people of that level were told.
request-simple-merge-into-another-request = Merge into another request
request-simple-this-one-ends-here-the-other = This one ends here; the other one goes on, to the same department.
request-simple-merge = Merge
request-simple-the-request-goes-on-in-the = The request goes on in the other one.
request-simple-take-a-shared-field-back = Take a shared field back
request-simple-they-can-no-longer-read-it = They can no longer read it from this moment, nor can whoever they passed it on to.
request-simple-take-it-back = Take it back
request-simple-the-field-is-no-longer-shared = The field is no longer shared.
request-simple-make-it-joint-work = Make it joint work
request-simple-the-notice-turns-out-to-ask = The notice turns out to ask for something: from here on both departments work on it.
request-simple-the-notice-is-joint-work-now = The notice is joint work now.
request-simple-the-notice = The notice
request-simple-go-on-with-the-work = Go on with the work
request-simple-the-waiting-is-over-and-it = The waiting is over, and it is in work again.
request-simple-go-on = Go on
request-simple-it-is-in-work-again = It is in work again.
request-simple-verify-the-answer = Verify the answer
request-simple-it-says-that-what-came-back = It says that what came back is what was needed. Then the customer is told.
request-simple-verify = Verify
request-simple-the-answer-is-verified-now-the = The answer is verified. Now the customer is to be told.
request-simple-send-the-draft = Send the draft
request-simple-it-goes-out-as-it-is = It goes out as it is below.
request-simple-send-it = Send it
request-simple-the-request-was-sent-to-to = The request was sent to {"{to}"}.
request-simple-decide = Decide
request-simple-both-departments-read-what-you = Both departments read what you decide and why. Whoever has the request keeps it.
request-simple-both-departments-were-told-what = Both departments were told what you decided.

## read-back

request-read-back-customer = Customer
request-read-back-the-reference-of-the-case-as = The reference of the case, as the request shows it.
request-read-back-needed-by = Needed by
request-read-back-amount = Amount
request-read-back-if-it-cannot-be-done-in = If it cannot be done in time
request-read-back-what-will-be-the-outcome = What will be the outcome?
request-read-back-in-your-own-words-not-those = In your own words, not those of the request.
request-read-back-what-will-you-do-for-it = What will you do for it?
request-read-back-by-when = By when?
request-read-back-say-back = Say back
request-read-back-what-was-shared-is-enough-to = What was shared is enough to do it
request-read-back-acknowledge-it-with-this = Acknowledge it with this
request-read-back-say-by-when-you-will-have = Say by when you will have done it.
request-read-back-whom-is-it-about = Whom is it about?
request-read-back-the-reference-of-the-case-or = The reference of the case, or the customer's name.
request-read-back-by-when-do-they-need-it = By when do they need it?
request-read-back-how-much-may-you-spend = How much may you spend?
request-read-back-and-if-it-cannot-be-done = And if it cannot be done in time?
request-read-back-by-when-will-you-have-done = By when will you have done it?
request-read-back-if-you-need-longer-than-they = If you need longer than they have, propose another date instead.
request-read-back-is-what-was-shared-of-the = Is what was shared of the customer enough to do it?
request-read-back-read-it-back = Read it back
request-read-back-say-what-you-understood-so-that = Say what you understood, so that {"{from}"} can see that you both mean the same.
request-read-back-from-was-asked-to-confirm-your = {"{from}"} was asked to confirm your read-back.
request-read-back-what-is-asked = What is asked
request-read-back-your-read-back = Your read-back
request-read-back-in-your-own-words = In your own words
request-read-back-say-back-what-must-be-exactly = Say back what must be exactly the same
request-read-back-yes = Yes
request-read-back-no-i-need-more-and-will = No: I need more, and will ask for it
request-read-back-back-and-acknowledge-it = back and acknowledge it
request-read-back-nobody-has-acknowledged-this = Nobody has acknowledged this yet: with your read-back you take it. To take it now and read it back later, go {$link}.
request-read-back-if-it-cannot-be-done-as = If it cannot be done as asked
request-read-back-say-whether-what-was-shared-is = Say whether what was shared is enough.
request-read-back-write-the-sum-like-249-00 = Write the sum like 249.00.

## raise

request-raise-whom-do-you-ask = Whom do you ask?
request-raise-back-to-the-case = Back to the case
request-raise-ask = Ask {$to}
request-raise-saved-as-a-draft-nobody-else = Saved as a draft. Nobody else sees it until you send it.
request-raise-your-request-was-sent-to-they = Your request was sent to {$name}. They acknowledge it next.
request-raise-who-can-do-part-of-it = Who can do part of it?
request-raise-back-to-the-request = Back to the request
request-raise-ask-for-part-of-it = Ask {$to} for part of it
request-raise-what-the-customer-was-told = What the customer was told
request-raise-when = When
request-raise-how = How
request-raise-next-update-by = Next update by
request-raise-amount = Amount
request-raise-decision = Decision
request-raise-what-do-you-want-of-them = What do you want of them?
request-raise-which-department = Which department?
request-raise-service = Service
request-raise-what-is-needed = What is needed?
request-raise-one-outcome-in-a-sentence = One outcome, in a sentence.
request-raise-how-will-you-know-that-it = How will you know that it is done?
request-raise-why-does-the-customer-need-it = Why does the customer need it?
request-raise-why-this-department = Why this department?
request-raise-what-do-they-need-to-know = What do they need to know to start?
request-raise-what-if-it-cannot-be-done = What if it cannot be done in time?
request-raise-needed-by = Needed by
request-raise-why-by-then = Why by then?
request-raise-why-sooner = Why is it needed sooner?
request-raise-where-the-agreement-gives-more = Asked for where the agreement between the two departments gives more time for a delivery.
request-raise-how-urgent-is-it = How urgent is it?
request-raise-how-will-you-work-on-it = How will you work on it?
request-raise-what-the-customer-knows = What the customer knows
request-raise-what-they-may-spend-or-decide = What they may spend or decide
request-raise-life-or-safety-is-at-stake = Life or safety is at stake
request-raise-they-acknowledge-it-day-and-night = They acknowledge it within 15 minutes, day and night, and may deliver before they read back.
request-raise-customer-data-they-need = Customer data they need
request-raise-keep-as-a-draft = Keep as a draft
request-raise-say-what-you-want-of-them = Say what you want of them.
request-raise-say-which-department-you-ask = Say which department you ask.
request-raise-say-what-you-need-as-one = Say what you need, as one outcome.
request-raise-a-colleague-can-only-answer-a = A colleague can only answer a complete request. Fill in what is named and send it again.
request-raise-choose-a-service-of-the = Choose a service of the department that you ask.
request-raise-where-does-it-begin = Where does it begin?
request-raise-0-with-the-department-1-leads = 0: with the department. 1: leads. 2: heads. 3: duty director.

## choices

request-choices-error = Error:
request-choices-today = Today
request-choices-the-next-working-day = The next working day
request-choices-in-two-working-days = In two working days
request-choices-in-five-working-days = In five working days
request-choices-at-another-time = At another time:
request-choices-date = Date
request-choices-time = Time

## talk

request-talk-the-answer = The answer
request-talk-what-came-of-it = What came of it
request-talk-the-customer-may-be-told = The customer may be told
request-talk-evidence = Evidence
request-talk-left-to-do = Left to do
request-talk-by = {$what} – {$owner}, by {$by}
request-talk-declined = Declined
request-talk-reason = Reason
request-talk-in-their-words = In their words
request-talk-instead = Instead
request-talk-proposed-instead = Proposed instead
request-talk-by-2 = By
request-talk-doing = Doing
request-talk-why = Why
request-talk-for-the-customer = For the customer
request-talk-waiting-for-the-customer = Waiting for the customer
request-talk-waiting-for-a-third-party = Waiting for a third party
request-talk-for = For
request-talk-since = Since
request-talk-looked-at-again = Looked at again
request-talk-questions = Questions
request-talk-they-ask-for = They ask for: {$tag}
request-talk-answer = Answer
request-talk-not-answered-yet = Not answered yet.
request-talk-corrections = Corrections
request-talk-it-was-corrected-times-a-call = It was corrected {$rounds} times. A call may be quicker.
request-talk-in-dispute = In dispute
request-talk-ruling = Ruling
request-talk-decision = Decision
request-talk-due-anew = Due anew
request-talk-due-instead-of = {$clock}: {$due} instead of {$was}
request-talk-due-now = {$clock}: {$due}

## turn

request-turn-customer-told = Customer told
request-turn-disputed = Disputed
request-turn-escalated-to-level = Escalated to level {$level}
request-turn-late-by = Late by {$amount}
request-turn-due-in = Due in {$amount}
request-turn-you = You
request-turn-can-finish-and-send-this-draft = can finish and send this draft; nobody else sees it
request-turn-can-acknowledge-this-notice = can acknowledge this notice
request-turn-has-to-acknowledge-it = has to acknowledge it
request-turn-the-notice-was-taken-in-nobody = The notice was taken in. Nobody has to do anything
request-turn-has-to-say-back-what-they = has to say back what they understood
request-turn-has-to-confirm-or-correct-the = has to confirm or correct the read-back
request-turn-has-to-deliver = has to deliver
request-turn-has-to-answer-the-question = has to answer the question
request-turn-has-to-accept-or-refuse-the = has to accept or refuse the proposal
request-turn-waits-for-the-customer-and-goes = waits for the customer and goes on when they answer
request-turn-is-on-legal-hold = is on legal hold
request-turn-waits-for-a-third-party-and = waits for a third party and goes on when they answer
request-turn-has-delivered-in-an-emergency = has delivered in an emergency and still has to read it back
request-turn-has-to-look-whether-the-answer = has to look whether the answer is one, and verify it
request-turn-has-to-tell-the-customer-the = has to tell the customer the outcome
request-turn-has-to-decide-what-to-do = has to decide what to do instead
request-turn-the-customer-was-told-the-loop = The customer was told. The loop is closed
request-turn-the-loop-is-closed = The loop is closed
request-turn-it-was-declined-and-that-is = It was declined, and that is settled
request-turn-it-was-withdrawn-nothing-is = It was withdrawn. Nothing is asked any more
request-turn-it-was-merged-and-goes-on = It was merged and goes on in another request
request-turn-nobody-has-to-do-anything = Nobody has to do anything

## act

request-act-send = Send
request-act-done = Done.
request-act-back-to-the-request = Back to the request
request-act-this-cannot-be-done-now = This cannot be done now

## wait

request-wait-wait-for-somebody = Wait for somebody
request-wait-only-while-somebody-outside-has = Only while somebody outside has been asked and has not answered. What is waited for, and until when, is on the page for both departments.
request-wait-wait = Wait
request-wait-from-can-see-what-it-waits = {"{from}"} can see what it waits for.
request-wait-waiting-for = Waiting for
request-wait-what-for = What for
request-wait-evidence = Evidence
request-wait-the-order-the-message-or-the = The order, the message or the call with which they were asked.
request-wait-look-again-by = Look again by
request-wait-say-whom-you-are-waiting-for = Say whom you are waiting for.
request-wait-say-when-you-will-look-again = Say when you will look again.

## packet

request-packet-customer-data-to-share = Customer data to share
request-packet-purpose = Purpose
request-packet-why = Why
request-packet-what-of-the-customer-do-they = What of the customer do they need?
request-packet-nothing-goes-along-unless-you = Nothing goes along unless you tick it. Say what each field is for: the customer can be told who saw it and why.
request-packet-error = Error:
request-packet-there-is-nothing-to-share = There is nothing to share.
request-packet-needed = needed
request-packet-sensitive = sensitive
request-packet-what-is-for = What is {$tag} for?
request-packet-it-is-sensitive-why-do-they = It is sensitive: why do they need it?

## tray

request-tray-to-us = To us
request-tray-from-us = From us
request-tray-what-other-departments-need = What other departments need from yours, what is due first on top.
request-tray-what-your-departments-asked-of = What your departments asked of others, and what they answered.
request-tray-our-move = Our move ({$count})
request-tray-their-move = Their move ({$count})
request-tray-all-that-is-open = All that is open
request-tray-everything-newest-first = Everything, newest first
request-tray-whose-move = Whose move
request-tray-only-what-i-have = Only what I have
request-tray-only-what-i-asked = Only what I asked
request-tray-state = State
request-tray-any = Any
request-tray-only-those-with = Only those with
request-tray-show = Show
request-tray-late-whatever-you-look-at = Late, whatever you look at
request-tray-others-are-waiting-for-these = Others are waiting for these already.
request-tray-answered-but-the-customer-does = Answered, but the customer does not know it yet
request-tray-the-answer-is-here-the-loop = The answer is here. The loop closes when the customer has been told.
request-tray-the-rest = The rest
request-tray-nothing-here-is-waiting-for-you = Nothing here is waiting for you
request-tray-requests-of-other-departments = Requests of other departments that you have to move show up here.
request-tray-see-all-that-is-open = See all that is open
request-tray-nobody-is-asking-for-anything = Nobody is asking for anything
request-tray-what-other-departments-need-2 = What other departments need from yours shows up here, what is due first on top.
request-tray-see-what-we-asked-of-others = See what we asked of others
request-tray-nothing-here-fits = Nothing here fits
request-tray-another-view-may-hold-what-you = Another view may hold what you are looking for.
request-tray-nothing-is-asked-of-others = Nothing is asked of others
request-tray-when-a-case-needs-another = When a case needs another department, raise a request from the case.
request-tray-see-your-cases = See your cases

## choose

request-choose-look-first-whose-job-it-is = Look first whose job it is: a request to the wrong department costs everybody a day.
request-choose-there-is-nobody-to-ask = There is nobody to ask
request-choose-no-other-department-has-people = No other department has people yet. An administrator adds them in the directory.
request-choose-see-the-directory = See the directory
request-choose-services = Services: {$value}
request-choose-ask = Ask {$view}

## department

request-department-it-needs-from-you = It needs from you
request-department-not-its-job = Not its job
request-department-hours = Hours: {$hours}
request-department-needs-of-the-customer = Needs of the customer: {$tags}
request-department-services = Services
request-department-more-about = More about {$view}

## changed

request-changed-if-it-still-holds-send-it = {" "}If it still holds, send it again.
request-changed-while-you-were-writing = While you were writing
request-changed-what-you-wrote-is-below = What you wrote is below.

## sheet

request-sheet-you = You

## counter

request-counter-propose-something-else = Propose something else
request-counter-another-date-another-scope-or = Another date, another scope, or both. It is their move until they have accepted or refused.
request-counter-propose-it = Propose it
request-counter-from-was-asked-whether-that = {"{from}"} was asked whether that will do.
request-counter-accept-it = Accept it
request-counter-refuse-it-and-say-why = Refuse it, and say why
request-counter-answer-the-proposal = Answer the proposal
request-counter-if-you-accept-it-the-request = If you accept it, the request is changed to it. If not, it stays as it was asked.
request-counter-send-the-answer = Send the answer
request-counter-to-was-told = {"{to}"} was told.
request-counter-proposed-time = Proposed time
request-counter-proposed-scope = Proposed scope
request-counter-why-it-cannot-be-as-asked = Why it cannot be as asked
request-counter-what-it-means-for-the-customer = What it means for the customer
request-counter-accept = Accept
request-counter-note = Note
request-counter-say-whether-you-accept-the = Say whether you accept the proposal.

## answer

request-answer-your-answer = Your answer
request-answer-answer-the-question = Answer the question
request-answer-then-it-is-their-move-again = Then it is their move again.
request-answer-send-the-answer = Send the answer
request-answer-to-has-your-answer = {"{to}"} has your answer.
request-answer-share-more-of-the-customers = Share more of the customer's data
request-answer-only-with-this-request-and-only = Only with this request, and only for what you say it is for.
request-answer-share-what-is-ticked = Share what is ticked
request-answer-to-can-read-it-now = {"{to}"} can read it now.
request-answer-answer = Answer
request-answer-fields-to-share = Fields to share

## verdicts

request-verdicts-read-back = Read back
request-verdicts-take-note = Take note
request-verdicts-ask = Ask
request-verdicts-decline = Decline
request-verdicts-dispute = Dispute
request-verdicts-snooze = Snooze

## revision

request-revision-back-to-the-draft = Back to the draft
request-revision-change-the-draft = Change the draft
request-revision-the-draft-was-saved = The draft was saved.
request-revision-the-request-was-sent = The request was sent.

## ask

request-ask-to-know = To know
request-ask-needed = Needed
request-ask-done-when = Done when
request-ask-needed-by = Needed by
request-ask-why = Why
request-ask-why-this-department = Why this department
request-ask-to-start-with = To start with
request-ask-if-it-cannot-be-done = If it cannot be done
request-ask-they-may-spend = They may spend
request-ask-what-the-customer-knows = What the customer knows
request-ask-kind = Kind
request-ask-service = Service
request-ask-urgency = Urgency
request-ask-how-to-work-on-it = How to work on it
request-ask-life-or-safety-is-at-stake = Life or safety is at stake.
request-ask-told = Told {$value}
request-ask-sooner-than-agreed = Sooner than agreed: {$why}
request-ask-first-needed-by = First needed by {$moment}
request-ask-was-promised-the-next-update = Was promised the next update: {$next}
request-ask-from = From
request-ask-to = To

## words

request-words-tell-them-something = Tell them something
request-words-a-notice-they-owe-you-nothing = A notice: they owe you nothing, and it has no date. For this, only what they should know and why it matters is needed.
request-words-work-on-it-together = Work on it together
request-words-you-keep-the-case-both = You keep the case. Both departments work on it, and both answer for the outcome.
request-words-ask-them-to-do-a-part = Ask them to do a part
request-words-you-keep-the-case-and-the = You keep the case and the customer. They do one thing and report back.
request-words-hand-the-case-over = Hand the case over
request-words-they-take-the-case-and-the = They take the case and the customer, once they have read it back and you have confirmed. Until then it stays yours.
request-words-bring-in-more-expertise-or = Bring in more expertise or authority
request-words-you-keep-the-case-they-decide = You keep the case. They decide or do what is beyond your own department.
request-words-nothing-is-owed-and-it-has = Nothing is owed, and it has no date.
request-words-the-asking-department-keeps-the = The asking department keeps the case. Both work on it and answer for the outcome.
request-words-the-asking-department-keeps-the-2 = The asking department keeps the case and the customer. The other does one thing and reports back.
request-words-the-asked-department-takes-the = The asked department takes the case and the customer, once the read-back is confirmed.
request-words-the-asking-department-keeps-the-3 = The asking department keeps the case. The other decides or does what is beyond it.
request-words-notice = Notice
request-words-joint-work = Joint work
request-words-request-to-do-a-part = Request to do a part
request-words-transfer-of-the-case = Transfer of the case
request-words-escalation = Escalation
request-words-at-once = At once
request-words-harm-grows-by-the-hour-other = Harm grows by the hour; other work waits.
request-words-by-a-fixed-date = By a fixed date
request-words-after-that-date-it-is-worth = After that date it is worth nothing.
request-words-in-turn = In turn
request-words-the-usual-it-is-worth-less = The usual: it is worth less the longer it takes.
request-words-when-there-is-room = When there is room
request-words-nobody-is-harmed-if-it-waits = Nobody is harmed if it waits.
request-words-the-customer-was-promised-it = The customer was promised it
request-words-a-legal-deadline = A legal deadline
request-words-other-work-depends-on-it = Other work depends on it
request-words-we-would-like-it-by-then = We would like it by then
request-words-here-on-this-page = Here, on this page
request-words-by-e-mail = By e-mail
request-words-by-phone = By phone
request-words-in-a-meeting = In a meeting
request-words-another-department-does-this = Another department does this
request-words-nobody-here-offers-this = Nobody here offers this
request-words-information-is-missing = Information is missing
request-words-there-is-no-capacity-in-time = There is no capacity in time
request-words-we-may-not-decide-this = We may not decide this
request-words-a-policy-or-the-law-forbids = A policy or the law forbids it
request-words-it-has-been-asked-already = It has been asked already
request-words-it-has-been-done-already = It has been done already
request-words-it-would-be-unsafe = It would be unsafe
request-words-the-data-that-came-with-it = The data that came with it is not needed
request-words-another-department = Another department
request-words-a-later-date = A later date
request-words-an-article-that-helps = An article that helps
request-words-the-owner-of-the-service-shall = The owner of the service shall rule
request-words-the-customer = The customer
request-words-the-end-of-a-legal-hold = The end of a legal hold: nothing may be done until whoever ordered it lifts it
request-words-a-third-party-a-supplier-a = A third party: a supplier, a carrier, an authority
request-words-whose-work-it-is = Whose work it is
request-words-the-time-that-was-counted = The time that was counted
request-words-whether-what-came-back-is-good = Whether what came back is good enough
request-words-how-urgent-it-is = How urgent it is
request-words-acknowledge = Acknowledge
request-words-read-back = Read back
request-words-confirm-the-read-back = Confirm the read-back
request-words-answer-the-question = Answer the question
request-words-answer-the-proposal = Answer the proposal
request-words-deliver = Deliver
request-words-verify = Verify
request-words-tell-the-customer = Tell the customer

## doing

request-doing-change-the-draft = Change the draft
request-doing-send-it = Send it
request-doing-acknowledge = Acknowledge
request-doing-give-it-to-a-colleague = Give it to a colleague
request-doing-read-it-back = Read it back
request-doing-confirm-this-is-what-we-meant = Confirm: this is what we meant
request-doing-correct-it = Correct it
request-doing-ask-a-question = Ask a question
request-doing-answer-the-question = Answer the question
request-doing-propose-something-else = Propose something else
request-doing-answer-the-proposal = Answer the proposal
request-doing-decline = Decline
request-doing-ask-another-department = Ask another department
request-doing-note-progress = Note progress
request-doing-wait-for-somebody = Wait for somebody
request-doing-go-on-with-the-work = Go on with the work
request-doing-deliver-the-answer = Deliver the answer
request-doing-verify-this-is-what-we-needed = Verify: this is what we needed
request-doing-not-yet-say-what-is-missing = Not yet: say what is missing
request-doing-withdraw = Withdraw
request-doing-reopen = Reopen
request-doing-escalate = Escalate
request-doing-dispute = Dispute
request-doing-rule-on-it = Rule on it
request-doing-add-a-note = Add a note
request-doing-merge-into-another-request = Merge into another request
request-doing-share-more-of-the-customers = Share more of the customer's data
request-doing-take-a-shared-field-back = Take a shared field back
request-doing-make-it-joint-work = Make it joint work
request-doing-pass-part-of-it-on = Pass part of it on
request-doing-you-can-also = You can also
request-doing-snooze-it-for-yourself = Snooze it, for yourself
request-doing-tell-the-customer = Tell the customer
request-doing-decide-what-was-escalated = Decide what was escalated
request-doing-say-how-you-see-it = Say how you see it

## compare

request-compare-nothing-was-said-about-it = Nothing was said about it.
request-compare-what-is-done = What is done
request-compare-the-outcome = The outcome
request-compare-by-when = By when
request-compare-the-customer = The customer
request-compare-the-sum = The sum
request-compare-if-it-cannot-be-done = If it cannot be done
request-compare-what-was-asked-and-what-was = What was asked, and what was read back
request-compare-asked = Asked
request-compare-read-back = Read back
request-compare-not-said-back = Not said back
request-compare-the-same = The same
request-compare-no-time-was-named = No time was named.
request-compare-before-it-is-needed = {$amount} before it is needed
request-compare-after-it-is-needed = {$amount} after it is needed

## beside

request-beside-who = Who
request-beside-asked-by = Asked by
request-beside-asked = Asked
request-beside-has-it = Has it
request-beside-nobody-yet = Nobody yet
request-beside-agreement = Agreement
request-beside-version = Version {$number}
request-beside-case = Case
request-beside-serves = Serves
request-beside-served-by = Served by
request-beside-passed-on = Passed on
request-beside-once = once
request-beside-times = {$hops} times
request-beside-to = {$link} to {$name}
request-beside-to-be-shared-of-the-customer = To be shared of the customer
request-beside-nothing = Nothing.
request-beside-for = For: {$purpose}
request-beside-shared-of-the-customer = Shared of the customer
request-beside-nothing-can-be-read-any-more = Nothing can be read any more.
request-beside-nothing-a-request-says-what-is = Nothing. A request says what is needed; data goes along only where it is.
request-beside-why = Why: {$why}
request-beside-can-be-read-until = Can be read until {$until}
request-beside-clocks = Clocks
request-beside-counted-by = Counted by the hours of {$calendar}.
request-beside-counted-by-each = What {$asked} owes is counted by the hours of {$to}, what {$asking} owes by those of {$from}.
request-beside-the-standard-hours = the standard calendar
request-beside-could-not-be-shared = The agreement asks for {$facts}, which could not be shared when it was sent. The clocks run without it.
request-beside-runs = Runs
request-beside-in-time = In time
request-beside-was-late = Was late
request-beside-late = Late
request-beside-used = Used {$used}
request-beside-before-a-ruling-it-was-due = ; before a ruling it was due {$zone}

## row

request-row-disputed = Disputed
request-row-level = Level {$level}
request-row-you-snoozed-it-until = You snoozed it until {$moment},
request-row-from = From {$from}
request-row-to = To {$to}
request-row-has-it = · {$name} has it
request-row-nobody-has-it-yet = · nobody has it yet
request-row-take-note-of-it = take note of it
request-row-they-have-to = they have to {$what}
request-row-ended = ended {$zone}
request-row-was-due = was due {$moment}

## decline

request-decline-decline-the-request = Decline the request
request-decline-the-sender-reads-why-and-what = The sender reads why, and what they can do instead.
request-decline-decline-it = Decline it
request-decline-from-was-told-why-and-what = {"{from}"} was told why, and what to do instead.
request-decline-ask-for-it = ask for it
request-decline-if-information-is-missing = If information is missing, {$link} instead: the time until the answer is not counted as yours.
request-decline-what-can-they-do-instead = What can they do instead?
request-decline-instead = Instead
request-decline-which = Which
request-decline-the-department-the-date-or-the = The department, the date, or the article.
request-decline-reason = Reason
request-decline-in-your-own-words = In your own words
request-decline-alternative = Alternative

## note

request-note-add-a-note = Add a note
request-note-both-departments-read-it-it = Both departments read it. It asks for nothing and moves nothing.
request-note-add-the-note = Add the note
request-note-the-note-was-added = The note was added.

## confirm

request-confirm-what-is-right = What is right
request-confirm-what-is-right-about-what-they = What is right about what they will do?
request-confirm-what-is-right-about-the-outcome = What is right about the outcome?
request-confirm-what-is-right-about-the-time = What is right about the time?
request-confirm-what-is-right-about-the = What is right about the customer?
request-confirm-what-is-right-if-it-cannot = What is right if it cannot be done in time?
request-confirm-what-else-did-they-miss = What else did they miss?
request-confirm-correct-it = correct it
request-confirm-if-anything-differs-instead = If anything differs, {$link} instead.
request-confirm-confirm-the-read-back = Confirm the read-back
request-confirm-silence-never-confirms-with = Silence never confirms. With this, both sides mean the same, and the work begins.
request-confirm-confirm-this-is-what-we-meant = Confirm: this is what we meant
request-confirm-confirmed-to-can-start = Confirmed. {"{to}"} can start.
request-confirm-correct-the-read-back = Correct the read-back
request-confirm-write-only-where-something = Write only where something differs. {"{to}"} reads it back once more.
request-confirm-send-the-corrections = Send the corrections
request-confirm-to-was-told-what-is-meant = {"{to}"} was told what is meant.
request-confirm-it-was-corrected-twice-already = It was corrected twice already: a call may be quicker.
request-confirm-corrections = Corrections
request-confirm-error = Error:

## delivery

request-delivery-deliver-the-answer = Deliver the answer
request-delivery-from-looks-whether-it-is-what = {"{from}"} looks whether it is what was needed, and then tells the customer.
request-delivery-deliver-it = Deliver it
request-delivery-from-has-your-answer-and = {"{from}"} has your answer and verifies it next.
request-delivery-what-was-agreed = What was agreed
request-delivery-something-is-left-to-do-after = Something is left to do after this
request-delivery-what-is-left-to-do = What is left to do
request-delivery-who = Who
request-delivery-id-or-e-mail-address = Id or e-mail address.
request-delivery-by-when = By when
request-delivery-what-came-of-it = What came of it?
request-delivery-what-may-the-customer-be-told = What may the customer be told?
request-delivery-in-words-for-the-customer = In words for the customer.
request-delivery-evidence = Evidence
request-delivery-left-to-do = Left to do

## show

request-show-what-is-asked = What is asked
request-show-what-happened = What happened
request-show-where-it-stands = Where it stands
request-show-your-move = Your move.
request-show-do-both-sides-mean-the-same = Do both sides mean the same?
request-show-read-back = Read back {$at}
request-show-confirmed = ; confirmed {$at}
request-show-a-request-without-a-need-yet = A request without a need yet

## raising

request-raising-up-to-which-sum-may-they = Up to which sum may they spend?
request-raising-like-249-00 = Like 249.00.
request-raising-currency = Currency
request-raising-what-may-they-decide = What may they decide?
request-raising-which-department-do-you-ask = Which department do you ask?
request-raising-which-of-its-services = Which of its services?
request-raising-what-is-needed = What is needed?
request-raising-one-outcome-in-a-sentence-that = One outcome, in a sentence that somebody who does not know the customer understands.
request-raising-how-will-you-know-that-it = How will you know that it is done?
request-raising-what-does-it-mean-for-the = What does it mean for the customer?
request-raising-why-this-department = Why this department?
request-raising-what-do-they-need-to-know = What do they need to know to start?
request-raising-tick-customer-data-further-down = Tick customer data further down instead of writing it here.
request-raising-what-if-it-cannot-be-done = What if it cannot be done in time?
request-raising-by-when-is-it-needed = By when is it needed?
request-raising-why-by-then = Why by then?
request-raising-why-is-it-needed-sooner = Why is it needed sooner than agreed?
request-raising-only-where-it-is-sooner = Only where the time above is sooner than the agreement gives for a delivery.
request-raising-how-will-you-work-on-it = How will you work on it?
request-raising-what-the-customer-knows = What the customer knows
request-raising-what-they-may-spend-or-decide = What they may spend or decide
request-raising-life-or-safety-is-at-stake = Life or safety is at stake
request-raising-they-acknowledge-it-day-and-night = They acknowledge it within 15 minutes, day and night, and may deliver before they read back.
request-raising-customer-data = Customer data
request-raising-what-do-you-want-of-them = What do you want of them?
request-raising-needs = {$name} (needs {$tags})
request-raising-what = What
request-raising-in-your-own-time-zone = In your own time zone.
request-raising-when = When
request-raising-how-urgent-is-it = How urgent is it?
request-raising-send-the-request = Send the request
request-raising-save-as-a-draft = Save as a draft
request-raising-pounds = Pounds
request-raising-euros = Euros
request-raising-us-dollars = US dollars
request-raising-customer-told = customer_told.
request-raising-what-the-customer-knows-already = What the customer knows already
request-raising-authority = authority.
request-raising-write-the-sum-like-249-00 = Write the sum like 249.00.
request-raising-where-does-it-begin = Where does it begin?
request-raising-look-at-words-and-advice = Look at words and advice

## clarification

request-clarification-question = Question
request-clarification-customer-field-you-need = Customer field you need
request-clarification-if-you-ask-for-more-data = If you ask for more data: phone, address …

## list

request-list-to-us-if-left-out = to_us, if left out.
request-list-whose-move-it-is = Whose move it is.
request-list-due-those-that-have-not-ended = due: those that have not ended, by what is due first.
request-list-only-what-is-assigned-to-me = Only what is assigned to me, or what I sent.
request-list-what-to-look-for-words-phrases = What to look for: words, "phrases", field:value, -not, OR.

## dispute

request-dispute-about = About
request-dispute-how-you-see-it = How you see it
request-dispute-decision = Decision
request-dispute-why = Why
request-dispute-choose-what-it-is-about = Choose what it is about.
request-dispute-show-it-with-later-disputes-and = Show it with later disputes and declines of this kind
request-dispute-a-clock-that-is-due-at = A clock that is due at another time
request-dispute-what-it-was-due-before-stays = What it was due before stays beside it. What was late already stays late, and counts as excused by you.
request-dispute-it-is-due = It is due
request-dispute-say-when-it-is-due-instead = Say when it is due instead.
request-dispute-say-which-clock-it-is = Say which clock it is.
request-dispute-dispute-the-request = Dispute the request
request-dispute-whoever-is-accountable-for-the = The other side says how it sees it too. Then somebody who has no part in it rules: whoever is accountable for the service, an arbiter or a head; without a ruling in time, the director on duty. The work and the clocks go on meanwhile.
request-dispute-open-the-dispute = Open the dispute
request-dispute-whoever-rules-on-it-was-told = Whoever rules on it was told. The work goes on meanwhile.
request-dispute-say-how-you-see-it = Say how you see it
request-dispute-whoever-rules-reads-both-sides = Whoever rules reads both sides beside what the log says.
request-dispute-say-it = Say it
request-dispute-whoever-rules-reads-it-beside = Whoever rules reads it beside what the other side said.
request-dispute-rule-on-it = Rule on it
request-dispute-both-departments-read-the = Both departments read the decision and why. It settles the matter.
request-dispute-rule = Rule
request-dispute-the-ruling-stands-both = The ruling stands. Both departments can read it.
request-dispute-rules-by = {$rulers} rules by {$due}, once both sides have had their say. Without a ruling then, the director on duty is asked.
request-dispute-nobody-is-there-to-rule = Nobody who has no part in it is there to rule. After {$due}, the director on duty is asked.
request-dispute-nobody-ruled-by = Nobody ruled by {$due}, so {$asked} was asked and can rule.
request-dispute-the-work-goes-on = The work and the clocks go on.
request-dispute-or = { " or " }
request-dispute-has-until-to-say = Has until {$due} to say how it sees it. Nobody rules before.
request-dispute-has-not-said-in-time = Has not said in time how it sees it.
request-dispute-times = {$count} times
request-dispute-what-the-log-says = What the log says
request-dispute-sent = Sent {$zone}.
request-dispute-the-read-back-was-corrected = The read-back was corrected {$times}.
request-dispute-it-was-declined = It was declined {$times}.
request-dispute-the-sender-was-asked = The sender was asked {$times}.
request-dispute-version-of-the-agreement = version {$number} of the agreement
request-dispute-it-runs-by = It runs by {$link}.
request-dispute-all-that-happened-with-its = All that happened, with its times
request-dispute-used = {$clock}: {$used} used
request-dispute-due = , due {$due}
request-dispute-before-a-ruling = (before a ruling: {$due})
request-dispute-late = , late

## acts

request-acts-field = Field
request-acts-name-the-field = Name the field.
request-acts-purpose = Purpose
request-acts-what-the-colleague-needs-it-for = What the colleague needs it for: arrange_delivery, call_back …
request-acts-why = Why
request-acts-needed-for-sensitive-fields = Needed for sensitive fields.

## escalation

request-escalation-level = Level
request-escalation-1-both-leads-2-heads-and = 1: both leads. 2: heads and service owner. 3: duty director.
request-escalation-why-it-cannot-be-settled-where = Why it cannot be settled where it is
request-escalation-decision-wanted = Decision wanted
request-escalation-decision = Decision
request-escalation-why = Why

## advice

request-advice-what-is-advised = What is advised
request-advice-escalate-it = Escalate it
request-advice-escalated = Escalated
request-advice-level = Level {$level}
request-advice-nobody-was-there-to-be-asked = nobody was there to be asked
request-advice-wanted = Wanted: {$decision_wanted}
request-advice-decided = {$by} decided: {$decision} {$span}
request-advice-done-meanwhile = Nothing is left to decide: it was done.
request-advice-passed-on = Nobody decided in time; the next level was asked.
request-advice-to-be-decided-by = To be decided by {$due}
request-beside-stands-still = Stands still
request-beside-not-counting = , not counting {$paused} of waiting
request-turn-has-to-share-what-the-agreement = has to share what the agreement asks for ({$facts}); the clocks of {$to} start then
request-clocks-a-ruling-set-it-anew = A ruling on a dispute has set it anew.
request-clocks-it-is-due-when-needed = It is due when it is needed, and later by the working time that it waited.
request-clocks-were-agreed = {$time} of working time were agreed, in version {$number} of the agreement.
request-clocks-emergency = {$time} by the clock on the wall, day and night: life, safety or the data of people is at stake.
request-clocks-are-usual = {$time} of working time are usual for this step where nothing was agreed.
request-clocks-only-working-time-counts = Only working time counts. What runs comes first; what has stopped is folded below it.
request-clocks-have-stopped =
    { $count ->
        [one] One clock has stopped
       *[other] {$count} clocks have stopped
    }
request-clocks-no-clock-has-started = No clock has started yet.
request-clocks-back-to-the-request = Back to the request
request-clocks-why-is-it-due-then = Why is it due then?
request-clocks-started = Started
request-clocks-due = Due
request-clocks-stopped = Stopped
request-clocks-used = Used
request-clocks-not-counted = Not counted, as it waited
request-clocks-from-the-start-to-the-due-time = From the start to the due time
request-clocks-and-more-days = And {$days} more days.
request-beside-ended = ended
request-beside-excused = ; excused by { $who }
request-clocks-excused = { $who } excused it, { $when }. It stays late; figures show both.
request-doing-excuse-that-it-was-late = Excuse that it was late
request-excuse-which-clock = What was late
request-excuse-started = When that clock started
request-excuse-when-it-ran-more-than-once = Only when it ran more than once and you do not mean the last time.
request-excuse-why = Why it is not held against them
request-excuse-choose-the-clock = Choose what was late.
request-excuse-excuse-that-it-was-late = Excuse that it was late
request-excuse-it-stays-late-and-figures = Your department waited for it, so it is yours to excuse. It stays late: figures are shown with and without what was excused, and both sides read why.
request-excuse-excuse-it = Excuse it
request-excuse-it-is-excused = It is excused; both sides see why.

## agreed

request-agreed-what-you-have-agreed = What you have agreed
request-agreed-it-runs-under = It runs under {$link}, version {$number}.
request-agreed-they-get = {$to} gets the facts it needs: {$facts}.
request-agreed-their-clock-starts-when = {$to} needs {$facts}. Their clock starts when you share it: tick it below.
request-agreed-a-delivery-takes = A delivery takes up to {$time} of working time. Needed sooner, it asks you for the reason.
request-agreed-what-it-is-about = What it is about and what not
request-agreed-about = About
request-agreed-not-about = Not about
request-agreed-they-need = {$to} needs
request-agreed-which-is-how-urgent = Which request is how urgent
request-agreed-nothing-is-agreed = {$from} and {$to} have agreed on nothing yet, so the usual times hold.
request-agreed-propose-one = Propose an agreement
request-agreed-they-can-propose-one = A lead can propose an agreement: {$names}.
request-agreed-as-agreed = As agreed: {$day}

## fit

request-fit-it-fits = If every step takes all of its time, the customer is told by {$latest}: {$needs} of working time of the {$left} that are left until the promise to the customer is due, {$due}.
request-fit-it-may-come-too-late = It may come too late for the customer: the steps may take {$needs} of working time, until {$latest}, and {$left} are left until the promise to the customer is due, {$due}. Ask for it sooner, or tell the customer when they hear again.
request-ask-files = Files
request-talk-files = Files
request-papers-with-the-request = Files that came with the request
request-papers-with-the-answer = Files that came with the answer

## escalated

request-escalated-to-level = Escalated to level {$level}
request-escalated-by-itself = Asked by Baton, as a clock ran out
request-escalated-nobody-decided-below = Nobody decided at the level below in time
request-escalated-why = Why
request-escalated-what-to-decide = To decide
request-escalated-asked = Asked
request-escalated-by-when = By
request-escalated-nobody = nobody is named
request-escalated-1-the-leads = 1: the leads of both departments. Now: {$who}
request-escalated-2-the-heads = 2: the heads of both departments and the owner of the service. Now: {$who}
request-escalated-3-the-director = 3: the director on duty. Now: {$who}
