import { form, screen } from '../lib/screen.mjs'

export const customerSide = [
  form('Ask', '/ask', ['nobody']),
  screen('Asked', '/ask/sent', ['nobody'], undefined, { query: '?number=1' }),
  form('Follow your question', '/status', ['nobody']),
].flat()
