// A job that was given up: it takes two days of trying, so it is written down as it is then.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const PYTHON = process.env.BATON_TEST_PYTHON ?? 'python3'

const WRITE = `
import json, sqlite3, sys, time
now = int(time.time() * 1000)
job = {
    "id": "00000000000000000000000001", "kind": "mail_digest", "key": "", "run_at": now, "attempts": 12,
    "lease_until": 0, "payload": json.dumps({"kind": "mail_digest", "person": "00000000000000000000000002"}),
    "last_error": "the mail server at mail.example.org does not answer", "dead_at": now, "owner": "",
}
names = ", ".join(job)
with sqlite3.connect(sys.argv[1]) as database:
    database.execute(f"insert into jobs ({names}) values ({', '.join('?' * len(job))})", list(job.values()))
`

/** Has the organisation in a folder, which nobody serves at the moment, look back on such a job. */
export function giveUp(data) {
  const { status, stderr } = spawnSync(PYTHON, ['-c', WRITE, join(data, 'baton.db')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The job could not be written down: ${stderr}`)
}
