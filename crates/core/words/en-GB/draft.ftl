## draft

draft-saved = Saved {$line}
draft-discard = Discard
draft-drafts-you-have-not-sent = Drafts you have not sent {$span}
draft-all-your-drafts = All your drafts
draft-what-you-have-written-and-not = What you have written and not sent. Nobody else sees it; after 30 days it goes.
draft-you-have-no-draft = You have no draft
draft-what-you-type-into-a-form = What you type into a form is kept here until you send it.
draft-go-to-today = Go to Today
draft-drafts = Drafts
draft-the-draft-is-gone = The draft is gone.

## keep

draft-keep-this-is-no-form = This is no form.
draft-keep-this-customer-was-erased = This customer was erased: nothing about them is kept before it is sent.
draft-keep-this-is-too-much-for-a = This is too much for a draft. Send a part of it first.
draft-keep-saved-as-a-draft-nobody-else = Saved as a draft. Nobody else sees it; it waits on Today until you send it.
draft-keep-nothing-was-written-yet-so = Nothing was written yet, so nothing is kept.

## place

draft-place-form = Form
draft-place-reply-to-the-customer = Reply to the customer
draft-place-call = Call
draft-place-what-came-in = What came in
draft-place-note = Note
draft-place-tell-the-customer = Tell the customer
draft-place-request-to-another-department = Request to another department

## form

draft-form-save-as-draft = Save as draft
draft-form-draft-saved = Draft saved {"{}"}.
draft-form-not-saved-on-the-server-it = Not saved on the server. It is kept in this browser.
draft-form-what-you-typed-at-is-in = What you typed at {"{}"} is in this browser only.
draft-form-restore-it = Restore it
draft-form-discard-it = Discard it
draft-form-this-is-your-draft-saved = This is your draft, saved {$saved}.
draft-form-you-have-written-this-before = You have written this before and not sent it. Saved {$saved}.

## api

draft-api-as-the-form-has-it-body = As the form has it: `body`.
draft-api-form = Form
draft-api-the-form-as-case-id-messages = The form, as `case:ID:messages/new?kind=reply` or `request:ID:read-back/new`.
draft-api-say-which-form-it-belongs-to = Say which form it belongs to.
draft-api-write-the-form-like-case-id = Write the form like case:ID:messages/new?kind=reply.
