## explain-words

calendar-explain-words-of-working-time-from-to = {$written} of working time, from {$start} to {$end}.
calendar-explain-words-nothing = {$date}: nothing, {$reason}
calendar-explain-words-without-of-a-pause = , without {$written} of a pause
calendar-explain-words-the-clocks-go-forward = {" "}(the clocks go forward)
calendar-explain-words-the-clocks-go-back = {" "}(the clocks go back)
calendar-explain-words-to = {$clock} to {$end}{$changed}
calendar-explain-words-closed-on-s = closed on {$day}s
calendar-explain-words-closed-on-that-day = closed on that day
calendar-explain-words-outside-of-the-opening-hours = outside of the opening hours
calendar-explain-words-no-time = no time
calendar-explain-words-a-holiday = a holiday
calendar-explain-words-paused = paused

## typed

calendar-typed-is-not-understood = “{$part}” is not understood. Write hours like 09:00-17:30, 9am to 5.30pm, 24 hours or closed; several with a comma.
calendar-typed-may-be-meant-in-two-ways = “{$part}” may be meant in two ways. Write it with am and pm, like 9am-5pm, or by the clock of 24 hours, like 9-17.

## said

calendar-said-24-hours = 24 hours
calendar-said-to = {$from} to {$until}
calendar-said-to-the-next-day = {$from} to {$until} the next day
calendar-said-closed = closed
calendar-said-and = {$others} and {$last}
calendar-said-on = {$from} {$hours}
calendar-said-daily = Every day {$hours}
calendar-said-from-to = {$from}–{$until} {$hours}
calendar-said-hours-place = {$week}, {$place}
calendar-said-hours-place-closed-on = {$week}, {$place}; closed on {$sets}
calendar-said-bank-holidays-of-england = bank holidays of England and Wales
calendar-said-bank-holidays-of-scotland = bank holidays of Scotland
calendar-said-bank-holidays-of-northern = bank holidays of Northern Ireland
calendar-said-at = {$clock}
calendar-said-on-at = {$day} at {$clock}
calendar-said-open-now-until = Open now, until {$moment}.
calendar-said-open-now = Open now.
calendar-said-closed-now-opens-again = Closed now, opens again {$moment}.
calendar-said-closed-now = Closed now.
calendar-description-holiday = Holiday

## kept

calendar-kept-only-an-administrator-makes = A calendar is made by an administrator. Ask one to make it, and to let your department count by it.
calendar-kept-only-administrators-and-leads = A calendar is changed by administrators and by the leads of the departments that count by it. Ask one of them.
calendar-kept-only-administrators-retire = A calendar is retired by an administrator. Ask one.
calendar-kept-this-calendar-is-retired = This calendar is retired. Make a new one.
calendar-kept-still-counts-by-it = A calendar in use cannot be retired. Let these departments count by another one first: {$names}.
calendar-kept-another-calendar-has-this-name = Another calendar has this name: choose a different one.
calendar-kept-baton-has-a-calendar-of-this = The command line knows a calendar of this name: choose a different one.
calendar-kept-a-calendar-stays-in-its-zone = A calendar stays in its zone, {$now}. Make a new calendar for another one.
calendar-kept-write-the-zone-like = Write the time zone like Europe/London.
calendar-kept-give-the-hours = Say when it is open.
calendar-kept-the-first-hours-hold-since-ever = The first hours hold since ever: leave out from when.
calendar-kept-each-later-hours-have-a-day = Hours that come later have the day from which they hold, each after the one before.
calendar-kept-open-at-least-once-a-week = A calendar opens at least once a week. To use it no longer, retire it.
calendar-kept-overlap-on = On {$day}, {$one} and {$other} lie over each other. Let one end where the other begins.
calendar-kept-overlap-of-a-night = The hours of {$day}, {$one}, reach into those of {$tomorrow}, {$other}. Let one end where the other begins.
calendar-kept-no-holidays-of-that-name = There are no holidays called “{$name}” here. Choose EW, SC or NI, or add the holidays first.
calendar-kept-that-is-the-name-of-a-nation = EW, SC and NI are the bank holidays of the nations: give these another name.
calendar-kept-it-has-no-day = Give at least one day, with its name.
calendar-kept-the-holidays-end-before = The holidays end before they begin.
calendar-kept-that-day-is-over = {$day} is over, and what was counted then stays. Give a day from {$today} on hours of its own.
calendar-kept-a-holiday-that-is-over = {$day} is over, and what was counted then stays. Holidays change from {$today} on: leave those before as they were.
calendar-kept-hours-change-from-a-day-on = What is over never changes. Leave the hours that hold already as they are, and add hours that hold from a day on, {$today} or later.

## words

