## verbs

go-verbs-today = Today
go-verbs-home-due-waiting = home due waiting
go-verbs-to-decide = To decide
go-verbs-escalations-disputes-rule = escalations disputes rule asked
go-verbs-at-risk-and-late = At risk and late
go-verbs-clocks-board-breached-overdue = clocks board breached overdue
go-verbs-agreements = Agreements
go-verbs-service-level-terms-signature = ola service level terms signature
go-verbs-to-us = To us
go-verbs-tray-incoming-asked-inbox = tray incoming asked inbox
go-verbs-from-us = From us
go-verbs-tray-outgoing-sent-asked = tray outgoing sent asked
go-verbs-my-cases = My cases
go-verbs-queue-list = queue list
go-verbs-cases-of-my-department = Cases of my department
go-verbs-late-cases = Late cases
go-verbs-breached-overdue = breached overdue
go-verbs-open-a-new-case = Open a new case
go-verbs-create-call-letter = create call letter
go-verbs-find-a-customer = Find a customer
go-verbs-people-addresses = people addresses
go-verbs-directory = Directory
go-verbs-departments-people-who = departments people who
go-verbs-search = Search
go-verbs-also-find = find
go-verbs-macros = Macros
go-verbs-templates-texts-answers-blanks = templates texts answers blanks
go-verbs-my-settings = My settings
go-verbs-zone-dark-theme-keys-density = zone dark theme keys density
go-verbs-where-i-am-signed-in = Where I am signed in
go-verbs-sessions-devices = sessions devices
go-verbs-all-keys = All keys
go-verbs-shortcuts-keyboard-help = shortcuts keyboard help
go-verbs-add-a-department = Add a department
go-verbs-also-administration = administration
go-verbs-add-a-person = Add a person
go-verbs-administration-colleague = administration colleague

## go

go-case = Case {$reference}
go-request = Request {$reference}
go-customer = Customer
go-department = Department
go-on-this-page = On this page
go-what-do-you-want-to-do = What do you want to do, or to find?
go-find = Find
go-nothing-goes-by-that-name = Nothing goes by that name
go-try-the-beginning-of-another = Try the beginning of another word.
go-see-everything-that-you-can-do = See everything that you can do
go-go-to = Go to
go-search-everything-for = Search everything for “{$value}”
