-- When the next of the case's own clocks is due: what its customer was promised.
alter table cases add column clock_due_at {int};
