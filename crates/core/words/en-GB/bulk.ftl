## bar

bulk-bar-do-something-with-the-ticked = Do something with the ticked rows
bulk-bar-tick-all-of-this-page = Tick all of this page
bulk-bar-1-the-leads-of-both-departments = 1: the leads of both departments
bulk-bar-2-also-the-owner-of-the = 2: also the owner of the service
bulk-bar-3-also-the-duty-director = 3: also the duty director
bulk-bar-snooze-them-for-yourself = Snooze them, for yourself
bulk-bar-give-them-to-a-colleague = Give them to a colleague
bulk-bar-change-their-priority = Change their priority
bulk-bar-escalate-them = Escalate them
bulk-bar-another-priority = another priority
bulk-bar-snooze-them = Snooze them
bulk-bar-give-them = Give them
bulk-bar-change-the-priority = Change the priority

## bulk

bulk-your-colleague = your colleague
bulk-given-to = {$many} given to {$name}
bulk-set-to = {$many} set to {$priority}
bulk-snoozed = {$many} snoozed
bulk-escalated = {$many} escalated
bulk-no = No {$what}
bulk-taken-back = {$many} taken back
bulk-not-changed = Not changed {$span}
bulk-done = Done {$span}
bulk-back-to-the-list = Back to the list
bulk-take-all-of-it-back = Take all of it back
bulk-ticked-nothing-was-changed = {$many} ticked. Nothing was changed.
bulk-do-something-with-the-ticked = Do something with the ticked rows
bulk-what-is-to-be-done = What is to be done
bulk-choose-what-is-to-be-done = Choose what is to be done.
bulk-cases = Cases
bulk-requests = Requests
bulk-give-them-to = Give them to
bulk-for-owner-id-or-e-mail = For owner: id or e-mail address.
bulk-priority = Priority
bulk-for-priority = For priority.
bulk-why = Why
bulk-for-priority-and-escalate = For priority and escalate.
bulk-level = Level
bulk-for-escalate = For escalate.
bulk-decision-wanted = Decision wanted
bulk-until-when = Until when
bulk-for-snooze-in-plain-words = For snooze, in plain words: “tomorrow 9am”, “in 2 days”.
bulk-empty-where-nothing-was-it-was = Empty where nothing was: it was not asleep.

## snooze

bulk-snooze-it-has-woken-or-was-put = It has woken or was put off again since, so it stays as it is.

## undo

bulk-undo-somebody-has-changed-it-since = Somebody has changed it since, so it stays as it is.
bulk-undo-this-is-no-priority = This is no priority.
bulk-undo-taken-back-it-was-changed = Taken back: it was changed together with others.

## perform

bulk-perform-tick-the-rows-that-it-is = Tick the rows that it is about.
bulk-perform-choose-the-priority = Choose the priority.
bulk-perform-say-why-the-priority-changes = Say why the priority changes.
