## search

search-no-name = {"["}no name]
search-words-of-a-subject-a-message = Words of a subject, a message or a request, a reference like C-1042, or the name or department of a colleague.
search-customers-by-name-e-mail = Customers by name, e-mail address, telephone or account.
search-search = Search
search-on-this-page = On this page
search-what-are-you-looking-for = What are you looking for?
search-find = Find
search-nothing-was-found-for = Nothing was found for “{$value}”
search-try-fewer-words-or-the = Try fewer words, or the beginning of one. Only what your departments may see is searched.
search-try-fewer-words-you-find = Try fewer words. You find requests of your department and its own cases; customers are found by departments that take cases from them.
search-see-your-cases = See your cases
search-cases = Cases {$span}
search-requests = Requests {$span}
search-customers = Customers
search-departments = Departments
search-people = People

## chips

search-chips-how-it-was-understood = How it was understood
search-chips = ×
search-chips-take-out = Take out: {$said}
search-chips-kettle-blue-kettle-toaster = kettle “blue kettle” -toaster
search-chips-words-words-in-this-order-and = words, words in this order, and what must not be there
search-chips-kettle-or-toaster = kettle OR toaster
search-chips-one-of-them = one of them
search-chips-open-closed-new-waiting = open, closed, new, waiting, resolved, late, urgent, told, disputed, escalated
search-chips-with-logistics-from-okafor = with:logistics  from:okafor  owner:me
search-chips-department-sender-or-customer = department, sender or customer, person
search-chips-us-them-or-customer = us, them or customer
search-chips-due-friday-opened-7d = due:<friday  opened:>-7d
search-chips-today-friday-week-3d-or-2026 = today, friday, week, 3d or 2026-12-01; with <, <=, >, >=
search-chips-what-you-can-type = What you can type

## asked

search-asked-department-or-customer = department or customer
search-asked-no-that-you-can-see-is = No {$what} that you can see is called “{$name}”.

## show

search-show-say-what-to-look-for = Say what to look for.
