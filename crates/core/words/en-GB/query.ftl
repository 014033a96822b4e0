## words

query-words-with = with {$name}
query-words-from = from {$name}
query-words-of = of {$name}
query-words-waiting-for-us = waiting for us
query-words-waiting-for-another-department = waiting for another department
query-words-waiting-for-the-customer = waiting for the customer
query-words-due = due {$days}
query-words-opened = opened {$days}
query-words-not = not {$said}
query-words-customer-told = customer told
query-words-before = before {$day}
query-words-until = until {$day}
query-words-from-2 = from {$day}
query-words-after = after {$day}
query-words-on = on {$day}
query-words-from-to = from {$day} to {$day_2}
query-words-is-none-of-the-fields-is = “{$field}:” is none of the fields (is, with, from, owner, waiting, due, opened), so its words were looked for.
query-words-was-left-out-after-comes-one = “{$field}:{$value}” was left out. After “{$field}:” comes one of {$value_2}.
query-words-was-left-out-write-its-value = “{$field}:” was left out: write its value right after the colon.
query-words-is-no-day-and-was-left = “{$day}” is no day and was left out. Write today, friday, week, 3d or 2026-12-01, with < or > before it.
query-words-a-quotation-mark-was-not-closed = A quotation mark was not closed; it ends at the end.
query-words-or-stands-between-two-things = “OR” stands between two things; this one was left out.
query-words-stands-right-before-what-must = “-” stands right before what must not be there.
query-words-that-is-too-much-at-once = That is too much at once: only the beginning counts.
