## escalation

escalation-nobody-above = nobody above
escalation-both-team-leads = both team leads
escalation-heads-of-department-or-the = heads of department or the owner of the service
escalation-the-director-on-duty = the director on duty
