import { form, screen } from '../lib/screen.mjs'

export const account = [
  form('Sign in', '/sign-in', ['nobody']),
  screen('Back from single sign-on, where there is none', '/sign-in/sso/answer', ['nobody'], () => [], { status: 404 }),
  screen('Offline', '/offline', ['agent']),
  screen('Where you are signed in', '/account/sessions', ['agent']),
].flat()
