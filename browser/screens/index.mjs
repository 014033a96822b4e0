// Every screen of the product. A page that is missing here fails the tests: add it beside its noun.

import { account } from './account.mjs'
import { acts } from './acts.mjs'
import { administration } from './administration.mjs'
import { agreements } from './agreements.mjs'
import { calendars } from './calendars.mjs'
import { cases } from './cases.mjs'
import { customers } from './customers.mjs'
import { directory } from './directory.mjs'
import { lists } from './lists.mjs'
import { personal } from './personal.mjs'
import { customerSide } from './public.mjs'
import { requests } from './requests.mjs'
import { serviceLevels } from './service-levels.mjs'
import { troubles } from './troubles.mjs'

export const screens = [
  [account, lists, cases, requests, acts, customers, directory, agreements, calendars, serviceLevels],
  [personal, administration, customerSide, troubles],
].flat(2)

/** Answers that are no pages for people to look at, and where they are tested instead. */
export const elsewhere = {
  '/assets/{file}': 'loaded by every page',
  '/live': 'a stream of events',
  '/mentions': 'tests/hands.test.mjs',
  '/admin/mail/{id}/raw': 'a file to keep',
  '/livez': 'a word for machines',
  '/manifest.webmanifest': 'a description for the browser',
  '/worker.js': 'a script',
  '/readyz': 'a word for machines',
  '/cases/{id}/messages/{message}/files/{index}': 'a file to keep',
  '/requests/{id}/files/{index}': 'a file to keep',
  '/cases/{id}/messages/{message}/html': 'tests/hostile-mail.test.mjs',
}
