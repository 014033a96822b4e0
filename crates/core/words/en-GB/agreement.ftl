## new

agreement-new-an-agreement-is-proposed-by-the = An agreement is proposed by the lead of one of its two departments, or by who stands in for them. Tell yours what it should say.
agreement-new-propose-it = Propose it
agreement-new-back-to-the-agreements = Back to the agreements
agreement-new-what-two-departments-owe-each = What two departments owe each other. You put the terms down, the other side signs them or puts other ones down; nothing binds before both have signed.
agreement-new-propose-an-agreement = Propose an agreement
agreement-new-the-agreement-is-proposed-sign = The agreement is proposed. Sign it for your side, and tell the other lead.
agreement-new-put-these-terms-down = Put these terms down
agreement-new-back-to-the-agreement = Back to the agreement
agreement-new-somebody-else-changed-this = Somebody else changed this while you were writing. What you wrote is below: look at the agreement once more, then send it again.
agreement-new-other-terms = Other terms
agreement-new-a-signature-under-the-draft-is = A signature under the draft is void once its terms are changed.
agreement-new-what-binds-now-stays-as-it = What binds now stays as it is until both leads have signed the new terms.
agreement-new-the-terms-are-put-down-they = The terms are put down. They bind once both leads have signed them.

## list

agreement-list-what-departments-owe-each-other = What departments owe each other. Only what both leads have signed binds, and whatever was sent under it keeps its terms.
agreement-list-propose-an-agreement = Propose an agreement
agreement-list-agreements = Agreements
agreement-list-ended-or-withdrawn = Ended or withdrawn: {$over}
agreement-list-ended-or-withdrawn-2 = Ended or withdrawn
agreement-list-requests-are-counted-by-the = Requests are counted by the usual times until two departments agree on their own. Propose what yours and another one owe each other; their lead signs it or puts other terms down.
agreement-list-requests-are-counted-by-the-2 = Requests are counted by the usual times until the leads of two departments agree on their own.
agreement-list-no-agreement-yet = No agreement yet
agreement-list-who-asks-whom = Who asks whom
agreement-list-where-it-stands = Where it stands
agreement-list-kept = Kept in time, last 90 days
agreement-list-nothing-fell-due = Nothing fell due
agreement-list-looked-at-again = Looked at again
agreement-list-none-yet-what-is-asked-of = None yet: what is asked of it, and what it asks, is counted by the usual times.
agreement-list-what-it-asks-and-what-is = What it asks and what is asked of it

## ending

agreement-ending-what-was-agreed-before-stays-as = What was agreed before stays as it is. Whoever wants other terms can put them down afterwards.
agreement-ending-withdraw-the-terms = Withdraw the terms
agreement-ending-the-agreement-binds-until-its = The agreement binds until its end, and what was sent under it keeps its terms. From then on the usual times hold.
agreement-ending-give-notice = Give notice
agreement-ending-back-to-the-agreement = Back to the agreement

## agreement

agreement-asks = {$from} asks {$to}: {$service}
agreement-asks-2 = {$from} asks {$to}
agreement-waits-for-signatures = Waits for signatures
agreement-signed-begins-later = Signed, begins later
agreement-ends-soon = Ends soon
agreement-active-new-terms-wait-for = Active, new terms wait for signatures
agreement-active = Active
agreement-review-is-due = Review is due
agreement-ended = Ended
agreement-withdrawn = Withdrawn
agreement-this-agreement-is-there-already = This agreement is there already: revise it.

## form

