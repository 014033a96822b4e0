import { form, screen } from '../lib/screen.mjs'

const one = (name) => async (scenes) => (await scenes.agreements())[name]

export const agreements = [
  screen('Agreements', '/agreements', ['lead', 'agent']),
  screen('Agreements, first day', '/agreements', ['first']),
  form('Propose an agreement', '/agreements/new', ['lead']),
  screen('Agreement, proposed', '/agreements/{id}', ['lead', 'agent'], one('proposed')),
  screen('Agreement, active', '/agreements/{id}', ['lead', 'colleague'], one('active')),
  screen('Other terms', '/agreements/{id}/revision/new', ['lead'], one('active')),
  form('Withdraw terms', '/agreements/{id}/withdrawal/new', ['lead'], one('proposed')),
  form('Give notice', '/agreements/{id}/ending/new', ['lead'], one('active')),
].flat()
