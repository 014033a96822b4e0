## message

case-message-reply-to-the-customer = Reply to the customer
case-message-send = Send
case-message-log-a-call = Log a call
case-message-log-the-call = Log the call
case-message-log-what-came-in = Log what came in
case-message-log-it = Log it
case-message-write-a-note = Write a note
case-message-keep-the-note = Keep the note
case-message-only-colleagues-see-a-note-the = Only colleagues see a note. The customer never does. Write @ and a name to tell somebody.
case-message-by-e-mail-it-goes-to = By e-mail it goes to {$strong} and can be taken back for 15 seconds.
case-message-no-e-mail-address-is-known = No e-mail address is known for this customer. Type one, or record another way.
case-message-anything-but-e-mail-is-only = Anything but e-mail is only recorded here: you tell them yourself.
case-message-it-is-kept = It is kept. {$not_told}
case-message-taken-back-nothing-was-sent = Taken back: nothing was sent. Your text is here.
case-message-what-is-it = What is it?
case-message-say-what-it-is-a-note = Say what it is: a note, a reply, a call, or something that came in.
case-message-how = How?
case-message-when-does-the-customer-hear-again = When does the customer hear again?
case-message-the-first-reply-says-so = The first reply says what happens next and by when. It becomes a promise to write again.
case-message-message = Message
case-message-to = To
case-message-the-customers-own-address-if = The customer's own address, if left out.
case-message-write-what-came-in = Write what came in.
case-message-write-the-message = Write the message.
case-message-an-update-is-sent-as-a = An update is sent as a customer update.
case-message-write-it-like-name-example-org = Write it like name@example.org.
case-message-no-e-mail-address-is-known-2 = No e-mail address is known for this customer. Add one, or record a call or a letter.
case-message-the-customer-wrote-again = The customer wrote again.
case-message-whoever-wrote-a-message-takes = Whoever wrote a message takes it back. Ask them, or send another one to put it right.
case-message-a-message-can-be-taken-back = A message can be taken back for 15 seconds, before it has left. Send another one to put it right.
case-message-only-batons-own-post-reports = Only Baton's own post reports what became of a message.
case-message-the-message-that-told-the = The message that told the customer came back.

## separation

case-separation-back-to-the-case = Back to the case
case-separation-take-the-merger-back = Take the merger back
case-separation-is-then-a-case-of-its = {$own} is then a case of its own again, as it was before.
case-separation-what-came-in-since-the-merger = What came in since the merger is in {$on} and stays there, answers to letters of {$own} too: somebody has read it there. Both owners are told.
case-separation-it-can-be-taken-back-until = It can be taken back until {$zone}.
case-separation-is-on-its-own-again = {$reference} is on its own again.

## file


## since

case-since-send-it-again-if-it-still = {" "}Send it again if it still fits.
case-since-what-changed-while-you-were = What changed while you were writing
case-since-what-you-wrote-is-still-below = What you wrote is still below.

## new

case-new-name = Name
case-new-e-mail-address = E-mail address
case-new-telephone-number = Telephone number
case-new-it-is-somebody-else-with-the = It is somebody else with the same address or number
case-new-how-did-it-reach-us = How did it reach us?
case-new-say-how-it-reached-us = Say how it reached us.
case-new-what-is-it-about = What is it about?
case-new-a-few-words-by-which-colleagues = A few words by which colleagues recognise it.
case-new-say-in-a-few-words-what = Say in a few words what the case is about.
case-new-what-did-they-say = What did they say?
case-new-in-their-own-words-where-you = In their own words where you can.
case-new-priority = Priority
case-new-received = Received
case-new-if-it-reached-us-earlier-than = If it reached us earlier than now.
case-new-you-belong-to-no-department-so = You belong to no department, so nobody could look after the case.
case-new-an-administrator-adds-you-to = An administrator adds you to one in the directory.
case-new-open-the-directory = Open the directory
case-new-new-case = New case
case-new-your-department-takes-no-cases = Your department takes no cases from customers. What you open here is an internal case of your own department; it can ask others like any case.
case-new-customer = Customer
case-new-choose-somebody-else = Choose somebody else
case-new-is-it-one-of-these = Is it one of these?
case-new-what-is-open-for-this-customer = What is open for this customer. One story in one case: write there if it fits.
case-new-a-new-case = A new case
case-new-customers = Customers
case-new-who-is-it-about = Who is it about?
case-new-name-e-mail-address-telephone = Name, e-mail address, telephone or account number.
case-new-find = Find
case-new-known-already = Known already
case-new-nobody-was-found-for-fill-in = Nobody was found for “{$value}”. Fill in who it is below.
case-new-found = Found
case-new-no-name = {"["}no name]
case-new-somebody-new = Somebody new
case-new-leave-it-empty-for-an-internal = Leave it empty for an internal case, or when you do not know who it is.
case-new-open-the-case = Open the case
case-new-the-case-is-open-and-you = The case is open, and you own it.
case-new-an-internal-case-has-no = An internal case has no customer. Choose how it reached us, or leave out who.
case-new-customer-2 = {$key} customer
case-new-somebody-with-this-address-or = Somebody with this address or number is known already: choose them above, or tick that it is somebody else.
case-new-id-of-the-customer-none-for = Id of the customer; none for an internal case.
case-new-normal-if-left-out = normal, if left out.
case-new-if-earlier-than-now = If earlier than now.
case-new-department = Department
case-new-one-of-your-own-your-first = One of your own; your first, if left out.
case-new-it-follows = Follows
case-new-the-closed-case-whose-matter = The closed case whose matter it takes up again.
case-new-choose-a-case-that-you-can-see = Choose a case that you can see.
case-new-owner = Owner
case-new-you-if-left-out = You, if left out.
case-new-choose-a-customer-that-you-can = Choose a customer that you can see, or leave it out.

## merger

