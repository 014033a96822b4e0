## follow

public-follow-reference = Reference
public-follow-for-example-c-1042-you-read = For example C-1042. You read it when you sent your question, and in our letters.
public-follow-e-mail-address-or-telephone = E-mail address or telephone number
public-follow-the-one-that-you-gave-us = The one that you gave us.
public-follow-is-there-anything-to-add = Is there anything to add?
public-follow-it-goes-to-whoever-looks-after = It goes to whoever looks after your question.
public-follow-enter-the-reference-of-your = Enter the reference of your question.
public-follow-enter-the-e-mail-address-or = Enter the e-mail address or telephone number that you gave us.
public-follow-check-the-reference-and-the = Check the reference and the address: we have nothing where they belong together.
public-follow-write-what-you-want-to-add = Write what you want to add.
public-follow-see-how-it-stands = See how it stands
public-follow-follow-your-question = Follow your question
public-follow-we-have-what-you-added-whoever = We have what you added. Whoever looks after it reads it.
public-follow-add-it = Add it

## public

public-four-questions-no-account-you = Four questions, no account. You get a reference with which you can see how it stands.
public-last-step = Last step
public-question-of-4 = Question {$number} of 4
public-change = Change
public-what-it-is-about = What it is about
public-what-it-is-about-2 = what it is about
public-what-has-happened = What has happened
public-what-has-happened-2 = what has happened
public-what-you-would-like = What you would like
public-what-you-would-like-2 = what you would like
public-your-name = Your name
public-e-mail-address = E-mail address
public-telephone-number = Telephone number
public-how-we-can-reach-you = how we can reach you
public-send-it = Send it
public-continue = Continue
public-back = Back

## steps

public-steps-what-is-it-about = What is it about?
public-steps-what-has-happened = What has happened?
public-steps-what-would-you-like-us-to = What would you like us to do?
public-steps-how-can-we-reach-you = How can we reach you?
public-steps-check-what-you-have-written = Check what you have written
public-steps-say-in-a-few-words-what = Say in a few words what it is about.
public-steps-write-what-has-happened = Write what has happened.
public-steps-write-what-you-would-like-us = Write what you would like us to do.
public-steps-enter-an-e-mail-address-or = Enter an e-mail address or a telephone number.
public-steps-enter-an-e-mail-address-like = Enter an e-mail address like name@example.com.
public-steps-enter-a-telephone-number-like = Enter a telephone number like 01632 960 001.

## ask

public-ask-in-a-few-words = In a few words
public-ask-for-example-my-delivery-of-12 = For example: my delivery of 12 May.
public-ask-tell-us-in-your-own-words = Tell us in your own words
public-ask-dates-names-and-order-numbers = Dates, names and order numbers help us. Leave out card numbers.
public-ask-what-would-put-it-right-for = What would put it right for you?
public-ask-your-name = Your name
public-ask-e-mail-address = E-mail address
public-ask-an-e-mail-address-or-a = An e-mail address or a telephone number is enough.
public-ask-telephone-number = Telephone number
public-ask-your-reference = Your reference
public-ask-c = C-{$number}
public-ask-what-happens-next = What happens next
public-ask-somebody-reads-what-you-have = Somebody reads what you have written and looks after it until you know the outcome. We write or call you as you asked.
public-ask-keep-the-reference-with-it-and = Keep the reference. With it and your e-mail address or telephone number you can see how it stands and add to it.
public-ask-see-how-it-stands = See how it stands
public-ask-we-have-your-question = We have your question

## show

public-show-a-colleague-looks-after-it = A colleague looks after it.
public-show-a-colleague-looks-after-it-with = A colleague looks after it, with the help of others.
public-show-looks-after-it = {$case} looks after it.
public-show-looks-after-it-with-the-help = {$case} looks after it, with the help of {$helpers}.
public-show-we-have-your-question = We have your question
public-show-we-are-working-on-it = We are working on it
public-show-we-are-waiting-for-an-answer = We are waiting for an answer from a colleague
public-show-we-are-waiting-for-you = We are waiting for an answer from you
public-show-answer-below = As soon as you have answered below, we go on.
public-show-we-have-told-you-the-outcome = We have told you the outcome
public-show-we-have-finished = We have finished
public-show-we-go-on-with-it-together = We go on with it together with another question of yours
public-show-we-read-it-and-start = We read it and start.
public-show-we-tell-you-as-soon-as = We tell you as soon as there is an answer.
public-show-when-the-answer-comes-we-check = When the answer comes, we check it and tell you.
public-show-if-something-is-still-not-right = If something is still not right, tell us below.
public-show-if-something-is-not-right-after = If something is not right after all, tell us below: then we go on.
public-show-what-you-write-below-reaches-us = What you write below reaches us there.
public-show-who-has-it = Who has it
public-show-what-comes-next = What comes next
public-show-you-hear-from-us-by = You hear from us by
public-show-what-we-have-told-you = What we have told you
public-show-nothing-yet = Nothing yet.
