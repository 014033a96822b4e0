## live

live-the-id-of-the-last-event = The id of the last event that was seen; now, if left out. The header Last-Event-ID goes first.
