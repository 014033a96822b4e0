## help

writing-help-say-what-the-text-is-for = Say what the text is for.
writing-help-give-the-text = Give the text.
writing-help-the-case-that-it-is-about = The case that it is about, to hold the customer's record against.
writing-help-the-request-that-it-is-about = The request that it is about; its ask is what a read-back answers.
writing-help-a-date-is-given-in-another = A date is given in another field.

## writing

writing-nothing-in-your-words-stands = Nothing in your words stands out.
writing-one-place-is-worth-another-look = One place is worth another look; it is named below.
writing-places-are-worth-another-look = {$count} places are worth another look; they are named below.
writing-nothing-has-been-sent = {$found} Nothing has been sent.

## finding

writing-finding-two-people-read-a-vague-word = Two people read a vague word in two ways, and find out when it is too late.
writing-finding-whoever-is-asked-looks-for-the = Whoever is asked looks for the one thing to do.
writing-finding-who-does-not-know-the-case = Who does not know the case cannot tell what “it” is.
writing-finding-without-a-time-soon-is-decided = Without a time, “soon” is decided by whoever reads it.
writing-finding-what-can-be-done-helps-a = What can be done helps a customer more than what cannot, and takes fewer words.
writing-finding-customers-do-not-know-the-words = Customers do not know the words that we use among ourselves.
writing-finding-long-sentences-are-read-twice = Long sentences are read twice or not to the end.
writing-finding-many-adults-read-like-a-child = Many adults read like a child of eleven, and everybody does on a bad day.
writing-finding-a-read-back-in-the-words = A read-back in the words of the ask proves that somebody can copy.
writing-finding-a-field-of-the-packet-can = A field of the packet can be read for as long as the request needs it; free text stays.

## reading

writing-reading-this-takes-a-reading-age-of = This takes a reading age of about {$age}; {$plain} or less is plain. Use shorter sentences and shorter words.
writing-reading-this-sentence-has-words-are = This sentence has {$count} words; {$longest} are enough. Make two of it.

## personal

writing-personal-the-customers = the customer’s
writing-personal-this-is-share-it-as-a = This is {$whose} {$called}. Share it as a field instead, so that the other department’s access ends with the request.
writing-personal-phone-number = phone number
writing-personal-e-mail-address = e-mail address
writing-personal-account-number = account number

## copied

writing-copied-of-these-words-are-those-of = {$share} % of these words are those of the request. Use your own.
writing-copied-i-will-so-that = I will …, so that …

## vague

writing-vague-say-the-day-and-the-time = Say the day and the time.
writing-vague-say-what-shall-be-true = Say what shall be true afterwards, so that both sides can see when it is done.
writing-vague-say-what-you-want-to-know = Say what you want to know, or what shall be done.
writing-vague-say-how-many = Say how many.
writing-vague-name-them = Name them.
writing-vague-say-by-what-somebody-can-tell = Say by what somebody can tell.
writing-vague-the-reader-was-not-there-say = The reader was not there: say it here.
writing-vague-can-mean-anything = “{$phrase}” can mean anything. {$says}

## positive

writing-positive-say-what-you-can-do = Say what you can do
writing-positive-leave-it-out = Leave it out
writing-positive-ask-for-it-kindly-and-say = Ask for it kindly, and say what for
writing-positive-say-what-happens-next-and-who = Say what happens next, and who does it
writing-positive-shuts-a-door = “{$phrase}” shuts a door. {$says}.

## jargon

writing-jargon-is-a-word-of-ours = is a word of ours
writing-jargon-is-stiff = is stiff
writing-jargon-at-the-counter = “{$phrase}” {$says}. Say it as you would at the counter.

## ask

writing-ask-no-verb = It does not say what shall be done. Begin with a verb.
writing-ask-verbs = Send, find out, confirm …
writing-ask-no-time = It does not say when. Give the day and the time, here or in its own field.
writing-ask-what = “{$verb}” what? Name the thing or the person.