case-merger-merge-with-another-case = Merge with another case
case-merger-back-to-the-case = Back to the case
case-merger-was-merged-into-this-case-its = {$reference} was merged into this case. Its story stands at the end.
case-merger-which-case-is-about-the-same = Which case is about the same matter? {$reference} rests then, and everything goes on in the other one.
case-merger-the-other-case = The other case
case-merger-find-the-other-case = Find the other case
case-merger-its-reference-or-words-that = Its reference, or words that stand in it.
case-merger-find = Find
case-merger-is-no-case-that-you-can = ” is no case that you can see.
case-merger-open-cases-that-it-may-belong = Open cases that it may belong to
case-merger-found = Found
case-merger-no-open-case-fits-both-must = No open case fits “{$words}”. Both must be open, of one department and of one customer.
case-merger-this-customer-has-no-other-open = This customer has no other open case in your department.
case-merger-your-department-has-no-other = Your department has no other open internal case.
case-merger-merge-into = Merge {$reference} into {$reference_2}
case-merger-the-other-way-round-goes-on = The other way round: {$reference} goes on
case-merger-choose-another-case = Choose another case
case-merger-what-happens = What happens
case-merger-rests-all-of-it-can-still = {$own} rests. All of it can still be read, there and in {$goes_on}.
case-merger-what-the-customer-writes-to = What the customer writes to {$own} lands in {$goes_on}. Nobody is sent anything now.
case-merger-the-customer-has-not-been-told = The customer has not been told how {$own} ends, so {$goes_on} closes only after they have been told.
case-merger-the-owners-of-both-are-told = The owners of both are told.
case-merger-it-can-be-taken-back-until = It can be taken back until {$until}. What comes in until then stays in {$goes_on}.
case-merger-rests = {$reference} rests
case-merger-goes-on = {$reference} goes on
case-merger-both-cases-side-by-side = Both cases side by side
case-merger-what = What
case-merger-subject = Subject
case-merger-state = State
case-merger-owner = Owner
case-merger-priority = Priority
case-merger-received = Received
case-merger-came-by = Came by
case-merger-outcome-told = Outcome told
case-merger-not-yet = Not yet
case-merger-messages = Messages
case-merger-requests = Requests
case-merger-first-words = First words
case-merger-nothing-was-written = Nothing was written.
case-merger-goes-on-in = Goes on in
case-merger-the-reference-of-the-case-that = The reference of the case that goes on, like C-1042.
case-merger-name-the-case-that-goes-on = Name the case that goes on.
case-merger-there-is-no-such-case-that = There is no such case that you can see. Write it like C-1042.
case-merger-two-cases-are-merged-or-taken = Two cases are merged or taken apart by whoever owns them, or leads their department. Ask the owner of {$reference} or the lead.
case-merger-the-case-was-not-merged-into = The case was not merged into another one; there is nothing to take apart.
case-merger-a-merger-can-be-taken-back = A merger can be taken back for thirty days. Open a new case for what is another matter.
case-merger-is = {$reference}/{$ordinal} is {$stage}
case-merger-and-a-request-stays-with-its = {$open}, and a request stays with its case. Bring it to its end and tell the customer, or merge the other case into this one.
case-merger-the-customer-still-expects = The customer still expects something. Mark the promise as kept, or release it with a reason; or merge the other case into this one.
case-merger-a-message-to-the-customer-is = A message to the customer is about to leave. Wait until it has left, or take it back.
case-merger-name-another-case-this-one = Name another case: this one cannot go on in itself.
case-merger-was-merged-into-name = {$name} was merged into {$on}. Name {$on}.
case-merger-is-closed-reopen-it-first-or = {$name} is closed. Reopen it first, or name another case.
case-merger-belongs-to-another-department = {$name} belongs to another department. Raise a request instead.
case-merger-is-not-of-the-same-customer = {$name} is not of the same customer.

## joined

case-joined-message =
    { $messages ->
        [one] 1 message
       *[other] {$messages} messages
    }
case-joined-received = received {$received_at} · {$said}
case-joined-merged-into-this-case = Merged into this case
case-joined-what-happened-in = What happened in {$reference}
case-joined-the-case-was-merged-into-and = The case was merged into {$goes_on} and goes on there. Do it in {$goes_on}.

## reopening

case-reopening-the-case-is-open-there-is = The case is open; there is nothing to reopen.
case-reopening-back-to-the-case = Back to the case
case-reopening-reopen-the-case = Reopen the case
case-reopening-it-was-closed = It was closed {$zone}: {$outcome}
case-reopening-the-case-is-open-again = The case is open again.

## closure

case-closure-the-case-goes-on-in-and = The case goes on in {$reference} and is closed there.
case-closure-back-to-the-case = Back to the case
case-closure-close-the-case = Close the case
case-closure-the-case-is-closed-already = The case is closed already.
case-closure-reopen-it = Reopen it
case-closure-close-check = Close check
case-closure-every-rule-is-met-say-how = Every rule is met. Say how it ended, and close.
case-closure-the-customer-does-not-know-the = The customer does not know the outcome yet.
case-closure-something-is-still-missing = Something is still missing. Settle it, then close.
case-closure-no-request-to-another = No request to another department is open
case-closure-still-expected = Still expected: {$trim_end_matches}.
case-closure-settle-it = Settle it
case-closure-everything-promised-to-the = Everything promised to the customer is settled
case-closure-is-being-prepared-by-another = {$reference} is being prepared by another department.
case-closure-open = Open {$reference}
case-closure-internal-case-there-is-no = Internal case: there is no customer to tell
case-closure-nobody-has-told-the-customer-an = Nobody has told the customer an outcome.
case-closure-an-answer-is-newer-than-what = An answer is newer than what the customer was last told.
case-closure-tell-the-customer = Tell the customer
case-closure-the-customer-knows-the-outcome = The customer knows the outcome
case-closure-the-customer-cannot-be-told = The customer cannot be told
case-closure-a-case-closes-without-telling = A case closes without telling the customer for five reasons only, each with its own proof. The reason and the proof are kept for good.
case-closure-close-without-telling = Close without telling
case-closure-the-case-is-closed = The case is closed.
case-closure-why-the-customer-need-not-be = Why the customer need not be told
case-closure-evidence = Evidence
case-closure-what-shows-it-who-told-them = What shows it: who told them and when, or how you tried to reach them.
case-closure-message-or-call-in-which-the = Message or call in which the customer withdrew
case-closure-who-of-compliance-approved = Who of compliance approved
case-closure-case-that-goes-on = Case that goes on
case-closure-its-reference-like-c-1042 = Its reference, like C-1042.
case-closure-how-did-it-end = How did it end?
case-closure-exemption = Exemption
case-closure-why = Why
case-closure-say-why-the-customer-need-not = Say why the customer need not be told.

## list

case-list-no-name = {"["}no name]
case-list-owned-by = owned by {$owner}
case-list-merged-into-c = merged into C-{$number}
case-list-open-request =
    { $open_requests ->
        [one] 1 open request
       *[other] {$open_requests} open requests
    }
