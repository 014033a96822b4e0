import { form, screen } from '../lib/screen.mjs'

const one = (name) => async (scenes) => (await scenes.directory())[name]
const personOnly = async (scenes) => [(await scenes.directory()).person, '0'.repeat(64)]
const ADMINISTRATOR = ['administrator']

export const directory = [
  screen('Directory', '/directory', ['colleague', 'administrator']),
  screen('Directory, first day', '/directory', ['first']),
  screen('Department', '/directory/{id}', ['agent', 'administrator'], one('department')),
  screen('Ask a department', '/directory/{id}/requests/new', ['agent'], one('department')),
  screen('Ask a department, no such case', '/directory/{id}/requests/new', ['agent'], one('department'), {
    query: '?case=C-1',
  }),
  form('New department', '/directory/new', ADMINISTRATOR),
  screen('Change a department', '/directory/{id}/revision/new', ADMINISTRATOR, one('department')),
  form('New service', '/directory/{id}/services/new', ADMINISTRATOR, one('department')),
  screen('Change a service', '/services/{id}/revision/new', ADMINISTRATOR, one('service')),
  screen('People', '/people', ['agent', 'administrator']),
  screen('Person', '/people/{id}', ['agent', 'administrator'], one('person')),
  screen('Take a passkey away, without one', '/people/{id}/passkeys/{passkey}/removal/new', ADMINISTRATOR, personOnly, { status: 404 }),
  form('New person', '/people/new', ADMINISTRATOR),
  screen('Change a person', '/people/{id}/revision/new', ADMINISTRATOR, one('person')),
  form('Absence', '/people/{id}/absences/new', ADMINISTRATOR, one('person')),
].flat()
