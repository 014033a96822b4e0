## entry

talk-entry-what-was-it-about = What was it about?
talk-entry-a-reference-like-c-1042-or = A reference like C-1042 or C-1042/2, or words that stand in it.
talk-entry-say-what-it-was-about = Say what it was about.
talk-entry-who-was-it-with = Who was it with?
talk-entry-the-customer-or-the-name-of = The customer, or the name of a colleague.
talk-entry-say-whom-you-talked-to = Say whom you talked to.
talk-entry-what-was-said = What was said?
talk-entry-write-what-was-said = Write what was said.
talk-entry-nothing-that-you-can-see-fits = Nothing that you can see fits. Give its reference, like C-1042.
talk-entry-several-things-fit-choose-one = Several things fit. Choose one, or give its reference.
talk-entry-talked-with = Talked with {$with}.{"\u000A"}{"\u000A"}{$said}

## talk

talk-which-of-these = Which of these?
talk-log-it = Log it
talk-log-a-call-or-a-talk = Log a call or a talk
talk-in-a-case-it-is-read = In a case it is read by your department; in a request, by both. The customer sees nothing of it.
talk-logged-as-a-in = Logged as a {$what} in {$reference}.
