## context

context-idempotency-key-must-be-1-to = Idempotency-Key must be 1 to 200 printable characters.
context-if-match-must-be-one-version = If-Match must be one version, like "7".
