import { form, screen } from '../lib/screen.mjs'

const depot = async (scenes) => (await scenes.calendars()).depot
const year = async (scenes) => [await depot(scenes), '2026']

export const calendars = [
  screen('Calendars', '/calendars', ['administrator', 'agent']),
  screen('Calendars, first day', '/calendars', ['first']),
  form('Make a calendar', '/calendars/new', ['administrator']),
  screen('Calendar', '/calendars/{id}', ['administrator', 'colleague'], depot),
  screen('Calendar, changed', '/calendars/{id}/revision/new', ['administrator'], depot),
  screen('Calendar, its year', '/calendars/{id}/year/{year}', ['agent'], year),
  screen('Calendar, tried', '/calendars/{id}/due', ['agent'], depot),
  form('Add holidays', '/calendars/{id}/holidays/new', ['administrator'], depot),
].flat()
