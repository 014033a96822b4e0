import { inHours } from '../lib/bodies.mjs'
import { form, screen, send, stale } from '../lib/screen.mjs'

const busy = async (scenes) => (await scenes.busy()).case
const closed = async (scenes) => (await scenes.closed()).case
const told = async (scenes) => (await scenes.told()).case
const promise = async (scenes) => [await busy(scenes), (await scenes.busy()).promise]
const thanked = async (scenes) => (await scenes.thanked()).case
const waiting = (scenes) => scenes.waitingCase()
const two = async (scenes) => (await scenes.twoCases()).merged
const joined = async (scenes) => (await scenes.joined()).merged
const survivor = async (scenes) => (await scenes.joined()).survivor
const other = async (scenes) => `?survivor=${(await scenes.twoCases()).survivor}`
const to = (scenes) => `?to=${encodeURIComponent(scenes.department)}`

/** The case of the demonstration in which most was said. */
async function long(scenes) {
  const { items } = await scenes.house.get('agent', '/cases?view=department&order=due&limit=1')
  return items[0].id
}

/** A case, and a macro to answer it with. */
async function busyWithMacro(scenes) {
  await scenes.macro()
  return busy(scenes)
}

const follows = async (scenes) => {
  const { ref, customer } = await scenes.longAgo()
  return `?follows=${ref}&customer=${customer}`
}
const writes = (name, kind) => form(name, '/cases/{id}/messages/new', ['agent'], busy, { query: `?kind=${kind}` })

export const cases = [
  screen('Case', '/cases/{id}', ['agent', 'lead'], busy),
  screen('Case of the demonstration', '/cases/{id}', ['agent'], long),
  screen('Case, ready to close', '/cases/{id}', ['agent'], told),
  screen('Case, closed', '/cases/{id}', ['agent'], closed),
  form('New case', '/cases/new', ['agent']),
  screen('New case for a known customer', '/cases/new', ['agent'], undefined, {
    query: async (scenes) => `?customer=${await scenes.customer()}`,
  }),
  writes('Note', 'note'),
  writes('Reply', 'reply'),
  form('First reply', '/cases/{id}/messages/new', ['agent'], (scenes) => scenes.unanswered(), { query: '?kind=reply' }),
  screen('Case, not answered yet', '/cases/{id}', ['agent'], (scenes) => scenes.unanswered()),
  screen('Why is it due then, case', '/cases/{id}/clocks', ['agent'], busy),
  screen('Reply with a macro', '/cases/{id}/messages/new', ['agent'], busyWithMacro, { query: '?kind=reply', act: inserts }),
  writes('Call', 'call'),
  writes('What came in', 'inbound'),
  stale('Reply', '/cases/{id}/messages/new', ['agent'], (scenes) => scenes.newCase(), another, { query: '?kind=reply' }),
  form('Tell the customer', '/cases/{id}/customer-updates/new', ['agent'], busy),
  form('Tell the customer the outcome', '/cases/{id}/customer-updates/new', ['agent'], told, { query: '?kind=outcome' }),
  form('Promise', '/cases/{id}/promises/new', ['agent'], busy),
  form('Settle a promise', '/cases/{id}/promises/{promise}/settlement/new', ['agent'], promise),
  screen('Case, thanked for', '/cases/{id}', ['agent'], thanked),
  screen('No reply needed', '/cases/{id}/reply-waivers/new', ['agent'], thanked),
  screen('No reply needed, sent back', '/cases/{id}/reply-waivers/new', ['agent'], thanked, { status: 422, act: withoutWords }),
  screen('Case, with what needs no reply', '/cases/{id}', ['agent'], async (scenes) => (await scenes.waived()).case),
  form('Wait for somebody with a case', '/cases/{id}/wait/new', ['agent'], (scenes) => scenes.newCase()),
  screen('Case, waiting for the customer', '/cases/{id}', ['agent'], waiting),
  screen('Go on with a case', '/cases/{id}/resumption/new', ['agent'], waiting),
  screen('Give the case away', '/cases/{id}/owner/new', ['agent'], busy),
  screen('Snooze a case', '/cases/{id}/snooze/new', ['agent'], busy),
  screen('Log a talk', '/log/new', ['agent']),
  form('Change the priority', '/cases/{id}/priority/new', ['agent'], busy),
  screen('Close check, not yet', '/cases/{id}/closure/new', ['agent'], busy),
  form('Close', '/cases/{id}/closure/new', ['agent'], told),
  form('Reopen', '/cases/{id}/reopening/new', ['agent'], closed),
  screen('Reopen, too late', '/cases/{id}/reopening/new', ['agent'], async (scenes) => (await scenes.longAgo()).case),
  screen('New case that follows another', '/cases/new', ['agent'], undefined, { query: follows }),
  screen('Case with another one merged into it', '/cases/{id}', ['agent'], survivor),
  screen('Case, merged', '/cases/{id}', ['agent'], joined),
  screen('Find the other case', '/cases/{id}/merger/new', ['agent', 'lead'], two),
  screen('Find the other case, nothing found', '/cases/{id}/merger/new', ['agent'], two, { query: '?q=zzyzx' }),
  screen('Two cases side by side', '/cases/{id}/merger/new', ['agent'], two, { query: other }),
  screen('Two cases that cannot be merged', '/cases/{id}/merger/new', ['agent'], busy),
  screen('Take the merger back', '/cases/{id}/separation/new', ['agent'], joined),
  screen('Whom do you ask', '/cases/{id}/requests/new', ['agent'], busy),
  form('Raise a request', '/cases/{id}/requests/new', ['agent'], busy, { query: to }),
].flat()

/** The lead writes to the same customer while the agent does. */
async function another(page, scenes, [id]) {
  await page.fill('main [name=body]', 'We have found it.')
  const update = { kind: 'holding', channel: 'phone', body: 'We look for it.', next_update_by: inHours(20) }
  await scenes.house.post('lead', `/cases/${id}/customer-updates`, update)
}

/** Another reason is chosen, and not said. */
async function withoutWords(page) {
  await page.check('main [name=reason][value=other]')
  return send(page)
}

/** A macro is put into the reply, and what it does stands below. */
async function inserts(page) {
  await page.selectOption('main [name=macro_chosen]', { label: 'Parcel is late' })
  await page.click('main [name=insert_macro]')
  await page.locator('#macro-acts li').first().waitFor()
}
