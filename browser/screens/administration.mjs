import { form, screen } from '../lib/screen.mjs'

const ADMINISTRATOR = ['administrator']
const nothing = () => '00000000000000000000000000'

/** The mail that could not be read, on the first day. */
const apart = async (scenes) => (await scenes.house.get('first', '/mail?state=quarantined')).items[0].id

/** The notice that could not be sent, on the first day. */
const job = async (scenes) => (await scenes.house.get('first', '/jobs')).items[0].id

export const administration = [
  form('First run', '/first-run', ['newcomer']),
  screen('First run, over', '/first-run', ['nobody'], undefined, { status: 404 }),
  screen('Administration', '/admin', ADMINISTRATOR),
  screen('Organisation', '/admin/organisation', ADMINISTRATOR),
  screen('Mail test', '/admin/mail', ADMINISTRATOR),
  screen('Sessions of all', '/admin/sessions', ADMINISTRATOR),
  screen('Tokens of all', '/admin/tokens', ADMINISTRATOR),
  screen('Jobs given up, none', '/admin/jobs', ADMINISTRATOR),
  screen('Jobs given up', '/admin/jobs', ['first']),
  form('Let go of a job', '/admin/jobs/{id}/dismissal/new', ['first'], job),
  screen('A job that there is not', '/admin/jobs/{id}/dismissal/new', ADMINISTRATOR, nothing, { status: 404 }),
  screen('Quarantine, empty', '/admin/quarantine', ['agent']),
  screen('Quarantine', '/admin/quarantine', ['first']),
  screen('File a mail', '/admin/mail/{id}/filing/new', ['first'], apart),
  screen('Discard a mail', '/admin/mail/{id}/discarding/new', ['first'], apart),
].flat()
