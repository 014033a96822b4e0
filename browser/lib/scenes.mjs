// Things for the screens to show: a case and a request in every stage, made by the API.
//
// The agent asks, the colleague answers. Each stage goes on from another one.

import * as say from './bodies.mjs'

/** Stage: what it goes on from, who does what, and how. */
const STAGES = {
  acknowledged: ['sent', 'colleague', 'acknowledgement', () => ({})],
  readBack: ['acknowledged', 'colleague', 'read-back', say.readBack],
  inProgress: ['readBack', 'agent', 'confirmation', () => ({})],
  delivered: ['inProgress', 'colleague', 'delivery', () => ({ ...say.delivery })],
  verified: ['delivered', 'agent', 'verification', () => ({})],
  clarifying: ['acknowledged', 'colleague', 'clarification', () => ({ question: 'Which order is it?', field: 'email' })],
  countered: ['acknowledged', 'colleague', 'counter', say.counter],
  waiting: ['inProgress', 'colleague', 'wait', say.wait],
  declined: ['sent', 'colleague', 'decline', () => say.decline('Technical support')],
  escalated: ['inProgress', 'colleague', 'escalation', () => say.escalation],
  disputed: ['inProgress', 'colleague', 'dispute', () => say.dispute],
  heard: ['disputed', 'agent', 'position', () => ({ position: 'The depot is theirs.' })],
  ruled: ['heard', 'arbiter', 'ruling', () => say.ruling],
  corrected: ['readBack', 'agent', 'correction', () => ({ corrections: [{ item: 'outcome', text: 'The day, too.' }] })],
  withdrawn: ['sent', 'agent', 'withdrawal', () => ({ reason: 'She has it.' })],
}

export class Scenes {
  constructor(house) {
    this.house = house
    this.known = new Map()
  }

  get department() {
    return this.house.people.colleague.department
  }

  /** What is made once and then only looked at. */
  once(name, make) {
    if (!this.known.has(name)) this.known.set(name, make())
    return this.known.get(name)
  }

  customer() {
    return this.once('customer', () => this.newCustomer())
  }

  async newCustomer() {
    return (await this.house.post('agent', '/customers', say.customer)).id
  }

  /** A case that nobody has answered: its first reply says what comes next. */
  async unanswered() {
    return (await this.house.post('agent', '/cases', say.opening(await this.newCustomer()))).id
  }

  /** A case whose customer has been spoken to. */
  async newCase() {
    const id = await this.unanswered()
    await this.house.post('agent', `/cases/${id}/messages`, { kind: 'call', channel: 'phone', body: 'We rang her at once.' })
    return id
  }

  /** A file, handed in and ready to be named. */
  async file(role, name) {
    return (await this.house.post(role, '/uploads', { name, data: 'SlBFRw==' })).id
  }

  /** A fresh request on a case of its own: `{ case, request }`. */
  async raised(form) {
    const id = await this.newCase()
    const asked = { ...form, files: [await this.file('agent', 'parcel.jpg')] }
    return { case: id, request: (await this.house.post('agent', `/cases/${id}/requests`, asked)).id }
  }

  /** A fresh request in a stage. */
  async fresh(stage) {
    const how = STAGES[stage]
    if (!how) return this.raised(say[FIRST[stage]?.[0] ?? 'ask'](this.department, FIRST[stage]?.[1]))
    const [from, role, noun, body] = how
    const scene = await this.fresh(from)
    const path = `/requests/${scene.request}`
    const form = body(await this.house.get(role, path))
    if (noun === 'delivery') form.files = [await this.file(role, 'label.pdf')]
    await this.house.post(role, `${path}/${noun}`, form)
    return scene
  }

  /** The request in this stage that only is looked at. */
  at(stage) {
    return this.once(`request ${stage}`, () => this.fresh(stage))
  }

