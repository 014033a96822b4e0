import { form, screen } from '../lib/screen.mjs'

export const customerSide = [
  form('Ask', '/ask', ['nobody']),
  screen('Asked', '/ask/sent', ['nobody'], undefined, { query: '?number=1' }),
  screen('Enter your code, in another browser', '/sign-in/code', ['nobody']),
  form('A forgotten password', '/password/forgotten', ['nobody']),
  screen('A new password, in another browser', '/password/new', ['nobody']),
  form('Follow your question', '/status', ['nobody']),
].flat()
