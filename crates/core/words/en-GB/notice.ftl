## notice

notice-you-cannot-switch-off-what-is = You cannot switch off what is due soon or overdue: you own the clock. Choose when the mail comes instead.
