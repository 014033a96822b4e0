import { screen, send } from '../lib/screen.mjs'

const nothing = () => 'nothing'
const busy = async (scenes) => (await scenes.busy()).case

export const troubles = [
  screen('A page that there is not', '/cases/{id}', ['agent', 'colleague'], nothing, { status: 404 }),
  screen('A case of others', '/cases/{id}', ['colleague'], busy, { status: 404 }),
  screen('A form for administrators', '/people/new', ['agent'], undefined, { status: 404 }),
  screen('An address without a page', '/no-such-page', ['nobody', 'agent'], undefined, { status: 404 }),
  screen('A form that was not ours', '/cases/new', ['agent'], undefined, { status: 403, act: forged }),
].flat()

/** The form is sent without the token that makes it ours. */
async function forged(page) {
  await page.locator('main form[method=post] [name=form_token]').evaluate((field) => field.remove())
  return send(page)
}
