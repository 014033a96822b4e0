## moves

service-level-moves-only-an-administrator = An administrator says what customers are promised, and for a department its lead too. Tell them what it should be.
service-level-moves-nothing-is-promised-here = Nothing is promised here, so there is nothing to end.

## decide

service-level-decide-promise-something = Give at least one time: for one priority, and for one thing that customers wait for.
service-level-decide-nobody-is-promised-anything = Nobody is promised anything for the past. Choose a later moment, or leave it empty for now.
service-level-decide-at-most-a-year-ahead = At most a year ahead.
service-level-decide-give-seconds-of = Give 1 to {$longest} seconds of working time.
service-level-decide-this-has-a-time-already = This priority has a time for it already. Keep one of the two.

## words

service-level-words-set-version = {$actor} set version {$number}.
service-level-words-ended-it = {$actor} ended it: nothing more is promised by it.
service-level-words-that-it-has-come = Saying that it has come
service-level-words-first-response = First response
service-level-words-next-response = Next response
service-level-words-progress-update = Progress update
service-level-words-resolution = Resolution

## pages

service-level-the-whole-organisation = The whole organisation
service-level-service-levels = Service levels

## list

service-level-list-what-customers-are-promised = What customers are promised, in working time. A department without a promise of its own keeps the organisation's.
service-level-list-no-service-level-yet = No service level yet
service-level-list-set-one = Nothing is promised to customers yet, so no clock of a case runs but for what colleagues promise themselves. Set the organisation's first, or your department's.
service-level-list-an-administrator-sets-one = Nothing is promised to customers yet. An administrator sets what is, and for a department its lead.
service-level-list-version = Version {$number}
service-level-list-as-the-organisation-does = As the organisation does
service-level-list-nothing = Nothing
service-level-list-change = Change
service-level-list-set = Set one
service-level-list-who-promises = Who promises
service-level-list-what-holds = What holds now
service-level-list-what-you-can-do = What you can do

## terms

service-level-terms-nothing-does = Nothing does
service-level-terms-always = Always, with the time of the next update or a promise
service-level-terms-as-they-like = As they like
service-level-terms-what-stops-the-resolution = What stops the clock of the resolution
service-level-terms-when-a-case-is-reopened = When a case is reopened
service-level-terms-when-the-priority-is-raised = When the priority is raised
service-level-terms-the-first-reply-says-what-comes-next = The first reply says what comes next
service-level-terms-what-customers-wait-for = What customers wait for
service-level-terms-not-promised = not promised
service-level-terms-working-time-for-each-priority = Working time for each priority
service-level-terms-waiting-for-the-customer = A request waits for the customer
service-level-terms-a-legal-hold = A legal hold
service-level-terms-waiting-for-a-third-party = A request waits for a third party
service-level-terms-the-time-goes-on = The time goes on where it stopped; the time between does not count
service-level-terms-the-whole-time-again = The whole time again, from the reopening on
service-level-terms-the-clock-never-stood-still = The clock has never stood still
service-level-terms-as-if-from-the-start = As if it had held from the start, with half an hour of working time left at least
service-level-terms-the-share-that-is-left = The share of the old time that is left, of the new one
service-level-terms-from-the-change-on = The whole new time, from the change on

## form

service-level-form-working-time = Working time for each priority
service-level-form-like-30-min-or-4-h = Like 30 min, 4 h or 1 h 30 min of working time: a working day has as many hours as the department is open. Leave a box empty where nothing is promised.
service-level-form-those-of-the-department = Left open, it is by those of the department to which the case came.
service-level-form-what-stops-the-resolution = What stops the clock of the resolution?
service-level-form-while-a-request-waits = While the request that the case hangs on waits for it. Being busy stops nothing.
service-level-form-what-happens-when-a-case = What happens when a case is reopened within 14 days?
service-level-form-what-happens-when-the-priority = What happens when the priority is raised?
service-level-form-lowered-it-keeps = When it is lowered, the earlier due time stays unless the customer has agreed.
service-level-form-the-first-reply-must-say = The first reply must say what happens next and by when
service-level-form-whoever-waits = Whoever waits for us knows when they hear again.
service-level-form-from-when-does-it-hold = From when does it hold?
service-level-form-leave-it-empty = Leave it empty for now. Cases that came before keep what they were promised.

## new

service-level-new-promise-this = Promise this
service-level-new-back = Back
service-level-new-it-holds-for-cases-that-come = It holds for cases that come from then on. A case that is here already keeps what it was promised.
service-level-new-somebody-else-changed-this = Somebody else changed this while you were writing. What you wrote is below: look at what is promised now, then send it again.
service-level-new-what-customers-are-promised = What customers are promised
service-level-new-it-is-set = It is set. Cases that come from its moment on fall under it.

## ending

service-level-ending-cases-fall-under-the-organisation = Cases that come from now on are promised what the organisation promises. Those that are here keep their promise.
service-level-ending-cases-are-promised-nothing = Cases that come from now on are promised nothing, unless their department has a service level of its own. Those that are here keep their promise.
service-level-ending-end-it = End it
service-level-ending-end-this-service-level = End this service level
service-level-ending-it-has-ended = It has ended. Cases that are here keep their promise.

## show

service-level-show-a-case-keeps-what-it-was-promised = A case keeps what it was promised when it came, whatever is set later.
service-level-show-what-holds-now = What holds now: version {$number}
service-level-show-nothing-is-promised-now = Nothing is promised here now.
service-level-show-what-comes = What comes: version {$number}, from {$from}
service-level-show-versions = Versions
service-level-show-version = Version {$number}
service-level-show-version-2 = Version
service-level-show-holds-from = Holds from {$from}
service-level-show-ended = Ended {$at}
service-level-show-set-by = Set by
service-level-show-from-when = From when
service-level-show-every-version-the-newest-first = Every version, the newest first
service-level-show-service-level = Service level
service-level-show-promise-something-else = Promise something else
service-level-show-end-it = End it
service-level-show-what-you-can-do = What you can do

## set

service-level-set-seconds-of-working-time = Seconds of working time
service-level-set-times = Times
service-level-set-where-there-is-none = Where there is none, nothing is promised
service-level-set-by-which-working-hours = By which working hours?
service-level-set-what-stops-the-resolution = What stops the clock of the resolution
service-level-set-when-a-case-is-reopened = When a case is reopened; resume when it is left out
service-level-set-when-the-priority-is-raised = When the priority is raised; retroactive when it is left out
service-level-set-the-first-reply-says = The first reply says what happens next and by when
service-level-set-so-when-it-is-left-out = True when it is left out
service-level-set-holds-from = Holds from; now when it is left out
service-level-terms-hours = By whose working hours