case-list-high-priority = high priority
case-list-urgent = urgent
case-list-my-departments = My departments
case-list-my-department = My department
case-list-whose-cases = Whose cases
case-list-mine = Mine
case-list-find-a-customer = Find a customer
case-list-cases = Cases
case-list-narrow-the-list = Narrow the list
case-list-only-those-with = Only those with
case-list-kettle-is-late-with-logistics = kettle is:late with:logistics
case-list-show = Show
case-list-all-that-are-open = All that are open
case-list-in-which-state = In which state
case-list-take-a-part-of-what-you = Take a part of what you asked for out. You find cases of your own departments only.
case-list-no-case-fits = No case fits
case-list-all-cases = All cases
case-list-no-case-is = No case is “{$standing}”
case-list-cases-in-this-state-would-be = Cases in this state would be listed here, what is due first on top.
case-list-you-own-no-open-case = You own no open case
case-list-cases-that-you-take-or-are = Cases that you take or are given are listed here, what is due first on top.
case-list-see-your-departments-cases = See your department's cases
case-list-no-case-is-open-in-your = No case is open in your department
case-list-a-case-begins-when-a-customer = A case begins when a customer writes, calls or comes by. Mail opens cases by itself.
case-list-open-a-case = Open a case
case-list-department-if-left-out = department, if left out.
case-list-what-to-look-for-words-phrases = What to look for: words, "phrases", field:value, -not, OR.

## promise

case-promise-record-the-promise = Record the promise
case-promise-what-the-customer-expects-of-us = What the customer expects of us, and by when. The case stays open until it is settled.
case-promise-record-a-promise = Record a promise
case-promise-the-promise-is-recorded = The promise is recorded.
case-promise-this-promise-has-been-settled = This promise has been settled already.
case-promise-back-to-the-case = Back to the case
case-promise-a-settled-promise = A settled promise
case-promise-settle-the-promise = Settle the promise
case-promise-settle-a-promise = Settle a promise
case-promise-the-promise-is-kept = The promise is kept.
case-promise-the-promise-is-released = The promise is released.
case-promise-what-was-promised = What was promised?
case-promise-by-when = By when?
case-promise-say-by-when = Say by when.
case-promise-it-was-kept = It was kept
case-promise-if-not-why-the-customer-no = If not: why the customer no longer expects it
case-promise-say-what-was-promised = Say what was promised.
case-promise-a-promise-lies-in-the-future = A promise lies in the future.
case-promise-the-next-update = The next update.
case-promise-say-why-the-customer-no-longer = Say why the customer no longer expects it.
case-promise-only-batons-own-timers-look-at = Only Baton's own timers look at due times.

## elsewhere

case-elsewhere-this-case-belongs-to-another = This case belongs to another department. What it needs of yours is in its requests, with the fields of the customer that they take.
case-elsewhere-if-you-need-more-ask-in = If you need more, ask in the request: the answer and what is shared stay together.
case-elsewhere-to-us = To us
case-elsewhere-you-see-a-part-of-this = You see a part of this case

## story

case-story-opened-the-case = {$actor} opened the case.
case-story-to = To
case-story-need = Need
case-story-next-update-promised-by = Next update promised by {$by}
case-story-an-automatic-answer-came-in = An automatic answer came in
case-story-wrote = {$name} wrote
case-story-a-message-came-in = A message came in
case-story-replied = {$by} replied
case-story-wrote-a-note = {$by} wrote a note
case-story-spoke-with-the-customer = {$by} spoke with the customer
case-story-told-the-customer-the-outcome = {$by} told the customer the outcome
case-story-told-the-customer-how-it-is = {$by} told the customer how it is going
case-story-told-the-customer-that-we-are = {$by} told the customer that we are on it
case-story-for-colleagues-only = for colleagues only
case-story-by = by {$channel}
case-story-from = {$by} from {$from}
case-story-to-2 = {$by} to {$to}
case-story-came-back-the-customer-does-not = Came back: the customer does not know
case-story-taken-back-it-did-not-leave = Taken back: it did not leave
case-story-about-to-leave = About to leave
case-story-at-the-counter = at the counter

## beside

case-beside-name = Name
case-beside-this-case = This case
case-beside-owner = Owner
case-beside-priority = Priority
case-beside-department = Department
case-beside-came-by = Came by
case-beside-received = Received
case-beside-recorded = Recorded
case-beside-customer = Customer
case-beside-internal-case-there-is-no = Internal case: there is no customer.
case-beside-no-customer-is-known-for-this = No customer is known for this case.
case-beside-all-of-this-customer = All of this customer
case-beside-promised-to-the-customer = Promised to the customer
case-beside-nothing-was-promised = Nothing was promised.
case-beside-settled = {$settled} settled
case-beside-record-a-promise = Record a promise
case-beside-kept-late = kept late
case-beside-kept = kept
case-beside-released = released
case-beside-was-by = {$value}, was by {$zone}
case-beside-settle = Settle
case-beside-change = Change
case-beside-the = the {$what}

## lanes

case-lanes-the-customer-was-told-and-the = The customer was told, and the loop is closed
case-lanes-it-was-declined-and-that-is = It was declined, and that is settled
case-lanes-it-was-withdrawn = It was withdrawn
case-lanes-it-goes-on-in-another-request = It goes on in another request
case-lanes-the-loop-is-closed = The loop is closed
case-lanes-read-it-back = read it back
case-lanes-sent = Sent
case-lanes-acknowledged = Acknowledged
case-lanes-read-back = Read back
case-lanes-confirmed = Confirmed
case-lanes-delivered = Delivered
case-lanes-checked = Checked
case-lanes-told = Told
case-lanes-question = Question
case-lanes-answer = Answer
case-lanes-proposal = Proposal
case-lanes-reply = Reply
case-lanes-declined = Declined
case-lanes-withdrawn = Withdrawn
case-lanes-merged = Merged

## frame

case-frame-back-to-the-case = Back to the case
case-frame-what-they-wrote-last = What they wrote last

## show

case-show-priority = {$priority} priority
case-show-answer-to-pass-on = Answer to pass on
case-show-internal-no-customer-to-tell = Internal: no customer to tell
case-show-outcome-told = Outcome told {$at}
case-show-outcome-not-told-yet = Outcome not told yet
case-show-owned-by-received = Owned by {$owner} · received {$first_received} · {$told}
case-show-reply = Reply
case-show-tell-the-customer = Tell the customer
case-show-ask-another-department = Ask another department
case-show-write-a-note = Write a note
case-show-log-a-call = Log a call
case-show-log-what-came-in = Log what came in
case-show-close-the-case = Close the case
case-show-what-is-missing-to-close = What is missing to close
case-show-reopen = Reopen
case-show-merge-with-another-case = Merge with another case
case-show-take-the-merger-back = Take the merger back
case-show-snooze = Snooze
case-show-what-you-can-do = What you can do
case-show-what-happened = What happened
case-show-nothing-yet = Nothing yet.
case-show-who-has-to-move = Who has to move
case-show-ask-one = Ask one
case-show-no-other-department-has-been = No other department has been asked. {$link} when solving this takes more than yours.
case-show-requests-to-other-departments = Requests to other departments
case-show-your-note-is-in-the-case = Your note is in the case. Only colleagues see it.
case-show-the-call-is-logged = The call is logged.
case-show-what-came-in-is-logged = What came in is logged.
case-show-it-is-recorded-in-the-case = It is recorded in the case.
case-show-what-is-advised = What is advised

