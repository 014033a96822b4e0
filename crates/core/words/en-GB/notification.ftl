## reading

notification-reading-case = Case
notification-reading-only-what-was-told-about-this = Only what was told about this case.
notification-reading-marked-as-read = Marked as read.

## notification

notification-all = All
notification-which-notifications = Which notifications
notification-how-you-want-to-be-told = How you want to be told
notification-notifications = Notifications
notification-new = New
notification-mark-as-read = Mark as read
notification-you-have-read-everything = You have read everything
notification-what-you-are-told-and-have = What you are told and have not read yet stands here.
notification-see-all-notifications = See all notifications
notification-nobody-has-told-you-anything = Nobody has told you anything yet
notification-when-a-request-is-yours-to = When a request is yours to move, or something of yours is due soon, it stands here.
notification-go-to-today = Go to Today
notification-mark-all-as-read = Mark all as read
notification-unread = Unread

## wishes

notification-wishes-monday = Monday
notification-wishes-tuesday = Tuesday
notification-wishes-wednesday = Wednesday
notification-wishes-thursday = Thursday
notification-wishes-friday = Friday
notification-wishes-saturday = Saturday
notification-wishes-sunday = Sunday
notification-wishes-a-request-has-arrived-or-was = A request has arrived, or was given to you
notification-wishes-a-request-is-yours-to-move = A request is yours to move
notification-wishes-a-case-was-given-to-you = A case was given to you, or a message to a customer came back
notification-wishes-somebody-named-you-in-a-note = Somebody named you in a note
notification-wishes-something-was-escalated-or-a = Something was escalated, or a dispute waits for you
notification-wishes-something-is-due-soon-or = Something is due soon or overdue
notification-wishes-you-own-the-clock-so-this = You own the clock, so this cannot be switched off.
notification-wishes-from = From
notification-wishes-like-09-00-empty-mail-may = Like 09:00. Empty: mail may come at any hour.
notification-wishes-to = To
notification-wishes-on = On
notification-wishes-like-22-00-empty-there-are = Like 22:00. Empty: there are none.
notification-wishes-the-daily-letter-comes-at = The daily letter comes at
notification-wishes-like-08-00 = Like 08:00.
notification-wishes-write-the-time-like-09-30 = Write the time like 09:30.
notification-wishes-give-both-the-beginning-and-the = Give both the beginning and the end, or neither.
notification-wishes-your-choices-are-kept = Your choices are kept.
notification-wishes-you-are-told-once-of-each = You are told once of each thing: on the page, by mail, or both.
notification-wishes-how-you-want-to-be-told = How you want to be told
notification-wishes-more = More
notification-wishes-notifications = Notifications
notification-wishes-on-the-page-and-by-mail = On the page, and by mail at once
notification-wishes-on-the-page-and-in-an = On the page, and in an hourly letter
notification-wishes-on-the-page-and-in-a = On the page, and in a daily letter
notification-wishes-on-the-page-only = On the page only
notification-wishes-by-mail-only = By mail only
notification-wishes-not-at-all = Not at all
notification-wishes-what-about = What about
notification-wishes-working-hours = Working hours
notification-wishes-outside-of-them-mail-waits = Outside of them mail waits, unless it is urgent.
notification-wishes-quiet-hours = Quiet hours
notification-wishes-in-them-mail-waits-unless-it = In them mail waits, unless it is urgent.
notification-wishes-letters-that-gather = Letters that gather
notification-wishes-keep = Keep
