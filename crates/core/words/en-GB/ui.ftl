## check

ui-check-met = Met
ui-check-missing = Missing

## crumbs

ui-crumbs-where-this-page-is = Where this page is

## difference

ui-difference-not-read-back = (not read back)
ui-difference-added = (added)

## field

ui-field-people-and-departments = People and departments
ui-field-names-are-listed-below-choose = Names are listed below. Choose with the arrow keys.
ui-field-optional = (optional)
ui-field-error = Error:
ui-field-choose = Choose
ui-field-date = Date
ui-field-time = Time

## notice

ui-notice-warning = Warning:

## pager

ui-pager-pages-of-the-list = Pages of the list
ui-pager-first-page = First page
ui-pager-next-page = Next page

## printed

ui-printed-printed-by = Printed by {$by}, {$full}
ui-printed-confidential-for-only = Confidential: for {$readers} only

## problem

ui-problem-go-to-today = Go to Today
ui-problem-operation = Operation {$code}

## row

ui-row-tick = Tick {$reference}

## several

ui-several-optional = (optional)
ui-several-error = Error:

## status

ui-status-new = New
ui-status-acknowledged = Acknowledged
ui-status-read-back-agreed = Read back agreed
ui-status-in-work = In work
ui-status-waiting = Waiting
ui-status-due-soon = Due soon
ui-status-late = Late
ui-status-escalated = Escalated
ui-status-disputed = Disputed
ui-status-answered = Answered
ui-status-customer-told = Customer told
ui-status-closed = Closed
ui-status-complaint = Complaint

## story

ui-story-show-it-as-it-was-sent = Show it as it was sent
ui-story-message-as-it-was-sent = Message as it was sent: {$who}
ui-story-files-that-came-with-it = Files that came with it
ui-story-bytes = {$bytes} bytes
ui-story-kb = {$bytes} KB
ui-story-mb = {$bytes}.{$bytes_2} MB

## summary

ui-summary-there-is-a-problem = There is a problem

## undo

ui-undo-your-message-has-not-left-yet = Your message has not left yet. Until {$clock} you can take it back with Control Z.
ui-undo-sent-just-now = Sent just now
ui-undo-s-left = ({"{}"} s left)
ui-undo-your-message-has-not-left-yet-2 = Your message has not left yet. You can take it back until {$clock}. {$span}
ui-undo-take-it-back = Take it back

## when

ui-when-late-by = late by {$amount} ({$there})
ui-when-due = due {$there}
ui-when-min = {$minutes} min
ui-when-h-min = {$hours} h {$minutes} min
ui-when-days = {$days} days
ui-when-under-a-minute = under a minute
ui-when-now = now ({$moment})
ui-when-in = in {$amount} ({$moment})
ui-when-ago = {$amount} ago ({$moment})
ui-when-in-2 = {$moment} (in {$amount})
ui-when-ago-2 = {$moment} ({$amount} ago)
ui-when-tomorrow = tomorrow {$clock}
ui-when-yesterday = yesterday {$clock}
ui-when-day-and-clock = {$weekday} {$day} {$month}{$year}, {$clock}
ui-when-in-full = {$weekday} {$day} {$month} {$year}, {$minute}:{$second} {$zone}
ui-when-long-day = {$weekday} {$day} {$month} {$year}

## words