## owner

case-owner-owns-it-now-the-new-owner = {$owner} owns it now. The new owner is told.
case-owner-nobody-else-of-could-take-it = Nobody else of {$value} could take it.
case-owner-back-to-the-case = Back to the case
case-owner-give-it-to-them = Give it to them
case-owner-ask-it-to-take-over = ask it to take over
case-owner-to-give-the-case-to-another = To give the case to another department, {$link}.
case-owner-give-the-case-to-a-colleague = Give the case to a colleague
case-owner-owns-the-case-now = {$owner} owns the case now.
case-owner-change-the-priority = Change the priority
case-owner-the-priority-is-changed = The priority is changed.
case-owner-new-owner = New owner
case-owner-id-or-e-mail-address = Id or e-mail address.
case-owner-say-who-takes-it = Say who takes it.
case-owner-the-customer-agrees-to-later-times = The customer agrees to later times
case-owner-else-the-earlier-due-times-stay = Lowering the priority leaves the earlier due times as they are unless the customer has agreed.
case-owner-priority = Priority
case-owner-choose-the-priority = Choose the priority.
case-owner-why = Why

## update

case-update-this-is-an-internal-case-there = This is an internal case: there is no customer to tell.
case-update-back-to-the-case = Back to the case
case-update-nobody-to-tell = Nobody to tell
case-update-tell-the-customer = Tell the customer
case-update-e-mail-goes-to-and-can = E-mail goes to {$strong} and can be taken back for 15 seconds.
case-update-no-e-mail-address-is-known = No e-mail address is known for this customer: ring, write or tell them in person, and record it here.
case-update-what-may-be-told = What may be told
case-update-told-already = · told already
case-update-for-us-what-they-did = For us: what they did
case-update-start-from-this-text = Start from this text
case-update-what-do-you-tell-them = What do you tell them?
case-update-say-what-you-tell-them-holding = Say what you tell them: holding, progress or outcome.
case-update-an-outcome-covers-every-answer = An outcome covers every answer recorded before it.
case-update-how = How?
case-update-say-how-you-tell-them = Say how you tell them.
case-update-message = Message
case-update-in-words-that-the-customer-can = In words that the customer can use.
case-update-next-update-by = Next update by
case-update-becomes-a-promise = Becomes a promise.

## ball

case-ball-merged-into-it-goes-on-there = Merged into {$on}. It goes on there.
case-ball-open = Open {$on}
case-ball-closed = Closed: {$outcome}
case-ball-an-answer-is-in = An answer is in.
case-ball-tell-the-customer-the-outcome = {$why} Tell the customer the outcome.
case-ball-tell-the-customer = Tell the customer
case-ball-the-answer-of-is-in = The answer of {$from} is in.
case-ball-you-can = You can {$next}.
case-ball-you-have-to = You have to {$next}.
case-ball-has-the-ball-to = {$who} has the ball: to {$next}.
case-ball-nothing-is-open-with-another = Nothing is open with another department.
case-ball-the-customer-knows-the-outcome = The customer knows the outcome and nothing is open.
case-ball-close-the-case = Close the case
case-ball-the-customer-wrote-last-answer = The customer wrote last. Answer them, or ask another department.
case-ball-the-customer-has-not-been-told = The customer has not been told an outcome yet.
case-ball-the-customer-knows-the-outcome-2 = The customer knows the outcome. Settle what is still promised.
case-ball-see-what-is-missing-to-close = See what is missing to close

## waiver

case-waiver-only-what-the-customer-wrote = Only what the customer wrote themselves can be marked as needing no reply.
case-waiver-it-is-marked-already = This message is marked as needing no reply already.
case-waiver-this-is-what-the-customer-came = This is what the customer came with. Answer it; if there is nothing to say, close the case with the reason.
case-waiver-it-has-been-answered = This message has been answered.
case-waiver-it-is-not-marked = This message is not marked as needing no reply.
case-waiver-the-customer-has-been-answered = The customer has been answered since, so there is nothing to take back.
case-waiver-message = Message
case-waiver-name-the-message = Name the message.
case-waiver-why-does-it-need-no-reply = Why does it need no reply?
case-waiver-choose-why = Choose why it needs no reply.
case-waiver-in-a-few-words = In a few words
case-waiver-needed-for-another-reason = Needed when the reason is another one.
case-waiver-a-word-of-thanks = It is a word of thanks
case-waiver-for-our-information = It is for our information, and asks nothing
case-waiver-it-says-again = It says again what has been answered
case-waiver-another-reason = Another reason
case-waiver-no-reply-needed = No reply needed
case-waiver-what-it-does = The clock of the next response ends, and the case no longer waits for us because of this message. It can be taken back until the customer is answered.
case-waiver-its-clock-has-ended = Marked: no reply needed. Its clock has ended.
case-waiver-it-needs-a-reply = It needs a reply
case-waiver-its-clock-runs-again = The message needs a reply. It is due as before.
case-waiver-say-why-it-needs-no-reply = Say why it needs no reply.

## moves

case-moves-the-case-is-open-there-is = The case is open; there is nothing to reopen.
case-moves-the-case-is-closed-a-note = The case is closed. A note can still be added; to go on, reopen it.
case-moves-it-was-closed-too-long-ago = The case was closed more than {$days} days ago. Open a new case that follows it.
case-moves-this-is-an-internal-case-there = This is an internal case: there is no customer to tell.
case-moves-whether-a-reply-is-needed = A named person says whether a reply is needed.
case-moves-no-message-waits-for-a-reply = No message of the customer waits for a reply, but the one that they came with.
case-moves-no-message-is-marked-as = No message is marked as needing no reply, or the customer has been answered since.
case-moves-a-request-is-raised-by-a = A request is raised by a named person.

## request-moves

case-request-moves-the-request-is-legal-for-you = The request is {$stage}. Legal for you now: {$legal}.

## request-guards

