# Figures and how they are counted.

kpi-ack-time = Time to acknowledge
kpi-ack-time-formula = Working time from sending, or from the last fact that the agreement asks for, to the acknowledgement by a named person of the department that was asked.
kpi-read-back-time = Time to read back
kpi-read-back-time-formula = Working time from the acknowledgement, or from a correction, to the read-back.
kpi-delivery-time = Time to deliver
kpi-delivery-time-formula = Working time from sending, or from the last fact that the agreement asks for, to the delivery, without the time in which it stood still for a reason that the agreement lists.
kpi-attainment = Kept in time
kpi-attainment-formula = Clocks that stopped at their due time or before, divided by all that fell due: met, late, and late and still open.
kpi-population = Clocks that fell due in the last {$days} days. Withdrawn, declined and merged in time are left out and counted apart; fewer than {$fewest} have no share.