  /** A case of the demonstration that was closed so long ago that it rests for good. */
  longAgo() {
    return this.once('long ago', async () => {
      const before = Date.now() - 30 * 24 * 3_600_000
      let next = null
      do {
        const more = next ? `&after=${encodeURIComponent(next)}` : ''
        const page = await this.house.get('agent', `/cases?view=all&state=closed&limit=100${more}`)
        // What was closed last comes first: the last of a page was closed longest ago.
        const { id, ref, customer } = page.items.at(-1)
        const { closure } = await this.house.get('agent', `/cases/${id}`)
        if (customer && Date.parse(closure?.at) < before) return { case: id, ref, customer }
        next = page.next
      } while (next)
      throw new Error('the demonstration has no case that was closed a month ago')
    })
  }

  act(scene, noun, body) {
    return this.house.post('agent', `/cases/${scene.case}/${noun}`, body)
  }

  /** The answer is verified and the customer knows it. */
  told() {
    return this.once('told', async () => {
      const scene = await this.fresh('verified')
      await this.act(scene, 'customer-updates', say.update('outcome', 'Your parcel comes on Wednesday.'))
      return scene
    })
  }

  /** The customer knows the outcome, and has written again. */
  async thanks() {
    const scene = await this.fresh('verified')
    await this.act(scene, 'customer-updates', say.update('outcome', 'Your parcel comes on Wednesday.'))
    const { id } = await this.act(scene, 'messages', { kind: 'inbound', body: 'Thank you, that is good to know.' })
    return { ...scene, message: id }
  }

  thanked() {
    return this.once('thanked', () => this.thanks())
  }

  /** The same, and it needs no reply. */
  waived() {
    return this.once('waived', async () => {
      const scene = await this.thanks()
      await this.act(scene, 'reply-waivers', { message: scene.message, reason: 'thanks' })
      return scene
    })
  }

  /** A case that waits for its customer, who was rung. */
  waitingCase() {
    return this.once('waiting case', async () => {
      const id = await this.newCase()
      await this.act({ case: id }, 'wait', { ...say.wait(), on: 'customer' })
      return id
    })
  }

  closed() {
    return this.once('closed', async () => {
      const scene = await this.fresh('verified')
      await this.act(scene, 'customer-updates', say.update('outcome', 'Your parcel comes on Wednesday.'))
      await this.act(scene, 'closure', say.closure)
      return scene
    })
  }

  /** A case with something of everything: lanes, messages, a promise. */
  busy() {
    return this.once('busy', async () => {
      const scene = await this.fresh('inProgress')
      await this.act(scene, 'requests', say.ask(this.house.people.second_colleague.department))
      await this.act(scene, 'requests', say.notice('Billing'))
      await this.act(scene, 'messages', { kind: 'note', body: 'She will be away on Thursday.' })
      await this.act(scene, 'messages', { kind: 'call', channel: 'phone', body: 'She called again.' })
      await this.act(scene, 'messages', { kind: 'reply', channel: 'email', body: 'We are looking for it.' })
      const holding = say.update('holding', 'We are looking for your parcel.')
      await this.act(scene, 'customer-updates', { ...holding, next_update_by: say.inHours(30) })
      const promise = await this.act(scene, 'promises', { what: 'A call on Friday.', by: say.inHours(48) })
      return { ...scene, promise: promise.id }
    })
  }

  /** A request of the demonstration that was late, which the lead may excuse; the n-th of them. */
  async lateOne(n) {
    const { items } = await this.house.get('lead', '/requests?side=from_us&limit=200')
    let left = n
    for (const { id } of items) {
      const moves = await this.house.get('lead', `/requests/${id}/moves`)
      if (moves.some(({ move }) => move === 'excuse') && left-- === 0) return { request: id }
    }
    throw new Error('The demonstration has nothing that was late.')
  }

  late() {
    return this.once('late', () => this.lateOne(0))
  }