case-request-guards-it-has-ended-a-note-can = It has ended. A note can still be added; to go on with the work, reopen it.
case-request-guards-the-highest-level-is-asked = The highest level is asked already, and nobody is above it. Wait for its decision.
case-request-guards-a-second-pair-of-eyes-is = A second pair of eyes is the point: somebody else of the asking department verifies.
case-request-guards-you-read-it-back-somebody-else = You read it back. Somebody else of the asking department confirms.
case-request-guards-you-have-a-part-in-it = You have a part in this. Somebody who is on neither side rules on it.
case-request-guards-the-other-side-has-its-say = The other side has not said yet how it sees it. Rule once it has, or once its time to say so is over.
case-request-guards-your-side-opened-the-dispute = Your side opened the dispute. The other one says how it sees it.
case-request-guards-you-asked-for-this-somebody = You asked for this. Somebody else of the department that was asked answers it.
case-request-guards-the-department-that-asked = the department that asked
case-request-guards-the-department-that-was-asked = the department that was asked
case-request-guards-the-person-it-is-assigned-to = the person it is assigned to, or their lead
case-request-guards-the-two-departments-of-the = the two departments of the request
case-request-guards-the-leads-of-the-department-that = the leads of the department that waited
case-request-guards-whoever-was-asked-to-decide = whoever was asked to decide
case-request-guards-the-owner-of-the-service-or = the owner of the service or an arbiter, who is on neither side
case-request-guards-only-a-named-person-can-do = Only a named person can do this; being assigned or forwarded by a rule is not accepting.
case-request-guards-this-act-belongs-to-ask-them = This act belongs to {$whose}. Ask them, or add a note to the request.
case-request-guards-both-sides-must-mean-the-same = Both sides must mean the same before work counts: read it back, and have the asking department confirm.
case-request-guards-this-emergency-was-delivered = This emergency was delivered before its read-back. The read-back comes first.
case-request-guards-it-has-been-passed-on-twice = It has been passed on twice. Before a third time, the owner of the service rules who does it: ask for a ruling, or open a dispute.
case-request-guards-serves-this-one-and-is-still = {$reference}/{$ordinal} serves this one and is still open. Bring it to its end, or withdraw it, before you deliver.

## request-read-back

case-request-read-back-say-in-your-own-words-what = Say in your own words what the outcome will be and what you will do for it.
case-request-read-back-the-sender-must-be-able-to = The sender must be able to see what you understood. Use at least 30 characters and other words than the request's.
case-request-read-back-this-is-not-the-time-by = This is not the time by which it is needed.
case-request-read-back-you-can-do-it-later-than = You can do it later than it is needed: propose the date as a counter.
case-request-read-back-if-what-was-shared-is-not = If what was shared is not enough, ask for the field that is missing.
case-request-read-back-look-at-the-request-again-if = Look at the request again. If it cannot be done as asked, counter it; if it is unclear, ask.
case-request-read-back-this-is-another-customer-give = This is another customer. Give the reference of the case.
case-request-read-back-this-is-not-the-sum-that = This is not the sum that the request names.
case-request-read-back-this-is-not-what-shall-happen = This is not what shall happen if it cannot be done in time.
case-request-read-back-say-what-was-understood = Say what was understood differently.
case-request-read-back-name-what-is-different = Name what is different.
case-request-read-back-say-what-is-right = Say what is right.

## request-raise

case-request-raise-a-colleague-can-only-answer-a = A colleague can only answer a complete request. Fill in what is named and send it again.
case-request-raise-a-notice-can-only-become-joint = A notice can only become joint work (collaborate). For anything else, ask the sender to raise a request.
case-request-raise-inside-a-department-change-the = Inside a department, change the owner of the case or add a note.
case-request-raise-choose-a-department-of-the = Choose a department of the directory.
case-request-raise-nobody-works-in-this-department = Nobody works in this department at present, so nobody could answer.
case-request-raise-choose-a-service-of-the = Choose a service of the department that you ask.
case-request-raise-say-what-you-need-as-one = Say what you need, as one outcome.
case-request-raise-say-how-you-will-know-that = Say how you will know that it is done.
case-request-raise-say-what-it-means-for-the = Say what it means for the customer.
case-request-raise-say-why-it-is-this-department = Say why it is this department that can do it.
case-request-raise-give-what-the-colleague-needs = Give what the colleague needs to know to start.
case-request-raise-say-by-when-it-is-needed = Say by when it is needed.
case-request-raise-say-why-it-is-needed-sooner = Your departments have agreed on {$time} of working time for a delivery. Say why it is needed sooner, or choose a later time.
case-request-raise-say-how-you-want-to-work = Say how you want to work on it: desk, email, phone …
case-request-raise-say-what-the-customer-was-told = Say what the customer was told.
case-request-raise-this-service-needs-the = This service needs the customer's {$tag}. Share it, with a purpose.
case-request-raise-choose-a-time-in-the-future = Choose a time in the future. If it was due already, escalate it instead.
case-request-raise-informing-asks-for-nothing-and = Telling somebody something asks for nothing and has no date. Choose to work on it together or to ask for a part, or leave out the wanted outcome and the needed-by time.
case-request-raise-say-what-they-should-know = Say what they should know.
case-request-raise-say-why-it-matters-to-them = Say why it matters to them.
case-request-raise-0-nobody-above-1-leads-2 = 0: nobody above. 1: leads. 2: heads. 3: director.
case-request-raise-the-case-is-not-yours-to = The case is not yours to transfer; its owner can.
case-request-raise-it-must-be-needed-no-later = It must be needed no later than the request that it serves.

## request-deliver

case-request-deliver-say-what-came-of-it = Say what came of it.
case-request-deliver-say-what-the-customer-may-be = Say what the customer may be told, in words for the customer.
case-request-deliver-an-action-needs-what-an-active = An action needs what, an active person as owner, and a date.
case-request-deliver-name-the-point-that-is-not = Name the point that is not met.

## request-overdue

case-request-overdue-only-batons-own-timers-look-at = Only Baton's own timers look at due times.

## request-work

case-request-work-say-what-has-been-done = Say what has been done.
case-request-work-write-the-note = Write the note.
case-wait-wait = Wait
case-wait-wait-for-somebody = Wait for somebody outside
case-wait-only-while-somebody-outside = Only while somebody outside has to act: the customer, who was asked in the last 24 hours, or a third party; or while a legal hold forbids to go on. The time is theirs then. The case is yours again as soon as the customer answers, and at the time below at the latest.
case-wait-the-case-waits = The case waits.
case-wait-go-on = Go on with the case
case-wait-the-case-goes-on = The case goes on.
case-wait-since = Since
case-wait-the-customer = Waiting for the customer
case-wait-a-third-party = Waiting for a third party
case-wait-on-legal-hold = On legal hold
case-wait-is-on-legal-hold = On legal hold, until { $until } at the latest: { $reason }
case-wait-waits-for-the-customer = Waiting for the customer, until { $until } at the latest: { $reason }
case-wait-waits-for-a-third-party = Waiting for a third party, until { $until } at the latest: { $reason }
case-wait-a-person-says-so = Whom a case waits for is said by a person, not by a rule.
case-wait-it-waits-already = The case waits already. Go on with it first.
case-wait-another-department-has-it = Another department has a part of it: what it waits for is said on the request.
case-wait-it-waits-for-nobody = The case waits for nobody.
case-request-work-say-what-is-being-waited-for = Say what is being waited for.
case-request-work-say-when-it-will-be-looked = Say when it will be looked at again.
case-request-work-the-customer-must-have-been = The customer must have been asked in the last 24 hours. Ask the case owner to write or call, then wait.
case-request-work-say-who-ordered-the-hold = Say who ordered the hold, and in which letter: nothing is parked in silence.
case-request-work-name-the-order-the-message-or = Name the order, the message or the call with which they were asked.