calendar-words-made-the-calendar = {$actor} made the calendar {$name}.
calendar-words-changed-the-calendar = {$actor} changed the calendar {$name}.
calendar-changes-it-was-called = It was called {$name}.
calendar-changes-hours = Hours: {$week}. Holidays: {$sets}.
calendar-changes-hours-from = Hours from {$day} on: {$week}. Holidays: {$sets}.
calendar-changes-no-other-hours-from = No other hours from {$day} on any more.
calendar-changes-no-holidays = none
calendar-changes-day = {$day}: {$hours}
calendar-changes-day-like-any-other = {$day}: like any other day
calendar-changes-more-days =
    { $more ->
        [one] And one more day
       *[other] And {$more} more days
    }
calendar-changes-set = Holidays of “{$name}”: {$added} added, {$gone} taken away
calendar-words-retired-the-calendar = {$actor} retired the calendar {$name}.

calendar-standard = Standard

## due

calendar-due-from-when = From when?
calendar-due-how-much-working-time = How much working time?
calendar-due-by-the-clocks-of-the-calendar = By the clocks of the calendar’s own zone.
calendar-due-like-4-h = Like 30 min, 4 h or 1 h 30 min.
calendar-due-nothing-is-kept = See when something is due by this calendar, and which hours count. Nothing is kept.
calendar-due-count = Count
calendar-due-try = Try {$name}
calendar-due-write-the-time = Give a day and a time, like 12 June 2026 and 16:00.
calendar-due-write-working-time = Write working time like 30 min, 4 h or 1 h 30 min. It is never given in days: they have as many hours as the calendar is open.
calendar-due-correct-what-is-named = Correct what is named and send it again.
calendar-due-due = Due {$due}
calendar-due-holidays-not-loaded = The holidays of that time are not loaded: it may still fall later.
calendar-due-and-more-days = And {$more} more days.

## form

calendar-form-the-first-hours-have-none = The day from which they hold. The first hours hold since ever and have none.
calendar-form-sets-by-name = EW, SC and NI are the bank holidays of the nations; others are sets of its own. Several are united.
calendar-form-names-by-date = Names of the holidays by their date.
calendar-form-instead-of-days = The text of an iCalendar file, in place of days.
calendar-form-name = Name
calendar-form-zone = Time zone
calendar-form-like-europe-london = Its IANA name, like Europe/London. It stays.
calendar-form-hours = Opening hours
calendar-form-each-from-a-day-on = Each entry holds from its day on. Hours are written like 09:00-17:30; an entry that closes at or before it opens crosses midnight.
calendar-form-days-that-differ = Days that differ
calendar-form-hours-by-date = Hours by date; none is closed.
calendar-form-holidays-of-its-own = Holidays of its own
calendar-form-by-name = Sets by the name under which the hours name them.
calendar-form-correct-what-is-named = Correct what is named and send it again; nothing was changed.
calendar-form-write-the-day-like = Write the day like 2026-12-24.

## page

calendar-page-more = More
calendar-page-calendars = Calendars
calendar-page-name = What is it called?
calendar-page-say-what-it-is-called = Say what it is called.
calendar-page-as-people-call-it = As people call it, like Early shift or Edinburgh office.
calendar-page-time-zone = In which time zone is it?
calendar-page-it-stays-in-it = Like Europe/London. A calendar stays in its zone.
calendar-page-on-which-holidays = On which holidays is it closed?
calendar-page-several-are-united = With several, it is closed on the days of each.
calendar-page-from-when = From when do these hours hold?
calendar-page-up-to-it-the-old = Today or later. Up to that day the old hours stay, and due times that have passed do not move.
calendar-page-days-that-differ = On which days does it have other hours?
calendar-page-a-day-a-line = A day a line, like: 24 December 2026: 9-12. Or: 2 January 2027: closed. Only days from today on can change.
calendar-page-when-is-it-open = When is it open?
calendar-page-write-hours-like = Like 9-12.30, 1.30pm-5.30pm or 22-6 for a night; closed, or 24 hours.
calendar-page-england-and-wales = Bank holidays of England and Wales
calendar-page-scotland = Bank holidays of Scotland
calendar-page-northern-ireland = Bank holidays of Northern Ireland
calendar-page-closed = closed
calendar-page-a-line-begins-with-no-date = Line {$number}, “{$line}”, does not begin with a day that there is. Write it like 24 December 2026: 9-12.
calendar-page-in-line = Line {$number}: {$message}
calendar-page-a-line-repeats-a-day = Line {$number}, “{$line}”, names a day that another line names already. Write each day once.

## list