agreement-form-who-asks = Who asks?
agreement-form-which-request-is-how-urgent = Which request is of which class
agreement-form-which-request-is-how-urgent-2 = Which request is how urgent?
agreement-form-leave-empty-what-needs-no-words = What makes a request one of each kind, in words that both read alike. Leave empty what needs none.
agreement-form-by-whose-hours = By whose hours both count
agreement-form-each-side-by-its-own = Each side by its own, if none is chosen.
agreement-form-by-whose-hours-do-both-count = By whose hours do both count?
agreement-form-when-another-moment-is-accepted = When another moment is accepted
agreement-form-moves-if-left-out = moves, if left out.
agreement-form-when-another-moment-is-accepted-2 = When the department that asks accepts another moment, what becomes of the due time?
agreement-form-who-is-asked = Who is asked?
agreement-form-about-one-service-only = About one service only
agreement-form-of-the-department-that-is-asked = Of the department that is asked. Leave it empty for all that it does on request.
agreement-form-working-time-for-each-step = Working time for each step
agreement-form-like-30-min-or-4-h = Like 30 min or 4 h. A box that is left empty is as usual: that stands in it in grey.
agreement-form-when-needed = when needed
agreement-form-error = Error:
agreement-form-a-time-like = {$what}, {$of}: write working time like 30 min, 4 h or 1 h 30 min; a day is no length of it.
agreement-form-minutes-of-working-time = Minutes of working time.
agreement-form-what-it-is-about = What it is about
agreement-form-what-it-is-not-about = What it is not about
agreement-form-working-time-allowed = Working time allowed
agreement-form-where-it-differs-from-what-is = Where it differs from what is usual.
agreement-form-facts-that-a-request-brings = Facts that a request brings along
agreement-form-while-a-fact-is-missing = Tags of the customer’s fields. While one is missing, the clocks of who is asked do not start.
agreement-form-what-who-asks-owes = What who asks owes
agreement-form-what-who-is-asked-owes = What who is asked owes
agreement-form-what-who-asks-needs = What who asks needs
agreement-form-what-who-is-asked-needs = What who is asked needs
agreement-form-what-stops-the-clock-of-the = What stops the clock of the delivery
agreement-form-while-a-request-waits = While a request waits for one of these, the time of the delivery does not count. A question to who asks stops it always.
agreement-form-customer-and-third-party-if-left-out = While a request waits for one of these, the time of the delivery does not count: for the customer and for a third party if none is named. A question to who asks stops it always.
agreement-form-what-happens-when-a-target-is = What happens when a target is missed
agreement-form-looked-at-again-on = Looked at again on
agreement-form-binds-from = Binds from
agreement-form-what-is-it-about = What is it about?
agreement-form-one-thing-a-line = One thing a line.
agreement-form-what-is-it-not-about = What is it not about?
agreement-form-what-does-the-department-that = What does the department that asks owe?
agreement-form-one-thing-a-line-what-it = One thing a line: what it brings along, what it does not ask for.
agreement-form-what-does-the-department-that-2 = What does the department that is asked owe?
agreement-form-what-does-the-department-that-3 = What does the department that asks need?
agreement-form-to-reach-its-own-goals-one = To reach its own goals; one thing a line.
agreement-form-what-does-the-department-that-4 = What does the department that is asked need?
agreement-form-which-facts-must-a-request = Which facts must a request bring along?
agreement-form-fields-by-their-tags-one-a-line = Fields of the customer by their tags, one a line, like order_number. While one is missing, the clocks of who is asked do not start.
agreement-form-what-may-stop-the-clocks-2 = What may stop the clocks?
agreement-form-what-happens-when-a-target-is-2 = What happens when a target is missed?
agreement-form-when-do-both-look-at-it = When do both look at it again?
agreement-form-within-two-years = Within two years.
agreement-form-from-when-does-it-bind = From when does it bind?
agreement-form-leave-it-empty-to-let-it = Leave it empty to let it begin with the second signature.

## show