## request-end

case-request-end-say-why-it-is-no-longer = Say why it is no longer needed: somebody may have begun.
case-request-end-say-what-was-not-right-after = Say what was not right after all.
case-request-end-name-another-open-request-of = Name another open request of this case to the same department.

## request-clarify

case-request-clarify-write-your-question = Write your question.
case-request-clarify-name-the-field-by-its-tag = Name the field by its tag: phone, address …
case-request-clarify-answer-or-say-that-it-cannot = Answer, or say that it cannot be found out and why.

## request-packet

case-request-packet-the-customer-has-no-field = The customer has no field {$tag}.
case-request-packet-data-of-this-class-goes-to = Data of this class goes to named persons only, never with a request.
case-request-packet-this-field-is-sensitive-say-why = This field is sensitive: say why it is needed.
case-request-packet-say-what-is-needed-for = Say what {$field} is needed for.
case-request-packet-customer-data-is-shared-field = Customer data is shared field by field, each for a purpose, so that the customer can be told who saw it and why.
case-request-packet-was-not-shared-with-you-ask = {$field} was not shared with you; ask the sender for it.
case-request-packet-name-at-least-one-field = Name at least one field.
case-request-packet-say-why-it-is-no-longer = Say why it is no longer needed.
case-request-packet-this-field-is-not-shared = This field is not shared.

## request-escalate

case-request-escalate-1-both-leads-2-heads-and = Choose the level: 1, 2 or 3.
case-request-escalate-is-asked-already = Level {$level} is asked already, and decides by {$due}: {$asked}. Choose a level above it, or wait for the decision.
case-request-escalate-is-late = The clock of {$clock} ran out on {$due}. {$why}
case-request-escalate-who-does-it-and-when = Who does it, and by when? What are those who wait told?
case-request-escalate-say-why-it-cannot-be-settled = Say why it cannot be settled where it is.
case-request-escalate-say-which-decision-you-want = Say which decision you want.
case-request-escalate-escalate-it-as-advised-or-say = {$chosen} Escalate it as advised, or say why not.
case-request-escalate-you-may-choose-otherwise-than = You may choose otherwise than the rules advise; your reason is kept beside it.
case-request-escalate-say-what-is-decided = Say what is decided.
case-request-escalate-say-why-so-that-both-sides = Say why, so that both sides can follow.

## request-acknowledge

case-request-acknowledge-it-is-assigned-to-them-already = It is assigned to them already.
case-request-acknowledge-the-work-goes-to-a-named = The work goes to a named, active person of the department that was asked, other than the sender.

## request-counter

case-request-counter-propose-another-date-another = Propose another date, another scope, or both.
case-request-counter-propose-a-time-in-the-future = Propose a time in the future.
case-request-counter-say-why-it-cannot-be-as = Say why it cannot be as asked.
case-request-counter-say-what-this-means-for-the = Say what this means for the customer.
case-request-counter-say-why-the-proposal-does-not = Say why the proposal does not do.
case-request-counter-the-date-is-a-legal-one = The date is a legal one. Refuse the proposal, or ask compliance to accept it.

## request-dispute

case-request-dispute-say-how-you-see-it-and = Say how you see it, and what the log shows.
case-request-dispute-say-what-is-decided = Say what is decided.
case-request-dispute-that-clock-has-never-run = That clock has never run for this request: choose one that has.
case-request-dispute-the-law-sets-when-it-is-due = The law sets when this is to be delivered. Only somebody of compliance who rules can set it anew; rule without another time, or ask them to.
case-request-dispute-the-clock-cannot-be-due = The clock cannot be due before it began.
case-request-dispute-say-why-so-that-both-sides = Say why, so that both sides can follow.

## request-decline

case-request-decline-if-something-is-missing-ask-for = If something is missing, ask for it: the time until the answer is not counted as yours.
case-request-decline-a-ruling-has-settled-this = A ruling has settled this reason. If the ruling itself is wrong, open a dispute.
case-request-decline-choose-the-reason = Choose the reason.
case-request-decline-say-why-in-your-own-words = Say why in your own words, in at least {$shortest} characters.
case-request-decline-use-fewer-words = Use fewer words.
case-request-decline-a-no-without-a-reason-sends = A no without a reason sends a customer's problem into the void.
case-request-decline-say-what-the-sender-can-do = Say what the sender can do instead: another department, a date, an article, or that the owner of the service shall rule.
case-request-decline-offer-an-alternative = Offer an alternative.
case-request-decline-name-the-department-the-date-or = Name the department, the date or the article.
case-request-decline-name-another-department-than = Name another department than your own.
case-request-decline-it-came-from-this-department = It came from this department. Withdraw it to do the work there.
case-request-decline-choose-a-department-of-the = Choose a department of the directory.

## request-words

