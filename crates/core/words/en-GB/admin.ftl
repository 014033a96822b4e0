## index

admin-index-organisation = Organisation
admin-index-its-name-and-what-customers = Its name, and what customers find.
admin-index-departments-people-and-services = Departments, people and services
admin-index-who-does-what-and-who-may = Who does what, and who may sign in.
admin-index-calendars = Calendars
admin-index-by-which-hours = By which hours each department counts, and on which days it is closed.
admin-index-service-levels = Service levels
admin-index-what-customers-are-promised = What customers are promised, and by when.
admin-index-jobs-given-up = Jobs given up
admin-index-what-could-not-be-done-outside = What could not be done outside, and why.
admin-index-quarantine = Quarantine
admin-index-mail-that-could-not-be-filed = Mail that could not be filed by itself.
admin-index-mail-test = Mail test
admin-index-send-a-letter-and-see-what = Send a letter and see what the server says.
admin-index-tokens = Tokens
admin-index-what-programs-act-with-for = What programs act with, for everybody.
admin-index-sessions = Sessions
admin-index-who-is-signed-in-where = Who is signed in where.
admin-index-more = More
admin-index-everything-is-well = Everything is well.
admin-index-worth-a-look =
    { $count ->
        [one] One thing is worth a look.
       *[other] {$count} things are worth a look.
    }
admin-index-things-not-well =
    { $count ->
        [one] One thing is not well.
       *[other] {$count} things are not well.
    }
admin-index-look-after = Look after
admin-index-administration = Administration
admin-index-how-everything-is = How everything is
admin-index-what = What
admin-index-state = State
admin-index-how-it-is = How it is
admin-index-what-to-do = What to do
admin-index-well = Well
admin-index-look-at-it = Look at it
admin-index-not-well = Not well
admin-index-nothing = Nothing
admin-index-open = Open
admin-index-second-steps = Second steps
admin-index-who-signs-in-with-a-code = Who signs in with a code, and who lost it.

## more

admin-more-agreements = Agreements
admin-more-at-risk = At risk and late
admin-more-to-decide = To decide
admin-more-what-you-are-asked-to-decide = What was escalated to you, and disputes that you are to rule on.
admin-more-what-runs-out-of-time = What runs out of time between your departments and others, and what is late.
admin-more-what-departments-owe-each-other = What departments owe each other, within which time.
admin-more-calendars = Calendars
admin-more-when-departments-are-open = When departments are open, and on which days they are not.
admin-more-service-levels = Service levels
admin-more-what-customers-are-promised = What customers are promised, and by when
admin-more-notifications = Notifications
admin-more-what-you-were-told-and-how = What you were told, and how you want to be told.
admin-more-macros = Macros
admin-more-texts-that-you-write-often-with = Texts that you write often, with blanks that are filled in.
admin-more-where-you-are-signed-in = Where you are signed in
admin-more-your-browsers-and-how-to-end = Your browsers, and how to end them.
admin-more-your-tokens = Your tokens
admin-more-what-programs-act-with-in-your = What programs act with in your name.
admin-more-jobs-given-up = Jobs given up
admin-more-letters-and-other-work-of-yours = Letters and other work of yours that could not be done.
admin-more-customers = Customers
admin-more-everybody-who-has-written-and = Everybody who has written, and their cases.
admin-more-quarantine = Quarantine
admin-more-mail-that-could-not-be-filed = Mail that could not be filed by itself.
admin-more-administration = Administration
admin-more-how-everything-is-and-what-the = How everything is, and what the organisation has chosen.
admin-more-more = More

## house

admin-house-whoever-wants-to = Whoever wants to
admin-house-administrators = Administrators
admin-house-everybody = Everybody
admin-house-keep = Keep
admin-house-ask = /ask
admin-house-status = /status
admin-house-the-public-form-is-at-and = The public form is at {$link}, and customers follow what they asked at {$link_2}.
admin-house-the-organisations-choices-are = The organisation's choices are kept.
admin-house-name-of-the-organisation = Name of the organisation
admin-house-colleagues-and-customers-read = Colleagues and customers read it on every page.
admin-house-enter-the-name-of-the = Enter the name of the organisation.
admin-house-department-that-takes-in-what = Department that takes in what customers send
admin-house-without-one-the-first = Without one, the first department that takes cases from customers does.
admin-house-customers-can-ask-by-the-public = Customers can ask by the public form
admin-house-customers-read-the-names-of = Customers read the names of departments
admin-house-otherwise-they-read-that-a = Otherwise they read that a colleague has their case.
admin-house-organisation = Organisation
admin-house-who-signs-in-with-a-code = Who signs in with a code beside the password?
admin-house-whoever-has-none-sets-it-up = Whoever has none sets it up at the next page, and does nothing else before.

## letter

admin-letter-send-a-test-letter = Send a test letter
admin-letter-one-letter-sent-now-you-read = One letter, sent now. You read here what the mail server says to it.
admin-letter-mail-test = Mail test
admin-letter-send-it-to = Send it to
admin-letter-an-address-that-you-can-read = An address that you can read: your own.
admin-letter-enter-the-address-that-the-test = Enter the address that the test letter goes to.

## first-run

admin-first-run-token = Token
admin-first-run-baton-printed-it-when-it-was = Baton printed it when it was started.
admin-first-run-enter-the-token-that-baton = Enter the token that Baton printed.
admin-first-run-name-of-the-organisation = Name of the organisation
admin-first-run-enter-the-name-of-the = Enter the name of the organisation.
admin-first-run-departments = Departments
admin-first-run-one-to-a-line-the-first = One to a line. The first one takes cases from customers, and is yours.
admin-first-run-name-at-least-one-department = Name at least one department.
admin-first-run-your-name = Your name
admin-first-run-enter-your-name = Enter your name.
admin-first-run-your-e-mail-address = Your e-mail address
admin-first-run-you-sign-in-with-it = You sign in with it.
admin-first-run-enter-your-e-mail-address = Enter your e-mail address.
admin-first-run-your-password = Your password
admin-first-run-at-least-8-characters-15-or = At least 8 characters; 15 or more are better.
admin-first-run-choose-a-password = Choose a password.
admin-first-run-customer-service = Customer service{"\u000A"}
admin-first-run-set-it-up = Set it up
admin-first-run-nobody-is-here-yet-you-become = Nobody is here yet. You become the first administrator.
admin-first-run-to-look-around-with-made-up = To look around with made-up people and cases first, stop Baton and run {$code}.
admin-first-run-set-up-baton = Set up Baton
admin-first-run-your-house-is-set-up-these = Your house is set up. These are the first steps.

## admin

admin-more = More
admin-administration = Administration

## steps

admin-steps-name-the-organisation = Name the organisation
admin-steps-add-a-second-department = Add a second department
admin-steps-add-your-colleagues = Add your colleagues
admin-steps-say-what-a-department-does-for = Say what a department does for the others
admin-steps-have-mail-leave = Have mail leave
admin-steps-choose-who-takes-in-what = Choose who takes in what customers ask
admin-steps-send-a-request-and-have-it = Send a request and have it read back
admin-steps-first-steps = First steps
admin-steps-of-done = {$done} of {$steps} done
admin-steps-done = Done
admin-steps-to-do = To do
admin-steps-the-first-steps-are-hidden = The first steps are hidden. Administration stands under More.
admin-steps-hide-these = Hide these
