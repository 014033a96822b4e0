## mention

mention-cannot-see-this-and-is-not = cannot see this, and is not told
mention-the-case-that-the-note-is = The case that the note is about.
mention-or-the-request = Or the request.
mention-beginnings-of-words-of-a-name = Beginnings of words of a name or a role.
mention-department = Department
mention-lead-of = Lead of {$name}
mention-data-protection = data protection
