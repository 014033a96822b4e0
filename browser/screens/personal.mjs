import { screen } from '../lib/screen.mjs'

const EVERYBODY = ['agent', 'administrator']
const none = () => []

export const personal = [
  screen('My settings', '/settings', ['agent']),
  screen('Your tokens', '/account/tokens', ['agent']),
  screen('Notifications', '/notifications', EVERYBODY),
  screen('How you want to be told', '/notifications/settings', ['agent']),
  screen('Keys', '/keys', ['agent']),
  screen('Go to', '/go', ['agent']),
  screen('Save this list', '/views/new', ['agent'], none, { query: '?path=/cases' }),
  screen('More', '/more', EVERYBODY),
  screen('Gallery', '/gallery', ['administrator']),
  screen('A component', '/gallery/{sample}', ['administrator'], () => 'status-tags'),
].flat()
