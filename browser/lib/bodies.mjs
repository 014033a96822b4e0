// What people type, complete and right.

export const inHours = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\.\d+/, '')

export const customer = {
  name: 'Grace Okafor',
  emails: ['grace@customer.example'],
  phones: ['+44 20 7946 0001'],
  address: '4 Canal Street, Leeds',
  account: 'ACC-7731',
  date_of_birth: '1984-02-29',
  notes: 'Rings the bell twice.',
}

export const opening = (customer) => ({
  customer,
  subject: 'Where is my parcel?',
  body: 'I have stayed at home for two days.',
  channel: 'phone',
})

export const ask = (to, more = {}) => ({
  mode: 'delegate',
  to,
  need: 'Find the parcel that Ms Okafor has been waiting for since Friday.',
  outcome_wanted: 'We know where it is and when it comes.',
  why: 'She has stayed at home for two days.',
  why_department: 'Only Logistics sees the depots.',
  background: 'Order 7731, sent on Thursday.',
  contingency: 'We send another one by courier.',
  needed_by: inHours(48),
  needed_by_reason: 'customer_promise',
  service_class: 'standard',
  channel: 'desk',
  shared_fields: [{ field: 'phone', purpose: 'arrange_delivery', why: 'To reach her at the door.' }],
  ...more,
})

export const notice = (to) => ({
  mode: 'inform',
  to,
  need: 'The customer was refunded.',
  why: 'So that nobody refunds it again.',
})

/** Agrees with the request in every item. */
export const readBack = (request) => ({
  outcome: 'Aisha hears which depot holds it, with a new day.',
  will_do: 'I call the depots today and book a van.',
  by: request.needed_by,
  restated: {
    customer: request.customer,
    needed_by: request.needed_by,
    contingency: request.contingency,
  },
  data_sufficient: true,
})

export const delivery = {
  outcome: 'It lies in Leeds and comes on Wednesday.',
  customer_may_be_told: 'Your parcel comes on Wednesday.',
  evidence: 'Scan of the depot.',
}

export const counter = () => ({
  by: inHours(72),
  reason: 'The depot is closed today.',
  effect_on_customer: 'She hears a day later.',
})

export const decline = (team) => ({
  reason: 'wrong_team',
  text: 'Parcels of this size are handled elsewhere.',
  alternative: { kind: 'team', value: team },
})

export const wait = () => ({
  on: 'third_party',
  reason: 'They look for it.',
  evidence: 'Call at noon.',
  resume_by: inHours(8),
})

export const escalation = { level: 1, reason: 'Two days have gone by.', decision_wanted: 'Who calls the depot.' }
export const dispute = { subject: 'routing', position: 'This was never ours.' }

export const ruling = { decision: 'Logistics does it.', reason: 'They have the depots.', precedent: true }
export const update = (kind, body) => ({ kind, channel: 'phone', body })
export const closure = { outcome: 'The parcel came on Wednesday.' }
export const macro = {
  name: 'Parcel is late',
  text: 'Hello {{customer.first_name or "there"}},\n\n{{case.ref}} is with us and we look for it.\n\n{{person.name}}',
  steps: [
    { act: 'set_priority', priority: 'high', text: 'They have waited twice.' },
    { act: 'snooze', text: 'in 2 days' },
  ],
}

export const terms = {
  in_scope: ['Tracing a parcel', 'Changing an address before it leaves'],
  out_of_scope: ['Refunds'],
  targets: [
    { class: 'standard', clock: 'acknowledge', minutes: 60 },
    { class: 'expedite', clock: 'acknowledge', minutes: 15 },
  ],
  facts: ['phone'],
  from_duties: ['Names the parcel, and what the customer was told'],
  to_duties: ['Says by noon what the depot answered'],
  from_needs: ['An answer that can be read to the customer'],
  to_needs: ['No second ask while one is open'],
  pauses: ['customer', 'clarify'],
  on_breach: 'Both leads talk the same day.',
  review_on: inHours(24 * 200).slice(0, 10),
}
