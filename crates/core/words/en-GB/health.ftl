## health

health-database = Database
health-sqlite-one-file-in-the-data = SQLite, one file in the data folder.
health-postgresql-with-a-standby-that = PostgreSQL, with a standby that has every commit.
health-postgresql-without-a = PostgreSQL, without a synchronous standby.
health-it-does-not-answer = It does not answer: {$error}.
health-see-whether-it-runs-and-can = See whether it runs and can be reached from here, then look again.
health-migrations = Migrations
health-the-database-has-the-shape-of = The database has the shape of this build.
health-another-build-has-changed-the = Another build has changed the shape of the database.
health-stop-this-node-and-start-it = Stop this node and start it with the same build as the others.
health-free-where-the-data-folder-lies = {$bytes} free where the data folder lies.
health-make-room-or-move-the-data = Make room, or move the data folder to a larger disk.
health-disk = Disk
health-jobs = Jobs
health-waiting-none-of-them-late = {$count} waiting, none of them late.
health-waiting-the-first-was-due = {$count} waiting; the first was due {$ago}.
health-they-are-tried-again-by = They are tried again by themselves. If the number grows, restart Baton.
health-jobs-given-up = Jobs given up
health-none = None.
health-could-not-be-done-however-often = {$dead} could not be done, however often they were tried.
health-see-why-then-try-them-again = See why, then try them again or let them go.
health-mail-out = Mail out
health-no-mail-server-is-set-letters = No mail server is set; {$count} letters to customers wait.
health-set-smtp-host-in-the-settings = Set smtp.host in the settings, then restart Baton.
health-letters-to-customers-wait-the = {$count} letters to customers wait; the first since {$ago}.
health-send-a-test-letter-to-see = Send a test letter to see what the mail server says.
health-letters-become-files-wait = Letters become files; {$count} wait.
health-letters-to-customers-wait = {$count} letters to customers wait.
health-mail-in = Mail in
health-none-unread-none-in-quarantine = None unread, none in quarantine.
health-in-quarantine-nobody-has-seen = {$kept} in quarantine: nobody has seen them.
health-file-each-as-a-case-or = File each as a case, or discard it.
health-kept-and-not-yet-read = {$unread} kept and not yet read.
health-they-are-read-when-baton-starts = They are read when Baton starts. If it runs already, restart it.
health-log = Log
health-no-checkpoint-yet-the-first = No checkpoint yet: the first comes within the hour.
health-the-last-signed-checkpoint-is = The last signed checkpoint is of {$ago}.
health-one-is-made-every-hour-while = One is made every hour while Baton runs. If it runs, see its own log for why not.
health-checkpoint-was-signed = Checkpoint {$latest} was signed {$ago}.
health-not-looked-at = Not looked at
health-it-could-not-be-asked = It could not be asked: {$trouble}.
health-look-again-in-a-minute-if = Look again in a minute; if it stays so, see Baton's own log.
health-mb = {$megabytes} MB
health-gb = {$tenths}.{$tenths_2} GB
health-ago-minutes =
    { $count ->
        [one] 1 minute ago
       *[other] {$count} minutes ago
    }
health-ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] {$count} hours ago
    }
health-ago-days =
    { $count ->
        [one] 1 day ago
       *[other] {$count} days ago
    }
