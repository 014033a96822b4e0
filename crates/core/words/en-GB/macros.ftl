## bar

macros-bar-yours = Yours
macros-bar-make-a-macro = Make a macro
macros-bar-for-what-you-write-often = {$link} for what you write often.
macros-bar-macro = Macro
macros-bar-error = Error:
macros-bar-insert-the-macro = Insert the macro
macros-bar-choose = Choose
macros-bar-it-is-in-the-text = It is in the text.
macros-bar-insert = Insert
macros-bar-the-macro = the macro
macros-bar-once-it-is-sent-do-what = Once it is sent, do what “{$name}” does:
macros-bar-not-now = Not now:

## macros

macros-yours-alone = Yours alone
macros-sets-the-priority = sets the priority
macros-adds-a-note = adds a note
macros-snoozes-the-case = snoozes the case
macros-texts-that-you-write-often-with = Texts that you write often, with blanks that are filled in from the case.
macros-no-macro-yet = No macro yet
macros-a-macro-is-put-into-a = A macro is put into a reply, a note or an update with two clicks. Yours are yours alone; a lead makes those of a department.
macros-make-a-macro = Make a macro
macros-macros = Macros
macros-change = Change
macros-all-of = All of {$id}
macros-how-it-stands-now = How it stands now
macros-what-you-typed-is-still-below = What you typed is still below. Send it again if it is right.
macros-change-the-macro = Change the macro
macros-only-me = Only me
macros-it-is-yours-alone-a-lead = It is yours alone. A lead makes the macros of a department.
macros-keep-the-macro = Keep the macro
macros-back-to-the-macros = Back to the macros
macros-blanks-that-are-filled-in = Blanks that are filled in
macros-what-may-not-be-known-needs = What may not be known needs other words: {$code}. Without them the blank stays open, and nothing is sent until somebody fills it in.
macros-set-the-priority = Set the priority
macros-add-a-note = Add a note
macros-snooze-the-case = Snooze the case
macros-what-it-does-besides = What it does besides
macros-in-this-order-once-what-you = In this order, once what you wrote is sent. You see it before, and can leave it out.
macros-is-kept = “{$made}” is kept.
macros-is-changed = “{$made}” is changed.
macros-is-removed = “{$made}” is removed.
macros-what-it-does = What it does
macros-priority = Priority
macros-in-which-words = In which words
macros-why-the-priority-changes-the = Why the priority changes, the note, or until when: “in 3 days”.
macros-name = Name
macros-give-the-macro-a-name = Give the macro a name.
macros-text = Text
macros-blanks-are-filled-in-from-the = Blanks are filled in from the case, like {"{"}{"{"}customer.first_name or "there"{"}"}{"}"} or {"{"}{"{"}case.ref{"}"}{"}"}.
macros-who-uses-it = Who uses it
macros-a-department-that-you-lead-left = A department that you lead; left out, it is yours alone.
macros-write-a-text-or-choose = Write a text, or choose something that it does.
macros-use-at-most-characters = Use at most {$longest} characters.
macros-say-what-it-does = Say what it does.
macros-say-why-the-priority-changes = Say why the priority changes.
macros-choose-the-priority = Choose the priority.
macros-write-the-note = Write the note.
macros-say-until-when-like-in-3 = Say until when, like “in 3 days”.
macros-it-has-this-priority-already = It has this priority already.
macros-the-priority-becomes = The priority becomes {$priority}: {$reason}
macros-a-note-is-kept = A note is kept: {$filled}
macros-the-case-is-snoozed-for = The case is snoozed, for yourself: {$until}

## keep

macros-keep-there-are-100-macros-already = There are 100 macros already. Remove one that nobody uses, then make this one.
macros-keep-a-macro-of-a-department-is = A macro of a department is changed by its leads. Make one of your own instead.
macros-keep-somebody-has-changed-the-macro = Somebody has changed the macro meanwhile. Look at it, then send yours again.
macros-keep-choose-a-department-that-you = Choose a department that you lead, or keep the macro for yourself.

## known

macros-known-baton-does-not-know-stays-open = Baton does not know {$variable}: “{$typed}” stays open.

## insert

macros-insert-choose-the-macro-that-is-to = Choose the macro that is to be put in.
macros-insert-write-what-belongs-there-until = {$said} Write what belongs there; until then it is not sent.

## acts

macros-acts-of-the-macro-as-its-preview = Of the macro, as its preview gave it.
macros-acts-was-changed-after-you-looked-at = “{$kept}” was changed after you looked at it. Look at it again.
macros-acts-the-macro-did-nothing-more = The macro did nothing more: {$why}
macros-acts-what-the-macro-does-besides = What the macro does besides could not be done. Do it by hand.
macros-acts-done-too = Done, too: {$done}.
macros-acts-not-done = Not done: {$noun}. {$why}
macros-acts-the-priority-is = the priority is {$priority}
macros-acts-a-note-is-kept = a note is kept
macros-acts-it-is-snoozed = it is snoozed ({$until})
macros-acts-the-priority = the priority
macros-acts-the-note = the note
macros-acts-the-snooze = the snooze
macros-remove = Remove