calendar-list-by-which-hours = By which hours departments count working time: every due time is counted by the calendar of the department that owes it.
calendar-list-make-a-calendar = Make a calendar
calendar-list-retired = Retired: {$count}
calendar-list-retired-2 = Retired
calendar-list-none-yet = No calendar of your own yet
calendar-list-all-count-by-the-standard = Every department counts by the standard hours below until an administrator makes other ones.
calendar-list-calendar = Calendar
calendar-list-open = When it is open
calendar-list-counts-by-it = Who counts by it
calendar-list-closed-next = Closed next
calendar-list-holidays-known = Holidays known
calendar-list-no-department = No department
calendar-list-none = None within two years
calendar-list-it-keeps-no-holidays = It keeps no holidays
calendar-list-until = Until {$until}
calendar-list-load-more-holidays = Load more holidays
calendar-list-a-due-time-after-that = A due time after that day may still move. Add the holidays of the years to come, or install a newer Baton.

## new

calendar-new-make-it = Make it
calendar-new-back = Back to the calendars
calendar-new-days-that-differ-come-later = Its name and its hours. Days that differ, holidays of your own and other hours from a day on come afterwards.
calendar-new-it-is-made = The calendar is made. Let departments count by it on their own pages.

## revision

calendar-revision-hours = Hours
calendar-revision-days-that-differ = Days that differ
calendar-revision-save = Save
calendar-revision-back = Back to the calendar
calendar-revision-what-is-over-never-changes = What is over never changes: other hours hold from a day on. The clocks that run are counted anew, and each due time that moves says so.
calendar-revision-these-count-by-it = These departments count by it: {$departments}
calendar-revision-somebody-else-changed-this = Somebody else changed this while you were writing. What you wrote is below: look at the calendar once more, then send it again.
calendar-revision-change = Change {$name}
calendar-revision-say-from-when = Say from which day on these hours hold.
calendar-revision-it-is-changed = The calendar is changed. The clocks that run are being counted anew.

## days

calendar-days-none = None to come.

## show

calendar-show-retired = Retired
calendar-show-what-holds-from-when = What holds from when
calendar-show-days-that-differ = Days that differ
calendar-show-holidays-of-its-own = Holidays of its own
calendar-show-how-it-came-about = How it came about
calendar-show-see-the-year = See the year
calendar-show-try-it = Try it
calendar-show-change-it = Change it
calendar-show-add-holidays = Add holidays
calendar-show-nobody-changes-the-standard = These hours come with Baton and hold where none were chosen. For other ones, an administrator makes a calendar.
calendar-show-retire = Retire
calendar-show-holds-now = Holds now
calendar-show-comes = Comes
calendar-show-is-over = Is over
calendar-show-since-ever = Since ever
calendar-show-from = From
calendar-show-hours = Hours
calendar-show-where-it-stands = Where it stands
calendar-show-hours-newest-first = Hours, the newest first
calendar-show-set = {$name}: { $count ->
    [one] one day
   *[other] {$count} days
}, complete from {$from} until {$until}
calendar-show-baton = Baton
calendar-show-at-a-glance = At a glance
calendar-show-zone = Time zone
calendar-show-it-is-retired = The calendar is retired: nobody can choose it any more.

## holidays

calendar-holidays-say-what-they-are-called = Say what these holidays are called.
calendar-holidays-what-are-they-called = What are these holidays called?
calendar-holidays-a-name-that-is-there = Like City of Glasgow. A name that is there already has its days to come replaced.
calendar-holidays-the-file = What does the file say?
calendar-holidays-open-the-file = Choose the file below, or copy all of its text here.
calendar-holidays-choose-the-file = The file itself, whose name ends with .ics
calendar-holidays-look-at-it = Look at what was read
calendar-holidays-public-offices-publish = Public offices publish holidays as iCalendar files. You see what was read before anything is kept; days that are over stay as they were.
calendar-holidays-they-are-added = The holidays are added and kept from today on. The clocks that run are being counted anew.
calendar-holidays-what-was-read = { $count ->
    [one] One day was read
   *[other] {$count} days were read
}
calendar-holidays-complete-from-until = {$name}: complete from {$from} until {$until}.
calendar-holidays-over = Days that are over, and so are left out: {$over}.
calendar-holidays-add-them = Add these holidays

## year

calendar-year-of = {$name}, {$year}
calendar-year-year = {$year}
calendar-year-other-years = Other years
calendar-year-holidays-known-until = Holidays are known until {$until}. After that day none is shown.
calendar-year-what-the-shapes-mean = What the shapes mean
calendar-year-open = Open
calendar-year-closed = Closed on that weekday
calendar-year-holiday = Holiday, closed
calendar-year-differs = Differs from its weekday
calendar-year-clocks-change = The clocks change
calendar-year-new-hours = Other hours from this day on
calendar-year-on-day = {$weekday} {$day}: {$what}
calendar-year-a-holiday = {$name}, closed
calendar-year-differs-though = {$name}, yet {$hours}
calendar-year-differs-with = differs: {$hours}
calendar-year-the-clocks-go-forward = the clocks go forward
calendar-year-the-clocks-go-back = the clocks go back
calendar-year-new-hours-hold = other hours from this day on
