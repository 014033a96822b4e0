## edit-department

directory-edit-department-by = By
directory-edit-department-number-address-or-place = Number, address or place
directory-edit-department-best-for = Best for
directory-edit-department-name = Name
directory-edit-department-what-can-it-do-for-the = What can it do for the others?
directory-edit-department-in-a-sentence-or-two-for = In a sentence or two, for somebody who does not know it.
directory-edit-department-what-does-it-need-from-whoever = What does it need from whoever asks?
directory-edit-department-one-thing-a-line = One thing a line.
directory-edit-department-what-is-not-its-job = What is not its job?
directory-edit-department-one-thing-a-line-with-whose = One thing a line, with whose job it is.
directory-edit-department-when-can-it-be-reached = When can it be reached?
directory-edit-department-how-to-reach-it = How to reach it
directory-edit-department-who-leads-it = Who leads it?
directory-edit-department-who-leads-it-in-their-place = Who leads it in their place?
directory-edit-department-it-takes-cases-from-customers = It takes cases from customers
directory-edit-department-it-is-active = It is active
directory-edit-department-first-its-name-and-what-it = First its name and what it is for. Its people come next, then who leads it.
directory-edit-department-back-to-the-directory = Back to the directory
directory-edit-department-add-the-department = Add the department
directory-edit-department-add-a-department = Add a department
directory-edit-department-back-to = Back to {$name}
directory-edit-department-what-a-department-says-of = What a department says of itself is kept by its lead, their deputies and the administrators. Ask one of them.
directory-edit-department-save = Save
directory-edit-department-change = Change {$name}
directory-edit-department-who-leads-it-2 = Who leads it
directory-edit-department-only-people-who-work-in-it = Only people who work in it. Make somebody a member first, on their own page.
directory-edit-department-the-department-is-added = The department is added.
directory-edit-department-it-is-changed = It is changed.
directory-edit-department-choose-what-kind-of-way-it = Choose what kind of way it is.
directory-edit-department-by-which-calendar = By which calendar does it count?
directory-edit-department-what-is-sent-from-now-on = What is sent from now on counts by it; what was sent keeps the one it began with. Without a choice, the standard one.
directory-edit-department-whom-do-its-leads-answer-to = Whom do its leads answer to?
directory-edit-department-asked-when-something-is = Asked when something is escalated above the leads.

## edit

directory-edit-somebody-else-changed-this = Somebody else changed this while you were writing. What you wrote is below: look at the page once more, then send it again.
directory-edit-this-is-kept-by-others = This is kept by others

## absence

directory-absence-an-absence-is-recorded-by-the = An absence is recorded by the person, the lead of their department, or an administrator.
directory-absence-back-to = Back to {$name}
directory-absence-from-when-until-when-the-reason = From when until when. The reason is nobody's business.
directory-absence-record-it = Record it
directory-absence-will-be-away = {$name} will be away
directory-absence-say-from-when-until-when = Say from when until when.
directory-absence-the-absence-is-recorded = The absence is recorded.
directory-absence-the-absence-from-is-ended = The absence from {$day} is ended.
directory-absence-no-absence-begins-then-take-the = No absence begins then; take the moment from the list of absences.
directory-absence-this-absence-is-over-what-was = This absence is over. What was, stays as it was recorded.
directory-absence-an-absence-is-recorded-by-the-2 = An absence is recorded by the person, by the lead of their department, or by an administrator. Ask one of them.
directory-absence-the-absence-must-end-after-it = The absence must end after it begins.
directory-absence-record-at-most-two-years-for = Record at most two years; for longer, make the person inactive.
directory-absence-this-is-over-already-record = This is over already; record what is still to come.
directory-absence-it-overlaps-with-another = It overlaps with another absence: end that one first, or choose other days.
directory-absence-choose-somebody-else-to-act = Choose somebody else to act while they are away.
directory-absence-choose-an-active-human = Choose an active human colleague.

## department

