import { form, screen, send, stale } from '../lib/screen.mjs'

const at = (stage) => async (scenes) => (await scenes.at(stage)).request
const fresh = (stage) => async (scenes) => (await scenes.fresh(stage)).request
const two = async (scenes) => (await scenes.two()).request
const route = (noun) => `/requests/{id}/${noun}/new`

/** A form in which something must be typed. */
const types = (name, noun, role, stage) => form(name, route(noun), [role], at(stage))
/** A form that can be sent as it is. */
const presses = (name, noun, role, stage) => screen(name, route(noun), [role], at(stage))

export const acts = [
  presses('Revise a draft', 'revision', 'agent', 'draft'),
  screen('Revise a draft, sent back', route('revision'), ['agent'], at('draft'), { status: 422, act: empties }),
  presses('Send a draft', 'sending', 'agent', 'draft'),
  presses('Acknowledge', 'acknowledgement', 'colleague', 'sent'),
  presses('Give to a colleague', 'assignment', 'colleague', 'acknowledged'),
  types('Read back', 'read-back', 'colleague', 'acknowledged'),
  presses('Confirm', 'confirmation', 'agent', 'readBack'),
  types('Correct', 'correction', 'agent', 'readBack'),
  types('Ask the sender', 'clarification', 'colleague', 'acknowledged'),
  types('Answer a question', 'answer', 'agent', 'clarifying'),
  types('Propose something else', 'counter', 'colleague', 'acknowledged'),
  types('Answer a proposal', 'counter-reply', 'agent', 'countered'),
  types('Decline', 'decline', 'colleague', 'sent'),
  types('Ask another department', 'redirection', 'agent', 'declined'),
  types('Note progress', 'progress', 'colleague', 'inProgress'),
  stale('Note progress', route('progress'), ['colleague'], fresh('inProgress'), sharesMore),
  types('Wait', 'wait', 'colleague', 'inProgress'),
  presses('Go on', 'resumption', 'colleague', 'waiting'),
  types('Deliver', 'delivery', 'colleague', 'inProgress'),
  presses('Verify', 'verification', 'agent', 'delivered'),
  types('Say what is missing', 'rejection', 'agent', 'delivered'),
  types('Withdraw', 'withdrawal', 'agent', 'sent'),
  types('Reopen a request', 'reopening', 'agent', 'verified'),
  types('Escalate', 'escalation', 'agent', 'inProgress'),
  types('Decide what was escalated', 'escalation-answer', 'lead', 'escalated'),
  types('Dispute', 'dispute', 'colleague', 'inProgress'),
  types('Say how you see it', 'position', 'agent', 'disputed'),
  types('Rule', 'ruling', 'arbiter', 'heard'),
  form('Excuse that it was late', route('excuse'), ['lead'], async (scenes) => (await scenes.late()).request),
  types('Write to the other side', 'notes', 'agent', 'inProgress'),
  form('Go on in another request', route('merger'), ['agent'], two),
  types('Share more', 'sharing', 'agent', 'sent'),
  types('Take a field back', 'unsharing', 'agent', 'sent'),
  presses('Make a notice joint work', 'conversion', 'colleague', 'notice'),
  presses('Who can do part of it', 'delegation', 'colleague', 'inProgress'),
  form('Pass part of it on', route('delegation'), ['colleague'], at('inProgress'), { query: '?to=Billing' }),
  screen('Snooze a request', route('snooze'), ['colleague'], at('inProgress')),
  screen('Not now', route('delivery'), ['colleague'], at('sent'), { status: 409 }),
].flat()

/** The agent shares another field while the colleague writes. */
async function sharesMore(page, scenes, [id]) {
  await page.fill('main [name=note]', 'Two depots called.')
  const shared = { field: 'email', purpose: 'arrange_delivery', why: 'She prefers mail.' }
  await scenes.house.post('agent', `/requests/${id}/sharing`, { shared_fields: [shared] })
}

async function empties(page) {
  await page.fill('main [name=need]', '')
  return send(page)
}
