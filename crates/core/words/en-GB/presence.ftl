## beat

presence-beat-what-you-do-there-viewing-if = What you do there; viewing, if left out.
presence-beat-is-looking-at-this = {$name} is looking at this.
presence-beat-is-writing-a-reply = {$name} is writing a reply.
