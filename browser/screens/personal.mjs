import { form, screen } from '../lib/screen.mjs'

const EVERYBODY = ['agent', 'administrator']
const none = () => []
const noPasskey = () => '0'.repeat(64)
const macro = (scenes) => scenes.macro()
const withMacro = async (scenes) => [await scenes.macro()].slice(1)

export const personal = [
  screen('My settings', '/settings', ['agent']),
  form('Change your password', '/account/password', ['agent']),
  form('Is it you', '/confirm', ['agent']),
  screen('Your second step', '/account/second-step', ['agent']),
  form('Set up your second step', '/account/second-step/new', ['agent']),
  screen('New recovery codes, without a second step', '/account/second-step/recovery-codes', ['agent'], none, { status: 404 }),
  screen('Turn off your second step, without one', '/account/second-step/ending/new', ['agent'], none, { status: 404 }),
  screen('Your passkeys, none yet', '/account/passkeys', ['agent']),
  screen('Make a passkey', '/account/passkeys/new', ['agent']),
  screen('Rename a passkey, without one', '/account/passkeys/{id}/revision/new', ['agent'], noPasskey, { status: 404 }),
  screen('Remove a passkey, without one', '/account/passkeys/{id}/ending/new', ['agent'], noPasskey, { status: 404 }),
  screen('Second steps', '/admin/second-steps', ['administrator']),
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