agreement-show-version-waits-for-signatures = Version {$number} waits for signatures
agreement-show-the-terms-of-version = The terms of version {$number}
agreement-show-version-agreed = Version {$number}, agreed
agreement-show-what-binds-now-version = What binds now: version {$number}
agreement-show-versions = Versions
agreement-show-agreement = Agreement
agreement-show-nothing-binds-yet-both-leads = Nothing binds yet: both leads have to sign the same terms.
agreement-show-both-have-signed-it-binds-from = Both have signed. It binds from {$from}.
agreement-show-notice-has-been-given-it-binds = Notice has been given: it binds until {$from}.
agreement-show-it-binds-what-is-sent-under = It binds. What is sent under it keeps its terms, whatever is agreed later.
agreement-show-it-ended-what-was-sent-before = It ended {$from}. What was sent before keeps its terms.
agreement-show-it-has-ended = It has ended.
agreement-show-it-was-withdrawn-before-both = It was withdrawn before both had signed.
agreement-show-signed = {$signed} signed {$zone}
agreement-show-not-signed-yet = Not signed yet
agreement-show-for = For {$from}
agreement-show-for-2 = For {$to}
agreement-show-sign-for-your-side = Sign for your side
agreement-show-read-the-terms-below-with-your = Read the terms below. With your signature your department owes what they say.
agreement-show-signed-by-the-leads-of-the = Signed by the leads of the two departments, or who stands in for them.
agreement-show-withdrawn = Withdrawn {$at}
agreement-show-binds-from = Binds from {$from}
agreement-show-bound-from-until = Bound from {$from} until {$until}
agreement-show-signed-by = Signed by
agreement-show-read-the-terms = Read these terms
agreement-show-waits-for-signatures = Waits for signatures
agreement-show-version = Version {$number}
agreement-show-version-2 = Version
agreement-show-put-down-by = Put down by
agreement-show-where-it-stands = Where it stands
agreement-show-every-version-the-newest-first = Every version, the newest first
agreement-show-change-the-terms = Change the terms
agreement-show-propose-new-terms = Propose new terms
agreement-show-withdraw-these-terms = Withdraw these terms
agreement-show-give-notice = Give notice
agreement-show-between = Between
agreement-show-who-asks = Who asks
agreement-show-who-is-asked = Who is asked
agreement-show-about = About
agreement-show-all-that-it-does-on-request = All that it does on request
agreement-show-you-have-signed-it-binds-when = You have signed. It binds when the other side has signed too.
agreement-show-you-have-signed-and-so-has = You have signed, and so has the other side: it is agreed.
agreement-show-only-those-in-which-this = Only those in which this department is one of the sides.

## terms

agreement-terms-about = About
agreement-terms-not-about = Not about
agreement-terms-owes = {$from} owes
agreement-terms-owes-2 = {$to} owes
agreement-terms-needs = {$from} needs
agreement-terms-needs-2 = {$to} needs
agreement-terms-facts-that-a-request-brings = Facts that a request brings along
agreement-terms-what-may-stop-the-clocks = What may stop the clocks
agreement-terms-when-a-target-is-missed = When a target is missed
agreement-terms-looked-at-again = Looked at again
agreement-terms-choose-a-calendar = Choose a calendar of the organisation.
agreement-terms-this-class-is-described-already = This class is described already.
agreement-terms-which-is-how-urgent = Which request is how urgent
agreement-terms-by-whose-hours = By whose hours
agreement-terms-each-by-its-own = Each side by its own
agreement-terms-when-another-moment-is-accepted = When another moment is accepted
agreement-terms-the-due-time-moves = The due time moves to it
agreement-terms-the-due-time-stays = Work goes by it; figures stay with the first one
agreement-terms-binds-from = Binds from
agreement-terms-waiting-on-the-customer = Waiting on the customer
agreement-terms-waiting-on-a-third-party = Waiting on a third party
agreement-terms-a-question-to-who-asks = A question to who asks
agreement-terms-a-legal-hold = A legal hold
agreement-terms-step = Step
agreement-terms-usual = {$time} (usual)
agreement-terms-when-it-is-needed = When it is needed
agreement-terms-working-time-for-each-step = Working time for each step
agreement-terms-say-what-the-agreement-is-about = Say what the agreement is about, a line each.
agreement-terms-name-a-field-of-the-customer = Name a field of the customer by its tag, like order_number.
agreement-terms-who-asks = who asks
agreement-terms-who-is-asked = who is asked
agreement-terms-say-what-owes-an-agreement-has = Say what {$who} owes: an agreement has duties of both departments.
agreement-terms-give-1-to-minutes-of-working = Give 1 to {$longest_target} minutes of working time.
agreement-terms-this-step-of-this-class-has = This step of this class has a target already.
agreement-terms-name-a-day-on-which-both = Name a day on which both look at it again: after today and within {$latest_review_months} months.
agreement-terms-an-agreement-binds-nobody-for = An agreement binds nobody for what was before it. Leave this empty to let it begin with the second signature.

