import { screen } from '../lib/screen.mjs'

const EVERYBODY = ['agent', 'colleague', 'lead', 'administrator']
const none = () => []

export const lists = [
  screen('Today', '/', EVERYBODY),
  screen('Today, with nothing to do', '/', ['first']),
  screen('To us', '/to-us', EVERYBODY),
  screen('To us, all', '/to-us', ['colleague'], none, { query: '?view=all' }),
  screen('To us, empty', '/to-us', ['first']),
  screen('From us', '/from-us', ['agent', 'colleague']),
  screen('From us, empty', '/from-us', ['first']),
  screen('At risk', '/at-risk', ['agent', 'colleague', 'lead']),
  screen('Late', '/at-risk', ['agent', 'colleague'], none, { query: '?state=breached' }),
  screen('At risk, empty', '/at-risk', ['first']),
  screen('To decide', '/decisions', ['lead']),
  screen('To decide, empty', '/decisions', ['first']),
  screen('Cases', '/cases', EVERYBODY),
  screen('My cases', '/cases', ['agent'], none, { query: '?view=mine' }),
  screen('Cases, empty', '/cases', ['first']),
  screen('Drafts', '/drafts', ['agent']),
  screen('Snoozes', '/snoozes', ['agent']),
  screen('Search', '/search', ['agent']),
  screen('Search, found', '/search', ['agent', 'colleague'], none, { query: '?q=parcel' }),
  screen('Search, nothing found', '/search', ['agent'], none, { query: '?q=zzyzx' }),
].flat()
