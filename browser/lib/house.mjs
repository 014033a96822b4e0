// Organisations for the tests: the demonstration with its people, and one that has just begun.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { giveUp } from './jobs.mjs'
import { demo, run, serve } from './program.mjs'
import { copyOf, scratch } from './scratch.mjs'

/** Asks the API as one of the people; what is refused fails the test with its reason. */
async function ask(house, role, method, path, body) {
  const { token } = house.people[role]
  const headers = { authorization: `Bearer ${token}` }
  if (body) headers['content-type'] = 'application/json'
  // Some machines look for "localhost" where nobody listens.
  const url = house.url.replace('localhost', '127.0.0.1')
  const reply = await fetch(`${url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${role}: ${method} ${path}: ${reply.status} ${await reply.text()}`)
  return reply.json()
}

function house(url, people, stop, data) {
  const made = { url, people, stop, data }
  made.get = (role, path) => ask(made, role, 'GET', path)
  made.post = (role, path, body = {}) => ask(made, role, 'POST', path, body)
  return made
}

/**
 * The demonstration that `run.mjs` has made, as a copy of its own that a test may change. `dies` kills
 * the program in the middle of whatever it does; `again` starts it at the same address.
 */
export async function demonstration(...more) {
  const data = process.env.BATON_TEST_DEMO ? copyOf(process.env.BATON_TEST_DEMO) : scratch()
  let served = await demo(data, more)
  const people = Object.fromEntries(served.people.map((person) => [person.role, person]))
  const made = house(served.url, people, () => served.stop(), data)
  made.dies = () => served.kill()
  made.again = async () => {
    served = await serve(data, [], `127.0.0.1:${new URL(made.url).port}`)
  }
  await appointCompliance(made)
  return made
}

/** Nobody who is let in may erase: the second colleague is given that role, as "compliance". */
async function appointCompliance({ people, get, post }) {
  const { items } = await get('administrator', '/people')
  const person = items.find(({ email }) => email === people.second_colleague.email)
  const { name, email, departments, kind, zone } = person
  const record = { name, email, departments, kind, zone, roles: ['compliance'] }
  await post('administrator', `/people/${person.id}/revision`, record)
  people.compliance = people.second_colleague
}

/** A program that was started for the first time, with no organisation in it. */
export async function emptyHouse(...more) {
  const data = scratch()
  const served = await serve(data, more)
  return house(served.url, {}, served.stop, data)
}

/**
 * An organisation on its first day, with nobody in it but its administrator, here "first", and
 * nothing but one mail that could not be read, and one notice that could not be sent.
 */
export async function firstDay(...more) {
  const data = scratch()
  const first = { role: 'first', name: 'Ada Kay', email: 'ada@example.org', password: 'the first day of all' }
  const there = ['--data', data]
  first.token = await run(['init', ...there, '--name', first.name, '--email', first.email])
  const password = ['admin', 'person', 'password', ...there, '--email', first.email, '--password-file', '-']
  await run(password, first.password)
  const apart = join(scratch(), 'apart.eml')
  writeFileSync(apart, 'These lines have no head, so they are no mail.\n')
  await run(['import', 'mail', apart, ...there])
  giveUp(data)
  const open = async () => {
    const served = await serve(data, more)
    const made = house(served.url, { first }, served.stop, data)
    return Object.assign(made, { again: open })
  }
  return open()
}
