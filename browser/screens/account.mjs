import { form, screen } from '../lib/screen.mjs'

export const account = [
  form('Sign in', '/sign-in', ['nobody']),
  screen('Offline', '/offline', ['agent']),
  screen('Where you are signed in', '/account/sessions', ['agent']),
].flat()
