## removal

saved-removal-whoever-saved-it-removes-it-or = Whoever saved it removes it, or a lead of the department that shares it.
saved-removal-the-view-is-removed = The view “{$view}” is removed.

## saved

saved-all-of = All of {$id}
saved-only-me = Only me
saved-all-that-are-open = All that are open
saved-those-of-whoever-looks = Those of whoever looks
saved-those-of-their-departments = Those of their departments
saved-save-the-view = Save the view
saved-back-to-the-cases = Back to the cases
saved-what-the-list-is-narrowed-by = What the list is narrowed by is kept. Everybody who opens it sees what they may see.
saved-save-this-list = Save this list
saved-is-saved = “{$view}” is saved.
saved-saved-views = Saved views
saved-a-list-that-you-look-at = A list that you look at often can be kept here under a name.
saved-shared = shared
saved-name = Name
saved-give-the-list-a-name = Give the list a name.
saved-whose-cases = Whose cases
saved-in-which-state = In which state
saved-narrowed-by = Narrowed by
saved-as-in-search-kettle-is-late = As in search: kettle is:late
saved-who-sees-it = Who sees it
saved-a-department-of-yours-to-share = A department of yours, to share it; left out, it is yours alone.
saved-you-have-50-views-remove-one = You have 50 views. Remove one that you no longer use, then save this one.
saved-share-it-with-a-department-that = Share it with a department that you belong to.
saved-remove = Remove
