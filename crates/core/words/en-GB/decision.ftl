# What somebody is asked to decide.

decision-to-decide = To decide
decision-who-asks-you = You are asked here because you lead a department, own a service, or were named for it. Who has the request keeps it, and no clock stops.
decision-nothing-waits = Nothing waits for your decision
decision-what-comes-here = What is escalated to you comes here, and every dispute that you are to rule on.
decision-back-to-today = Back to Today
decision-between = { $from } and { $to }
decision-between-late = { $from } and { $to }: the time for { $clock } ran out
decision-level = Level { $level }
decision-a-dispute = Dispute
decision-decide = Decide
decision-rule = Rule