## acts

agreement-acts-who-asks = Who asks
agreement-acts-who-is-asked = Who is asked
agreement-acts-about-one-service-only = About one service only
agreement-acts-terms = Terms
agreement-acts-what-was-read = What was read
agreement-acts-written-of-the-terms-that-are = `written` of the terms that are signed.
agreement-acts-why-are-these-terms-withdrawn = Why are these terms withdrawn?
agreement-acts-both-departments-read-it = Both departments read it.
agreement-acts-when-does-it-end = When does it end?
agreement-acts-in-28-calendar-days-or-later = In 28 calendar days or later. What was sent before keeps its terms.
agreement-acts-say-why-it-ends = Say why it ends.
agreement-acts-say-why-these-terms-are-withdrawn = Say why these terms are withdrawn.
agreement-acts-why-does-it-end = Why does it end?
agreement-acts-say-when-it-ends = Say when it ends.

## moves

agreement-moves-only-the-leads-of-the-two = Only the leads of the two departments, or who stands in for them, act on their agreement. Tell yours what should change.
agreement-moves-a-draft-is-tried-by = A draft is tried on what was asked before by the leads of the two departments, or who stands in for them.
agreement-moves-this-agreement-has-ended = This agreement has ended. Propose a new one; requests that were sent under it keep its terms.
agreement-moves-nothing-has-been-agreed-yet = Nothing has been agreed yet that could end: withdraw the draft.
agreement-moves-notice-has-been-given-so-that = Notice has been given, so that these terms end. Propose a new agreement for what comes after.
agreement-moves-no-terms-wait-for-a-signature = No terms wait for a signature. Revise the agreement to put new ones down.
agreement-moves-your-side-has-signed-these = Your side has signed these terms. The other side's lead signs next.
agreement-moves-you-have-signed-for-the-other = You have signed for the other side. An agreement takes two people: ask the deputy of this department to sign.

## propose

agreement-propose-an-agreement-is-proposed-by-the = An agreement is proposed by the lead of one of its two departments, or by who stands in for them. Tell yours what it should say.
agreement-propose-there-is-an-agreement-between = There is an agreement between these two departments about this already: revise that one.
agreement-propose-what-is-there-binds-until = What is agreed now binds until notice ends it. Say from when on these terms bind: from then, or later.
agreement-propose-choose-a-department-that-is-at = Choose a department that is at work.
agreement-propose-an-agreement-is-between-two = An agreement is between two departments.
agreement-propose-choose-a-service-of-the = Choose a service of the department that is asked, or none for all of them.

## undo

agreement-undo-the-other-side-needs-time-to = The other side needs time to arrange itself: give notice of at least {$notice_days} calendar days.
agreement-undo-a-year-ahead-at-most = Give notice for a day within a year: until then nobody can change these terms.

## sign

agreement-sign-the-terms-were-changed-after = The terms were changed after you opened them. Read them again, then sign.

## words

agreement-words-proposed-an-agreement-between = {$actor} proposed an agreement between {$from} and {$to}.
agreement-words-put-down-terms-for-version = {$actor} put down terms for version {$number}.
agreement-words-signed-version-for = {$actor} signed version {$number} for {$side}.
agreement-words-withdrew-the-draft-of-version = {$actor} withdrew the draft of version {$number}: {$reason}
agreement-words-gave-notice = {$actor} gave notice: {$reason}

