## variable

template-variable-the-reference-of-the-case = the reference of the case
template-variable-what-the-case-is-about = what the case is about
template-variable-the-customers-name = the customer's name
template-variable-the-customers-first-name = the customer's first name
template-variable-your-name = your name
template-variable-your-first-name = your first name
template-variable-the-department-of-the-case = the department of the case
template-variable-todays-date = today's date
