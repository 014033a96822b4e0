## snooze

snooze-it-leaves-your-own-lists-until = It leaves your own lists until then, and comes back earlier when somebody does something. For everybody else nothing changes, and its clocks run on.
snooze-it-is = It is {$due}.
snooze-snooze-until-then = Snooze until then
snooze-back = Back
snooze-snooze-until-when = Snooze until when?
snooze-sleeps-until-it-comes-back = {$reference} sleeps until {$value}. It comes back earlier when somebody does something.
snooze-is-back-in-your-lists = {$reference} is back in your lists.
snooze-out-of-your-own-lists-until = Out of your own lists until a moment, or until somebody does something. The clocks run on.
snooze-nothing-sleeps = Nothing sleeps
snooze-on-the-page-of-a-case = On the page of a case or a request, “Snooze” puts it out of your lists for a while.
snooze-go-to-today = Go to Today
snooze-snoozed = Snoozed
snooze-out-of-your-lists-until-its = Out of your lists until {$zone}. Its clocks run on.
snooze-one-more-is-asleep-because-you = One more is asleep, because you snoozed it.
snooze-more-are-asleep-because-you = {$count} more are asleep, because you snoozed them.
snooze-see-what-sleeps = See what sleeps
snooze-wake-it = Wake it

## act

snooze-act-until = Until
snooze-act-the-moment-itself-or-say-it = The moment itself; or say it in words.
snooze-act-or-in-your-own-words = Or in your own words
snooze-act-like-next-tuesday-3pm-in-2 = Like “next Tuesday 3pm”, “in 2 hours”, “Friday” or “1 Dec 9:30”.
snooze-act-choose-a-moment-or-say-one = Choose a moment, or say one.

## line

snooze-line-snoozed-until = Snoozed until {$until}
snooze-line-wake-it = Wake it
snooze-line-snoozed-but-due = Snoozed, but due {$span}
snooze-line-snoozed = Snoozed {$span}
