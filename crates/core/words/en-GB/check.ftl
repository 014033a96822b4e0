## check

check-give-at-most-these-are = Give at most {$most}; these are {$count}.
check-write-an-address-like-maria = Write an address like maria@example.org.
check-correct-what-is-named-and-send = Correct what is named and send it again; nothing was changed.
check-this-is-needed = This is needed.
check-use-at-most-characters-these = Use at most {$longest} characters; these are {$length}.
check-leave-out-characters-that = Leave out characters that cannot be printed.
