## event

event-take-the-number-from-next-of = Take the number from `next` of the page before.
event-the-log-is-read-by = The log is read by administrators and followers. Your own part of it is the timeline of each case and request.