case-request-words-drafted-a-request-to = {$who} drafted a request to {$to}.
case-request-words-need = Need
case-request-words-revised-the-draft = {$who} revised the draft.
case-request-words-sent-the-request = {$who} sent the request.
case-request-words-acknowledged-it-and-has-it-now = {$who} acknowledged it and has it now.
case-request-words-acknowledged-it-has-it-now = {$who} acknowledged it. {$assignee} has it now.
case-request-words-gave-it-to = {$who} gave it to {$assignee}.
case-request-words-read-it-back = {$who} read it back.
case-request-words-outcome = Outcome
case-request-words-will-do = Will do
case-request-words-by = By
case-request-words-confirmed-the-read-back-both = {$who} confirmed the read-back. Both sides mean the same.
case-request-words-corrected-the-read-back = {$who} corrected the read-back.
case-request-words-what-is-right-about = What is right about {$item}
case-request-words-asked-a-question = {$who} asked a question.
case-request-words-question = Question
case-request-words-answered = {$who} answered.
case-request-words-answer = Answer
case-request-words-proposed-time = Proposed time
case-request-words-proposed-something-else = {$who} proposed something else.
case-request-words-proposed-scope = Proposed scope
case-request-words-why = Why
case-request-words-for-the-customer = For the customer
case-request-words-accepted-the-proposal = {$who} accepted the proposal.
case-request-words-note = Note
case-request-words-refused-the-proposal = {$who} refused the proposal.
case-request-words-declined = {$who} declined: {$reason}.
case-request-words-instead = Instead
case-request-words-which = Which
case-request-words-the-decline-is-settled-nothing = The decline is settled: nothing more is asked.
case-request-words-redirected-it-to = {$who} redirected it to {$to}.
case-request-words-noted-progress = {$who} noted progress.
case-request-words-progress = Progress
case-request-words-added-a-note = {$who} added a note.
case-request-words-the-customer = the customer
case-request-words-the-end-of-a-legal-hold = the end of a legal hold
case-request-words-a-third-party = a third party
case-request-words-waits-for-until-at-the-latest = {$who} waits for {$on}, until {$until} at the latest.
case-request-words-for = For
case-request-words-evidence = Evidence
case-request-words-went-on-with-the-work = {$who} went on with the work.
case-request-words-delivered = {$who} delivered.
case-request-words-the-customer-may-be-told = The customer may be told
case-request-words-still-to-do-by-until = Still to do by {$owner}, until {$by}
case-request-words-verified-the-delivery = {$who} verified the delivery.
case-request-words-rejected-the-delivery = {$who} rejected the delivery.
case-request-words-not-met = Not met
case-request-words-the-loop-is-closed = The loop is closed.
case-request-words-withdrew-it = {$who} withdrew it.
case-request-words-reopened-it = {$who} reopened it.
case-request-words-merged-it-into-another-request = {$who} merged it into another request.
case-request-words-asked-to-decide = {" "}Asked to decide: {$asked}.
case-request-words-escalated-it-to-level = {$who} escalated it to level {$level}.{$asked}
case-request-words-decision-wanted = Decision wanted
case-request-words-decided = {$who} decided.
case-request-words-decision = Decision
case-request-words-nobody-said-how-they-see-it = The other side did not say in time how it sees the dispute. It can be ruled on without.
case-request-words-disputes-the = {$who} disputes the {$subject}.
case-request-words-position = Position
case-request-words-ruled = {$who} ruled.
case-request-words-ruled-due = {$who} ruled. {$clock} is due {$due}.
case-request-words-ruled-due-instead-of = {$who} ruled. {$clock} is due {$due} instead of {$was}.
case-request-words-says-how-they-see-it = {$who} says how they see it.
case-request-words-shared = {$who} shared {$fields}.
case-request-words-no-longer-shares = {$who} no longer shares {$field}.
case-request-words-turned-the-notice-into-joint = {$who} turned the notice into joint work.
case-request-words-stopped-late = The clock of { $clock } has stopped, late.
case-request-words-stopped-in-time = The clock of { $clock } has stopped, in time.
case-request-words-stopped-before-it-was-done = The clock of { $clock } has stopped before it was done.
case-request-words-excused-that-was-late = { $who } excused that { $clock } was late.
case-request-recount-only-baton-itself = Only Baton itself counts clocks anew when a calendar has changed.
case-request-words-due-moved-holiday = The due time for {$clock} moved from {$was} to {$now}, because {$day} became a holiday.
case-request-words-due-moved-closed = The due time for {$clock} moved from {$was} to {$now}, because {$day} is closed now.
case-request-words-due-moved-hours = The due time for {$clock} moved from {$was} to {$now}, because other hours hold on {$day}.
case-request-words-wait-kept-holiday = The wait puts off the delivery as before, though {$day} became a holiday.
case-request-words-wait-kept-closed = The wait puts off the delivery as before, though {$day} is closed now.
case-request-words-wait-kept-hours = The wait puts off the delivery as before, though other hours hold on {$day}.
case-request-words-overdue-due = Overdue: {$clock}, due {$due}.
case-request-words-the-case-belongs-to-now-owns = The case belongs to {$to} now. {$owner} owns it.
case-request-words-reading-back = reading back
case-request-words-confirming-the-read-back = confirming the read-back
case-request-words-answering-the-question = answering the question
case-request-words-answering-the-proposal = answering the proposal
case-request-words-telling-the-customer = telling the customer

## request-advice

case-request-advice-there-is-no-fact-take-those = There is no fact {$tick}. Take those that the advice names.

## mention

case-mention-cannot-see-this-and-was-not = {$name} cannot see this and was not told. To ask {$department}, raise a request.
case-mention-cannot-see-this-and-was-not-2 = {$name} cannot see this and was not told.

## open

case-following-it-takes-up-again = It takes up again what was closed in {$reference}.
case-following-was-taken-up-again = The matter was taken up again in {$reference}.
case-following-open-a-case-that-follows = Open a case that follows
case-open-a-case-is-opened-in-a = A case is opened in a department of your own. To ask another one, raise a request.
case-open-the-owner-must-be-an-active = The owner must be an active person of the department that owns the case.
case-open-say-in-a-few-words-what = Say in a few words what the case is about.
case-open-an-internal-case-has-no = An internal case has no customer.
case-open-this-customers-data-was-erased = This customer's data was erased; enter them anew.
case-open-it-cannot-have-been-received-in = It cannot have been received in the future.
case-open-at-most-a-year-back = At most a year back.
case-open-that-case-is-open-write-there = That case is still open; go on there.
case-open-that-case-is-of-another = That case is of another customer.

## text

case-text-is-not-filled-in-so-nothing = “{$blank}” is not filled in, so nothing was sent. Write what belongs there; for braces that are meant, put a space between them.
case-text-use-at-most-characters-put-the = Use at most {$limit} characters; put the rest into a note.
case-text-correct-the-fields-and-send-it = Correct the fields and send it again; nothing was changed.

## own

case-own-the-owner-must-be-an-active = The owner must be an active person of the department that owns the case. To give the case to another department, raise a request with the mode transfer.
case-own-they-own-the-case-already = They own the case already.
case-own-say-why-the-priority-changes = Say why the priority changes.

## close

case-close-is-a-colleague-is-still-owed = {$reference}/{$ordinal} is {$stage}. A colleague is still owed an answer, or owes one: bring it to its end, or withdraw it with a reason.
case-close-the-customer-still-expects = The customer still expects something. Mark the promise as kept, or release it with a reason.
case-close-nobody-has-told-the-customer-an = Nobody has told the customer an outcome. Tell the customer, then close.
case-close-a-case-that-was-merged-into = A case that was merged into this one, or an answer, is newer than what the customer was last told. Tell the customer, then close.
case-close-an-answer-is-newer-than-what = An answer is newer than what the customer was last told. Tell the customer, then close.
case-close-the-case-is-closed-already = The case is closed already.
case-close-say-how-it-ended = Say how it ended.
case-close-say-why-it-is-opened-again = Say why it is opened again.
case-close-say-who-told-the-customer-when = Say who told the customer, when, and how you know: at least 20 characters.
case-close-name-the-message-or-the-call = Name the message or the call in which the customer withdrew.
case-close-a-customer-counts-as = A customer counts as untraceable after three attempts on two channels over five working days, all recorded in the case.
case-close-telling-the-customer-may-be = Telling the customer may be unlawful only if compliance says so: name who did.
case-close-name-the-other-case-of-the = Name the other case of the same customer in which this one goes on.

## tell

