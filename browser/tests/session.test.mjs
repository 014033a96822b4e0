// What keeps a session its owner's: cookies, tokens of forms, and where a form comes from.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, describe, test } from 'node:test'

import { as, launch } from '../lib/browser.mjs'
import { demonstration, firstDay } from '../lib/house.mjs'

const attributes = (line) => new Set(line.split('; ').slice(1))

describe('sessions', () => {
  let house, browser
  const people = new Map()

  /** Signed in once for all tests: who signs in too often has to wait. */
  function person(role) {
    if (!people.has(role)) people.set(role, as(browser, house, role))
    return people.get(role)
  }

  before(async () => {
    house = await demonstration()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  test('behind TLS every cookie is bound to the host and out of reach of scripts', async () => {
    const url = 'https://desk.example.org'
    const behind = await firstDay('--set', `public_url=${url}`)
    const get = await fetch(`${behind.url}/sign-in`)
    const [visit] = get.headers.getSetCookie()
    const token = (await get.text()).match(/name="form_token" value="(\w+)"/)[1]
    const { email, password } = behind.people.first
    const body = new URLSearchParams({ email, password, form_token: token })
    const headers = { cookie: visit.split(';')[0], origin: url }
    const post = await fetch(`${behind.url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
    await behind.stop()
    assert.equal(post.status, 303)
    const lines = [visit, ...post.headers.getSetCookie()]
    assert.ok(lines.some((line) => line.startsWith('__Host-baton=')), 'a session')
    for (const line of lines) {
      assert.match(line, /^__Host-/)
      const has = attributes(line)
      for (const one of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) assert.ok(has.has(one), `${one}: ${line}`)
      assert.ok(![...has].some((one) => one.startsWith('Domain')), line)
    }
  })

  test('no script can read the session', async () => {
    const context = await person('agent')
    const page = await context.newPage()
    await page.goto('/')
    assert.equal(await page.evaluate(() => document.cookie), '')
    const [cookie] = await context.cookies()
    assert.deepEqual([cookie.httpOnly, cookie.sameSite, cookie.path], [true, 'Lax', '/'])
    await page.close()
  })

  test('a session ends with signing out, and the next one is another', async () => {
    const context = await as(browser, house, 'agent')
    const [old] = await context.cookies()
    const page = await context.newPage()
    await page.goto('/')
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Sign out' }).click(),
    ])
    assert.match((await answer.allHeaders())['clear-site-data'] ?? '', /cookies/)
    await page.waitForURL(/sign-in/)
    const again = await (await as(browser, house, 'agent')).cookies()
    assert.notEqual(again[0].value, old.value)
    const cookie = `${old.name}=${old.value}`
    const late = await fetch(house.url.replace('localhost', '127.0.0.1'), { headers: { cookie }, redirect: 'manual' })
    assert.deepEqual([late.status, late.headers.get('location')], [303, '/sign-in'])
    await context.close()
  })

  /** Every page that changes something, with something in the place of its parameters. */
  async function forms() {
    const pages = (await house.get('agent', '/openapi.json'))['x-pages']
    return pages.filter(({ method }) => method === 'POST').map(({ path }) => path.replace(/\{\w+\}/g, 'x'))
  }

  async function token(context) {
    const page = await context.request.get('/account/sessions')
    return (await page.text()).match(/name="form_token" value="(\w+)"/)[1]
  }

  for (const [what, headers, own] of [
    ['without its token', {}, false],
    ['from another site', { origin: 'https://evil.example' }, true],
    ['from nowhere', { origin: 'null' }, true],
    ['across sites', { 'sec-fetch-site': 'cross-site' }, true],
    ['from a neighbour of the same site', { 'sec-fetch-site': 'same-site' }, true],
  ]) {
    test(`no form is taken ${what}`, async () => {
      const taken = []
      for (const role of ['administrator', 'compliance']) {
        const context = await person(role)
        const form = own ? { form_token: await token(context) } : {}
        for (const path of await forms()) {
          const answer = await context.request.post(path, { headers, form, maxRedirects: 0 })
          const forged = answer.status() === 403 && (await answer.text()).includes('This form cannot be accepted')
          // Signing in binds itself to the visit, and some forms are for one role only.
          const notTheirs = answer.status() === 404 && role === 'compliance'
          const erasing = answer.status() === 404 && path.endsWith('/erasure')
          if (!forged && !notTheirs && !erasing) taken.push(`${role}: ${path}: ${answer.status()}`)
        }
      }
      assert.deepEqual(taken, [])
    })
  }

  test('a page of another program on the same machine cannot send a form for somebody', async () => {
    const case_ = (await house.get('agent', '/cases?view=department&limit=1')).items[0].id
    const action = `${house.url}/cases/${case_}/messages`
    const page = `<form method="post" action="${action}"><input name="kind" value="note"><input name="body" value="Planted."></form>`
    const evil = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end(page)).listen(0, '127.0.0.1').unref()
    await new Promise((resolve) => evil.once('listening', resolve))
    const context = await person('agent')
    const tab = await context.newPage()
    await tab.goto(`http://localhost:${evil.address().port}/`)
    const [answer] = await Promise.all([
      tab.waitForResponse((response) => response.url() === action),
      tab.evaluate(() => document.querySelector('form').submit()),
    ])
    assert.equal(answer.status(), 403)
    const { messages } = await house.get('agent', `/cases/${case_}`)
    assert.ok(!messages.some(({ body }) => body === 'Planted.'))
  })
})