directory-department-this-department-is-no-longer = This department is no longer active.
directory-department-services = Services
directory-department-people = People
directory-department-ask-this-department = Ask this department
directory-department-change-what-it-says = Change what it says
directory-department-add-a-service = Add a service
directory-department-it-has-not-said-yet-what = It has not said yet what it does on request. Its lead can add services.
directory-department-needs-of-the-customer = Needs of the customer: {$tags}
directory-department-accountable = Accountable: {$owner}
directory-department-change = Change
directory-department-nobody-works-here-yet-so-nobody = Nobody works here yet, so nobody could answer a request.
directory-department-lead = lead
directory-department-away = Away
directory-department-back = back {$day}
directory-department-how-to-reach-it = How to reach it
directory-department-lead-2 = Lead
directory-department-nobody-yet-ask-an-administrator = Nobody yet: ask an administrator
directory-department-in-their-place = In their place
directory-department-then = , then
directory-department-working-hours = Working hours
directory-department-hours = Hours
directory-department-customers = Customers
directory-department-takes-cases-from-customers = Takes cases from customers
directory-department-for = For: {$preferred}
directory-department-when-something-is-escalated = When something is escalated
directory-department-level = Level {$level}
directory-department-to-be-answered-within-hours-of = {$strong}, to be answered within {$hours} hours of working time{$people}
directory-department-unanswered-the-next-level-is = Unanswered, the next level is asked the same. Whoever has the request keeps it.
directory-department-above-them = Above them
directory-department-which-departments-there-are = which departments there are
directory-department-the-record-of-a-department-that = the record of a department that you do not lead
directory-department-a-departments-name-lead = a department's name, lead, deputies, head, calendar, and whether it takes cases from customers or is active
directory-department-another-department-has-this = Another department has this name; choose one of its own.
directory-department-the-lead-is-not-their-own = The lead is not their own deputy; name others.
directory-department-choose-a-calendar = Choose a calendar that is kept and not retired.
directory-department-choose-an-active-human = Choose an active human colleague.
directory-department-choose-an-active-person-of-the = Choose an active person of the directory.
directory-department-a-program-leads-nothing-choose = A program leads nothing: choose a human colleague.
directory-department-first-make-them-a-member-of = First make them a member of this department, then choose them here.
directory-department-it-still-has-active-members = It still has {$members} active members: move them first.
directory-department-it-still-offers-services-move = It still offers services: move them or make them inactive first.

## list

directory-list-whose-job-is-what-and-what = Whose job is what, and what each department needs from you to do it.
directory-list-directory = Directory
directory-list-no-department-yet = No department yet
directory-list-an-administrator-adds = An administrator adds departments: what each does for the others, and what it needs from whoever asks.
directory-list-see-all-people = See all people
directory-list-all-people = All people
directory-list-add-a-department = Add a department
directory-list-services = Services: {$services}
directory-list-lead = Lead: {$link}
directory-list-nobody-leads-it-yet = Nobody leads it yet.
directory-list-phone = Phone
directory-list-chat = Chat
directory-list-web = Web
directory-list-counter = Counter
directory-list-meeting = Meeting
directory-list-e-mail = E-mail
directory-list-here = Here

## edit-person

directory-edit-person-a-colleague = A colleague
directory-edit-person-a-program = A program
directory-edit-person-name = Name
directory-edit-person-e-mail-address = E-mail address
directory-edit-person-they-sign-in-with-it = They sign in with it.
directory-edit-person-where-do-they-work = Where do they work?
directory-edit-person-who-is-it = Who is it?
directory-edit-person-what-else-may-they-do = What else may they do?
directory-edit-person-time-zone = Time zone
directory-edit-person-like-europe-london = Like Europe/London.
directory-edit-person-they-work-here = They work here
directory-edit-person-back-to-all-people = Back to all people
directory-edit-person-add-the-person = Add the person
directory-edit-person-add-a-person = Add a person
directory-edit-person-back-to = Back to {$record}
directory-edit-person-save = Save
directory-edit-person-change = Change {$record}
directory-edit-person-the-person-is-added = The person is added.
directory-edit-person-the-record-is-changed = The record is changed.

## ask

directory-ask-no-case-of-your-departments-has = No case of your departments has this reference. Write it like C-1042.
directory-ask-a-request-is-part-of-a = A request is part of a case, so that the customer's whole problem stays in one place and is told to them at the end.
directory-ask-for-which-case = For which case?
directory-ask-error = Error:
directory-ask-go-on = Go on
directory-ask-choose-from-your-cases = Choose from your cases
directory-ask-start-a-new-case = Start a new case
directory-ask-back-to = Back to {$name}
directory-ask-ask = Ask {$name}

