## api

advice-api-what-is-so = What is so
advice-api-as-the-advice-names-them-legal = As the advice names them: legal_threat=true, complaint=formal.
advice-api-why-otherwise-than-advised = Why otherwise than advised?
advice-api-which-department = Which department?

## advice

advice-somebody-is-in-danger-now = Somebody is in danger now
advice-somebody-may-come-to-harm = Somebody may come to harm
advice-personal-data-may-have-gone-to = Personal data may have gone to the wrong person
advice-the-customer-is-vulnerable-and = The customer is vulnerable and may come to harm
advice-the-customer-needs-things-done = The customer needs things done in another way than usual
advice-the-customer-complains-formally = The customer complains formally
advice-the-complaint-is-about-somebody = The complaint is about somebody of the team that handles it
advice-a-court-a-lawyer-or-a = A court, a lawyer or a regulator is named
advice-the-media-ask = The media ask
advice-there-is-no-known-way-to = There is no known way to do this
advice-what-is-advised = What is advised
advice-ask-look-at-it-together-or = Ask, look at it together, or escalate?
advice-choose-otherwise-than-advised = Choose otherwise than advised
advice-with-the-department-as-usual = With the department, as usual
advice-also-with-the-leads-of-both = Also with the leads of both departments
advice-also-with-the-heads-or-the = Also with the heads or the owner of the service
advice-also-with-the-director-on-duty = Also with the director on duty
advice-if-what-the-customers-words = If what these words suggest is so
advice-escalate-to-level = Escalate to level {$level}: {$who}.
advice-these-words-were-found = These words were found. A word is no proof.
advice-these-words-were-set-aside = These words were set aside, with a reason:
advice-this-is-advised = {$strong}, this is advised:
advice-to-go-another-way-than-this = To go another way than this, say why. Your reason is kept beside the advice.
advice-level = Level {$level}
advice-rule = Rule {$rule}
advice-inform-them-nothing-is-asked = Inform them: nothing is asked.
advice-look-at-it-together-in-one = Look at it together, in one conversation.
advice-emergency-phone-first-then = Emergency: phone first, then write it down.
advice-ask-them-directly = Ask them directly.
advice-it-goes-to = It goes to {$link}, {$post}
advice-nobody-is-there-for = Nobody is there for {$post}
advice-nobody-is-named-as = Nobody is named as {$post}
advice-because-is-away-until = , because {$named} is away until {$day}
advice-the-department = the department
advice-who-leads = who leads {$of}
advice-head-of = head of {$of}
advice-who-is-accountable-for-the = who is accountable for the service
advice-director-on-duty = director on duty
advice-for-data-protection = for data protection
advice-as-independent-reviewer = as independent reviewer
advice-for = for {$route}
advice-is-this-so = Is this so?
advice-these-words-were-found-a-word = These words were found. A word is no proof: tick what is so.
advice-what-else-do-you-know = What else do you know?
advice-what-else-is-so = What else is so
advice-the-customer-writes = The customer writes
advice-said-on-the-telephone = Said on the telephone:
advice-the-customer-complains = The customer complains
advice-the-complaint-is-regulated = The complaint is one that a regulator has rules for
advice-an-ombudsman-is-named = An ombudsman is named
advice-personal-data-went-to-the-wrong = Personal data went to the wrong person
advice-the-customer-is-vulnerable = The customer is vulnerable
advice-the-customer-risks-much = The customer risks money, home, health or an essential service
advice-contacts-about-the-same = Contacts about the same in 30 days: {$times}
advice-you-write = You write

## written

advice-written-write-a-fact-like-legal-threat = Write a fact like legal_threat=true.
