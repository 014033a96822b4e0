import { form, screen } from '../lib/screen.mjs'

const EVERYBODY = ['agent', 'administrator']
const none = () => []
const macro = (scenes) => scenes.macro()
const withMacro = async (scenes) => [await scenes.macro()].slice(1)

export const personal = [
  screen('My settings', '/settings', ['agent']),
  screen('Your tokens', '/account/tokens', ['agent']),
  screen('Notifications', '/notifications', EVERYBODY),
  screen('How you want to be told', '/notifications/settings', ['agent']),
  screen('Keys', '/keys', ['agent']),
  screen('Go to', '/go', ['agent']),
  screen('Save this list', '/views/new', ['agent'], none, { query: '?path=/cases' }),
  screen('Macros', '/macros', ['agent'], withMacro),
  screen('Macros, none yet', '/macros', ['first']),
  form('Make a macro', '/macros/new', ['agent', 'lead']),
  screen('Change a macro', '/macros/{id}/revision/new', ['agent'], macro),
  screen('More', '/more', EVERYBODY),
  screen('Gallery', '/gallery', ['administrator']),
  screen('A component', '/gallery/{sample}', ['administrator'], () => 'status-tags'),
].flat()