## people

directory-people-away = Away
directory-people-a-program = A program
directory-people-here = Here
directory-people-name = Name
directory-people-department = Department
directory-people-e-mail = E-mail
directory-people-today = Today
directory-people-everybody = Everybody
directory-people-add-a-person = Add a person
directory-people-back-to-the-directory = Back to the directory
directory-people-people = People

## edit-service

directory-edit-service-what-is-it-called = What is it called?
directory-edit-service-what-does-it-do = What does it do?
directory-edit-service-who-is-accountable-for-it = Who is accountable for it?
directory-edit-service-they-rule-when-two-departments = They rule when two departments disagree about it.
directory-edit-service-customer-data-without-which-it = Customer data without which it cannot be done
directory-edit-service-a-request-for-it-must-share = A request for it must share these, each with a purpose.
directory-edit-service-it-is-offered = It is offered
directory-edit-service-a-service-is-kept-by-the = A service is kept by the lead or a deputy of its department, or by an administrator. Ask one of them.
directory-edit-service-back-to = Back to {$name}
directory-edit-service-add-the-service = Add the service
directory-edit-service-add-a-service = Add a service
directory-edit-service-save = Save
directory-edit-service-change = Change {$record}
directory-edit-service-the-service-is-added = The service is added.
directory-edit-service-the-service-is-changed = The service is changed.

## person

directory-person-they-no-longer-work-here = They no longer work here.
directory-person-away = Away
directory-person-back-to-all-people = Back to all people
directory-person-works-in = Works in
directory-person-no-department = No department
directory-person-e-mail = E-mail
directory-person-leads = Leads
directory-person-also = Also
directory-person-kind = Kind
directory-person-a-program-it-neither = A program: it neither acknowledges nor reads back
directory-person-time-zone = Time zone
directory-person-administrator = Administrator
directory-person-compliance = Compliance
directory-person-arbiter-of-disputes = Arbiter of disputes
directory-person-reads-the-events = Reads the events
directory-person-record-an-absence = Record an absence
directory-person-change-the-record = Change the record
directory-person-nothing-is-planned = Nothing is planned.
directory-person-from-until = From {$day} until {$day_2}
directory-person-acts-in-their-place = ; {$link} acts in their place
directory-person-nobody-was-named-to-act-in = ; nobody was named to act in their place
directory-person-they-are-back = They are back
directory-person-it-does-not-take-place = It does not take place
directory-person-director-on-duty-the-last-to = Director on duty: the last to be asked
directory-person-speaks-for-the-organisation = Speaks for the organisation when the media ask
directory-person-formal-complaints-go-to-them = Formal complaints go to them
directory-person-data-protection-breaches-go-to = Data protection: breaches go to them
directory-person-reviews-complaints-about-a-team = Reviews complaints about a team from outside of it
directory-person-safeguarding-danger-to-people = Safeguarding: danger to people goes to them
directory-person-vulnerable-customers-risk-of = Vulnerable customers: risk of harm goes to them
directory-person-the-records-of-people = the records of people
directory-person-write-a-time-zone-like-europe = Write a time zone like Europe/London.
directory-person-another-active-person-has-this = Another active person has this address.
directory-person-choose-an-active-department = Choose an active department.
directory-person-a-program-can-only-be-a = A program can only be a follower, not {$role}.
directory-person-they-lead-or-stand-in-for = They lead {$name} or stand in for its lead. First name somebody else there.
directory-person-they-are-accountable-for-first = They are accountable for {$name}. First name another owner.
directory-person-they-are-the-only-administrator = They are the only administrator. First give somebody else the role.

## set