ui-words-e-mail = E-mail
ui-words-deliver = deliver
ui-words-tag-name = Name
ui-words-tag-business-name = Business name
ui-words-tag-email = E-mail
ui-words-tag-address = Address
ui-words-tag-account = Account
ui-words-tag-notes = Notes
ui-words-telephone = Telephone
ui-words-web-form = Web form
ui-words-chat = Chat
ui-words-at-the-counter = At the counter
ui-words-letter = Letter
ui-words-internal = Internal
ui-words-low = Low
ui-words-normal = Normal
ui-words-high = High
ui-words-urgent = Urgent
ui-words-new = New
ui-words-open = Open
ui-words-with-others = With others
ui-words-customer-told = Customer told
ui-words-closed = Closed
ui-words-merged = Merged
ui-words-draft = Draft
ui-words-sent = Sent
ui-words-acknowledged = Acknowledged
ui-words-read-back = Read back
ui-words-read-back-agreed = Read back agreed
ui-words-question-asked = Question asked
ui-words-other-proposal = Other proposal
ui-words-waits-for-the-customer = Waits for the customer
ui-words-waits-for-a-third-party = Waits for a third party
ui-words-delivered = Delivered
ui-words-answered = Answered
ui-words-loop-closed = Loop closed
ui-words-declined = Declined
ui-words-withdrawn = Withdrawn
ui-words-finish-the-draft-and-send-it = finish the draft and send it
ui-words-acknowledge-it-and-read-it-back = acknowledge it and read it back
ui-words-read-it-back = read it back
ui-words-confirm-the-read-back = confirm the read-back
ui-words-answer-the-question = answer the question
ui-words-answer-the-proposal = answer the proposal
ui-words-go-on-when-the-customer-has = go on when the customer has answered
ui-words-go-on-when-the-third-party = go on when the third party has answered
ui-words-check-the-delivery = check the delivery
ui-words-tell-the-customer = tell the customer
ui-words-choose-what-to-do-instead = choose what to do instead
ui-words-take-note-of-it = take note of it
ui-words-we-are-on-it = We are on it
ui-words-how-it-is-going = How it is going
ui-words-the-outcome = The outcome
ui-words-the-customer-withdrew = The customer withdrew
ui-words-the-customer-cannot-be-reached = The customer cannot be reached: three tries, two channels
ui-words-somebody-else-told-them-as = Somebody else told them, as agreed
ui-words-telling-them-would-be-unlawful = Telling them would be unlawful
ui-words-it-goes-on-in-another-case = It goes on in another case of the same customer
ui-words-date-of-birth = Date of birth

## writing

ui-writing-check-my-words = Check my words
ui-writing-worth-another-look = Worth another look
ui-writing-for-example = For example: {$suggestion}
ui-writing-why = Why

## lane-customer

ui-lane-customer-the-customer = The customer
ui-lane-customer-customer = Customer
ui-lane-customer-was-told = {$who} was told
ui-lane-customer-has-not-been-told-anything-yet = {$who} has not been told anything yet
ui-lane-customer-an-answer-is-in-that-they = an answer is in that they do not know of
ui-lane-customer-the-next-update-is = ; the next update is {$due}
ui-lane-customer-no-next-update-is-promised = ; no next update is promised

## lane

ui-lane-the-time-that-each-side-has = The time that each side has held it is working time.
ui-lane-the-customer-may-be-told = The customer may be told:
ui-lane-asked-and-read-back = Asked, and read back
ui-lane-asked = Asked
ui-lane-by = By {$shown}
ui-lane-read-back = Read back
ui-lane-by-2 = By {$by}
ui-lane-you = You
ui-lane-can = {$who} can {$next}
ui-lane-your-move = Your move: {$next}
ui-lane-has-to = {$capital} has to {$next}

## lane-said

ui-lane-said-nobody = Nobody
ui-lane-said-must = {$who} must {$what}{$by}
ui-lane-said-can-nothing-is-asked-in-return = {$who} can {$what}; nothing is asked in return
ui-lane-said-we = We
ui-lane-said-we-inside = we
ui-lane-said-they = they
ui-lane-said-late-by-it-was-due = : late by {$far}, it was due {$moment}
ui-lane-said-by-in = {" "}by {$moment} (in {$far})
ui-lane-said-have-held-it = have held it
ui-lane-said-held-it = held it
ui-lane-said-and-whoever-was-asked-before = , and whoever was asked before them {$working}

## passkey

ui-passkey-it-did-not-work-try-again-or = It did not work. Try again, or use your password.
ui-passkey-it-did-not-work-nothing-was = It did not work, and nothing was added. Try again in a minute.
ui-passkey-this-browser-has-no-passkeys = This browser has no passkeys. Use a newer one, or your password.
ui-passkey-nothing-was-done = Nothing was done: it was stopped, or took too long. Try again when you are ready.
ui-passkey-this-device-has-one-already = This device has a passkey for you already.
ui-files-from-this-device = From this device
ui-files-at-most = (at most {$most}, each of {$largest} MB at most)