## simulation

agreement-simulation-tried-on-the-last = Tried on the last {$days} days
agreement-simulation-what-was-asked-before = What was asked before, counted by these terms: every clock that would have fallen due by now. An agreed time for the delivery counts even where the sender had named a moment; a legal deadline and a ruling stay.
agreement-simulation-would-have-met = {$side} would have met {$share} of what these terms ask of it: {$met} of {$n} clocks.
agreement-simulation-too-few = {$side} would have met {$met} of {$n} clocks. That is too few for a share.
agreement-simulation-owed-nothing = {$side} would have owed nothing that fell due.
agreement-simulation-nothing-fell-due = In the last {$days} days nothing was asked that these terms would have been about, so there is nothing to hold them against.
agreement-simulation-step-by-step = Step by step, by these terms
agreement-simulation-step = Step
agreement-simulation-met = Met
agreement-simulation-late = Late
agreement-simulation-left-out = Left out
agreement-simulation-working-time-used = Working time used
agreement-simulation-step-and-class = {$step}, {$class}
agreement-simulation-of = {$met} of {$n}
agreement-simulation-of-with-share = {$met} of {$n}, {$share}
agreement-simulation-late-and-open = {$late}, {$open} of them still open
agreement-simulation-half-within = half within {$median}, nine in ten within {$p90}
agreement-simulation-share = {$share} %
agreement-simulation-withdrawn =
    { $n ->
        [one] one was withdrawn
       *[other] {$n} were withdrawn
    }
agreement-simulation-declined =
    { $n ->
        [one] one was declined
       *[other] {$n} were declined
    }
agreement-simulation-merged =
    { $n ->
        [one] one was merged
       *[other] {$n} were merged
    }
agreement-simulation-held =
    { $n ->
        [one] one never got the facts
       *[other] {$n} never got the facts
    }
agreement-simulation-would-newly-be-late =
    { $n ->
        [one] One clock that was in time would have been late
       *[other] {$n} clocks that were in time would have been late
    }
agreement-simulation-would-have-been-due = {$step}, due {$due}
agreement-simulation-more =
    { $n ->
        [one] One more is not listed here.
       *[other] {$n} more are not listed here.
    }

## performance

agreement-performance-needs-from = What {$who} needs from {$whom}
agreement-performance-the-last-days = How it was kept in the last {$days} days
agreement-performance-when-asks = When {$asks} asks {$asked}
agreement-performance-nothing-is-agreed = Nothing is agreed this way, so it is counted by the usual times.
agreement-performance-has-kept = {$name} has kept {$share} of what it owed: {$met} of {$n} clocks.
agreement-performance-has-kept-few = {$name} has kept {$met} of {$n} clocks. That is too few for a share.
agreement-performance-owed-nothing = {$name} owed nothing that fell due.
agreement-performance-none = none
agreement-performance-by-who-is-asked = owed by who is asked
agreement-performance-by-who-asks = owed by who asks
agreement-performance-step = Step
agreement-performance-kept-in-time = Kept in time, both ways
agreement-performance-excused =
    { $n ->
        [one] One was excused.
       *[other] {$n} were excused.
    }
agreement-performance-excused-and-share =
    { $n ->
        [one] One was excused; {$share} % without it.
       *[other] {$n} were excused; {$share} % without them.
    }

## changes

agreement-changes-what-changes = What changes, line by line
agreement-changes-none = Nothing changes by these words but when they begin.
agreement-changes-what = What
agreement-changes-nothing = nothing
agreement-changes-now = Now
agreement-changes-then = By version {$number}
agreement-changes-which-is = Which is {$class}

## to-sign

agreement-to-sign-waits-for-your-signature = Waits for your signature
agreement-to-sign-put-down-by = put down by {$who}