directory-set-kind = Kind
directory-set-desk-email-phone-chat-web = desk, email, phone, chat, web, counter, meeting
directory-set-address = Address
directory-set-preferred-for = Preferred for
directory-set-name = Name
directory-set-what-it-can-do-for-the = What it can do for the others
directory-set-not-its-job = Not its job
directory-set-what-it-needs-from-you = What it needs from you
directory-set-how-to-reach-it = How to reach it
directory-set-lead = Lead
directory-set-deputies-in-order = Deputies, in order
directory-set-calendar = Calendar by which it counts
directory-set-its-id-or-name = Its id or name; standard for the one that holds where none was chosen. Left out, it stays.
directory-set-hours = Hours
directory-set-takes-cases-from-customers = Takes cases from customers
directory-set-active = Active
directory-set-department = Department
directory-set-who-is-accountable = Who is accountable
directory-set-description = Description
directory-set-customer-fields-that-it-needs = Customer fields that it needs
directory-set-e-mail-address = E-mail address
directory-set-departments = Departments
directory-set-roles = Roles
directory-set-time-zone = Time zone
directory-set-one-of-desk-email-phone-chat = One of desk, email, phone, chat, web, counter, meeting.
directory-set-whom-its-leads-answer-to = Whom its leads answer to
directory-set-one-of-administrator-compliance-2 = One of administrator, compliance, arbiter, follower, director, communications, complaints, dpo, independent_reviewer, safeguarding, vulnerability.

## me

directory-me-from = From
directory-me-say-from-when = Say from when.
directory-me-to = To
directory-me-say-until-when = Say until when.
directory-me-who-acts-in-your-place = Who acts in your place
directory-me-id-or-e-mail-address = Id or e-mail address.
directory-me-say-when-it-begins = Say when it begins.
directory-me-say-from-when-until-when = Say from when until when.

## directory

directory-only-an-administrator-can = Only an administrator can change {$what}. Ask one of them to do it.

## service

directory-service-a-service-is-kept-by-the = A service is kept by the lead or a deputy of its department, or by an administrator. Ask one of them.
directory-service-name-a-field-of-the-customer = Name a field of the customer, such as phone or address.
directory-service-choose-an-active-department = Choose an active department.
directory-service-choose-an-active-person = Choose an active person.
directory-service-a-program-is-accountable-for = A program is accountable for nothing.
directory-service-another-service-has-this-name = Another service has this name; choose one of its own.

## words

directory-words-removed-a-passkey-of = {$actor} removed a passkey of {$person}: {$reason}
directory-words-ended-the-absence-of-that-began = {$actor} ended the absence of {$person} that began {$moment}.
directory-words-led-by = , led by {$lead}
directory-words-made-the-department-inactive = {$actor} made the department {$name} inactive.
directory-words-set-up-the-department = {$actor} set up the department {$name}{$lead}.
directory-words-changed-the-record-of-the = {$actor} changed the record of the department {$name}{$lead}.
directory-words-made-the-service-of-inactive = {$actor} made the service {$name} of {$department} inactive.
directory-words-set-up-the-service-of = {$actor} set up the service {$name} of {$department}.
directory-words-changed-the-service-of = {$actor} changed the service {$name} of {$department}.
directory-words-of = {" "}of {$departments}
directory-words-made-inactive = {$actor} made {$name} inactive.
directory-words-added = {$actor} added {$name}{$of}.
directory-words-changed-the-record-of = {$actor} changed the record of {$name}{$of}.
directory-words-recorded-that-is-away-from-to = {$actor} recorded that {$person} is away from {$from} to {$to}; {$deputy} acts for them.
directory-words-recorded-that-is-away-from-to-2 = {$actor} recorded that {$person} is away from {$from} to {$to}.

## passkey

directory-passkey-remove-the-passkey-of = remove a passkey of somebody else
directory-passkey-say-why-it-is-removed = Say why it is removed.
directory-passkey-passkeys = Passkeys
directory-passkey-none = They have none.
directory-passkey-their-passkeys = Their passkeys, the first one first
directory-passkey-remove-one = Remove a passkey
directory-passkey-what-it-does = It opens nothing here any more, and every session of theirs ends. They are told by mail. Make sure that it is them who asks.
directory-passkey-why = Why is it removed?
directory-passkey-it-is-kept-in-the-log = Kept with who removed it and when.
directory-passkey-remove-it = Remove it
directory-passkey-back = Back to the person
directory-passkey-it-is-removed = The passkey is removed. They are told by mail.
directory-passkey-its-name = The passkey
directory-passkey-lost-device = Lost device