  excused() {
    return this.once('excused', async () => {
      const { request } = await this.lateOne(1)
      const { items } = await this.house.get('lead', `/requests/${request}/clocks`)
      const theirs = ({ clock: { kind, state } }) => state === 'breached' && ['acknowledge', 'read_back', 'deliver'].includes(kind)
      const { clock } = items.find(theirs)
      await this.house.post('lead', `/requests/${request}/excuse`, { clock: clock.kind, reason: 'The depot was flooded.' })
      return { request }
    })
  }

  /** Two requests of one case, so that one can go on in the other. */
  two() {
    return this.once('two', async () => {
      const scene = await this.fresh('sent')
      await this.act(scene, 'requests', say.ask(this.department))
      return scene
    })
  }

  /** Two cases of one customer: `{ merged, survivor }`. */
  async pair() {
    const customer = await this.newCustomer()
    const open = async (subject) => (await this.house.post('agent', '/cases', { ...say.opening(customer), subject })).id
    return { merged: await open('My new kettle leaks'), survivor: await open('The kettle that came is broken') }
  }

  twoCases() {
    return this.once('two cases', () => this.pair())
  }

  /** The same, merged. */
  joined() {
    return this.once('joined', async () => {
      const both = await this.pair()
      await this.act({ case: both.merged }, 'merger', { survivor: both.survivor })
      return both
    })
  }

  /** A macro of the agent: a text with blanks, and what it does besides. */
  macro() {
    return this.once('macro', async () => (await this.house.post('agent', '/macros', say.macro)).id)
  }

  /** Two records of one customer: `{ merged, survivor }`. */
  async recordPair() {
    const short = { name: 'Grace Okafor', emails: ['grace@work.example'], account: 'ACC-9', notes: 'Prefers mail.' }
    return { merged: (await this.house.post('agent', '/customers', short)).id, survivor: await this.newCustomer() }
  }

  records() {
    return this.once('records', () => this.recordPair())
  }

  /** The same, merged. */
  mergedRecords() {
    return this.once('merged records', async () => {
      const both = await this.recordPair()
      await this.house.post('agent', `/customers/${both.merged}/merger`, { survivor: both.survivor })
      return both
    })
  }

  calendars() {
    return this.once('calendars', async () => {
      const { items } = await this.house.get('agent', '/calendars')
      return { depot: items.find(({ name }) => name === 'Depot').id }
    })
  }

  /** One that waits for signatures, and one that both sides have signed. */
  agreements() {
    return this.once('agreements', async () => {
      const { items } = await this.house.get('administrator', '/departments')
      const [asks, asked, sales] = ['Customer service', this.department, 'Sales'].map((name) => items.find((one) => one.name === name).id)
      const proposed = await this.house.post('lead', '/agreements', { from: sales, to: asks, terms: say.terms })
      const known = await this.house.get('lead', '/agreements')
      const active = known.items.find(({ from, to }) => from === asks && to === asked)
      return { proposed: proposed.id, active: active.id }
    })
  }

  /** The colleague may sign for their department. */
  async deputise({ id, lead, deputies, name, purpose, not_our_job, needs_from_you, channels, hours, customer_facing, active }) {
    const { items } = await this.house.get('administrator', '/people')
    const colleague = items.find(({ email }) => email === this.house.people.colleague.email)
    const record = { lead, name, purpose, not_our_job, needs_from_you, channels, hours, customer_facing, active }
    await this.house.post('administrator', `/departments/${id}/revision`, { ...record, deputies: [...deputies, colleague.id] })
  }

  /** A department, a service and a person of the directory. */
  directory() {
    return this.once('directory', async () => {
      const { items } = await this.house.get('agent', '/departments')
      const department = items.find(({ name }) => name === this.department)
      const people = await this.house.get('agent', '/people')
      const email = this.house.people.colleague.email
      const person = people.items.find((one) => one.email === email)
      return { department: department.id, service: department.services[0].id, person: person.id }
    })
  }
}

/** Stages that a request begins in: the form, and what is different in it. */
const FIRST = { sent: ['ask'], draft: ['ask', { draft: true }], notice: ['notice'] }