case-tell-write-what-the-customer-is-told = Write what the customer is told.
case-tell-the-next-update-must-lie-in = The next update must lie in the future.
case-tell-nothing-internal-reaches-a = Nothing internal reaches a customer.

## service

case-service-say-by-when-the-customer = Say by when the customer hears again.
case-service-whoever-waits-is-told = Whoever waits is told what happens next and by when, from the first reply on. Give the time of the next update, or make a promise first.

## account

case-account-waiting-for = waiting for {$department}
case-account-waiting-for-the-customer = waiting for the customer
case-account-on-legal-hold = On legal hold
case-account-waiting-for-a-third-party = waiting for a third party
case-account-between-departments-on-the-way = between departments, on the way to {$department}
case-account-to-verify = {$department} to verify
case-account-to-tell-the-customer = {$department} to tell the customer

## words

case-words-the-customer = The customer
case-words-is-late-it-was-due = {$clock} is late: due {$due}.
case-words-was-in-time = {$clock} was in time.
case-words-was-late = {$clock} was late.
case-words-is-no-longer-due = {$clock} is no longer due.
case-words-saying-that-it-has-come = Saying that it has come
case-words-the-first-response = The first response
case-words-the-next-response = The next response
case-words-the-progress-update = The progress update
case-words-the-promise = The promise
case-words-the-first-resolution = The first resolution
case-words-the-resolution = The resolution
case-words-opened-the-case = {$who} opened the case.
case-words-opened-the-case-after = {$who} opened the case; it follows {$earlier}.
case-words-subject = Subject
case-words-text = Text
case-words-that-we-are-on-it = that we are on it
case-words-how-it-is-going = how it is going
case-words-the-outcome = the outcome
case-words-told-the-customer-by = {$who} told the customer {$what}, by {$channel}.
case-words-took-the-message-back-in-time = {$who} took the message back in time.
case-words-the-message-left = The message left.
case-words-the-message-came-back-the = The message came back: the customer does not know.
case-words-report = Report
case-words-promised-the-customer-by = {$who} promised the customer, by {$by}:
case-words-promise = Promise
case-words-the-promise-was-kept = The promise was kept.
case-words-the-promise-was-kept-late = The promise was kept late.
case-words-released-the-promise = {$who} released the promise.
case-words-why = Why
case-words-a-promise-to-the-customer-is = A promise to the customer is overdue.
case-words-gave-the-case-to = {$who} gave the case to {$owner}.
case-words-set-priority = {$who} set priority {$priority}.
case-words-customer-not-told = Customer not told
case-words-closed-the-case = {$who} closed the case.
case-words-outcome = Outcome
case-words-reopened-the-case = {$who} reopened the case.
case-words-merged-this-case-into-c-it = {$who} merged this case into C-{$number}. It goes on there.
case-words-took-the-merger-back-this-case = {$who} took the merger back: this case is on its own again, and what came in since stays in C-{$number}.
case-words-the-time-for-taking-the-merger = The time for taking the merger back is over.
case-words-merged-c-into-this-case = {$who} merged C-{$number} into this case.
case-words-took-c-out-again-it-is = {$who} took C-{$number} out again. It is a case of its own.
case-words-a-message-of-c-came-back = A message of C-{$number} came back: the customer does not know.
case-words-an-automatic-message-came-in-by = An automatic message came in by {$channel}.
case-words-a-message-came-in-by = A message came in by {$channel}.
case-words-no-reply-needed-thanks = {$who} marked the customer's message: no reply needed, it is a word of thanks.
case-words-no-reply-needed-information = {$who} marked the customer's message: no reply needed, it is for our information.
case-words-no-reply-needed-repeated = {$who} marked the customer's message: no reply needed, it says again what was answered.
case-words-no-reply-needed = {$who} marked the customer's message: no reply needed.
case-words-says-that-the-customers-message = {$who} took that back: the customer's message needs a reply.
case-words-replied-by = {$who} replied by {$channel}.
case-words-wrote-a-note = {$who} wrote a note.
case-words-logged-a-call = {$who} logged a call.
case-words-told-the-customer = {$who} told the customer.
case-account-whose-time-it-was = Whose time it was
case-account-in-working-time = In working time. Every hour counts for one of them; while several requests are open, the one that was sent first counts.
case-account-together = Together
case-request-excuse-say-why-it-is-not-held-against = Say why it is not held against them: both sides and every figure show the reason.
case-request-excuse-choose-a-clock-that-was-late = Choose a clock that was late, for which your department waited, and that nobody has excused.

## clocks

case-clocks-what-the-customer-was-promised = What the customer was promised
case-clocks-only-working-time-counts = Only working time counts. What runs comes first; what has stopped is folded below it.
case-clocks-nothing-is-due = Nothing that the customer was promised is due.
case-clocks-why-then = Why then?
case-clocks-nothing-was-promised = Nothing was promised to this customer, so no clock of the case runs.
case-clocks-no-longer-due = No longer due
case-clocks-it-is-due-when-it-was-promised = It is due when it was promised.
case-clocks-is-promised = {$time} of working time at {$priority} priority, by version {$number} of the service level that held when the case came.
case-clocks-the-least-since-it-was-raised = At least {$least} of working time from when the priority was raised to {$priority}: what that priority gives, {$time} of working time by version {$number} of the service level that held when the case came, was over by then or nearly so.
case-clocks-since-the-priority-changed = {$time} of working time from when the priority became {$priority}, by version {$number} of the service level that held when the case came.
case-clocks-what-was-left-of-it = The share that was left when the priority was raised to {$priority}, of {$time} of working time, by version {$number} of the service level that held when the case came.
case-clocks-begun-anew = Begun anew when the case was reopened: {$time} of working time at {$priority} priority, by version {$number} of the service level that held when the case came.
case-clocks-raising-gives-no-more-time = The priority was raised to {$priority} later, which never gives more time.
case-clocks-the-earlier-time-holds = The priority was lowered to {$priority} later; the customer has not agreed to a later time, so the earlier one holds.
case-clocks-the-update-was-promised = We promised the next update for {$due}.
case-clocks-the-update-was-promised-else = We promised the next update for {$due}; by the service level alone it would be due {$allowed}.
case-clocks-promised-in-a-merged-case = It was promised for then in a case that was merged into this one.
case-clocks-late-stays-late = It was due then when it was found to be late, and nothing that changes later takes that back.
case-files-at-most = Send at most {$most} files with one text.
case-files-a-file-needs-a-name = Give the file a name.
case-files-is-empty = “{$name}” is empty. Choose the file again.
case-files-is-too-large = “{$name}” is larger than {$most} MB. Make it smaller, or say where it can be found.
case-message-files-hint = A reply by e-mail takes them along; with anything else they are kept in the case.
case-update-files-hint = An e-mail takes them along. Look whether they are meant for the customer.
