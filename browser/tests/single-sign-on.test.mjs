// Single sign-on against a real provider, in a real browser: who is let in, and who is not and why.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

import axe from 'axe-core'

import { launch } from '../lib/browser.mjs'
import { sideways } from '../lib/checks.mjs'
import { firstDay } from '../lib/house.mjs'
import { CLIENT, provider, signsInThere } from '../lib/provider.mjs'
import { scratch } from '../lib/scratch.mjs'

const NAME = 'Harbour accounts'
const BACK = '/sign-in/sso/answer'

/** A provider, and an organisation that trusts it. */
async function both(...more) {
  const there = await provider()
  const file = join(scratch(), 'secret')
  writeFileSync(file, `${CLIENT.secret}\n`)
  const settings = { issuer: there.issuer, client_id: CLIENT.id, client_secret_file: file, name: NAME }
  const set = Object.entries(settings).flatMap(([key, value]) => ['--set', `sso.${key}=${value}`])
  const house = await firstDay(...set, ...more)
  there.serve(house.url + BACK)
  there.accounts.ada = { email: 'ada@example.org', email_verified: true }
  return { there, house }
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click()
const said = (page) => page.locator('main').innerText()

describe('single sign-on', { concurrency: 1 }, () => {
  let browser, there, house
  before(async () => {
    browser = await launch()
    ;({ there, house } = await both())
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
    await there?.stop()
  })

  /** A page of a browser of its own, that can reach nothing but the two of them. */
  async function page(at = house) {
    const context = await browser.newContext({ baseURL: at.url, locale: 'en-GB' })
    context.setDefaultTimeout(15_000)
    await context.route(/^https:/, (route) => route.abort())
    return context.newPage()
  }

  async function goes(page, sub, from = '/sign-in') {
    await page.goto(from)
    await press(page, `Sign in with ${NAME}`)
    await signsInThere(page, sub)
  }

  async function isRefused(page, why) {
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    assert.match(await said(page), why)
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      assert.deepEqual(await page.evaluate(sideways), [])
    }
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
    assert.deepEqual(violations.map(({ id }) => id), [])
    await page.goto('/cases')
    assert.match(page.url(), /sign-in/)
    await page.context().close()
  }

  test('whoever has a verified address here is let in, and is the same person after the address has changed', async () => {
    const one = await page()
    await goes(one, 'ada', '/sign-in?next=/cases')
    await one.waitForURL((url) => url.pathname === '/cases')
    assert.match(await one.locator('body').innerText(), /Ada Kay/)
    there.accounts.ada = { email: 'ada@elsewhere.example', email_verified: true }
    const other = await page()
    await goes(other, 'ada')
    await other.waitForURL(`${house.url}/`)
    assert.match(await other.locator('body').innerText(), /Ada Kay/)
    await Promise.all([one, other].map((page) => page.context().close()))
  })

  test('an address that is not verified opens nothing, nor does one that nobody here has', async () => {
    there.accounts.liar = { email: 'ada@example.org', email_verified: false }
    const unverified = await page()
    await goes(unverified, 'liar')
    await isRefused(unverified, /does not say that your e-mail address is verified/)
    there.accounts.stranger = { email: 'stranger@example.org', email_verified: true }
    const stranger = await page()
    await goes(stranger, 'stranger')
    await isRefused(stranger, /nobody here who may sign in has your e-mail address/)
    there.accounts.second = { email: 'ada@example.org', email_verified: true }
    const second = await page()
    await goes(second, 'second')
    await isRefused(second, /Another account of Harbour accounts belongs to your e-mail address here/)
  })

  test('an answer counts once, with its own state, in the browser that began, and while it is fresh', async () => {
    const altered = await page()
    const way = `${there.issuer}/auth?*`
    await altered.route(way, (route) => route.continue({ url: route.request().url().replace(/state=./, 'state=~') }))
    await goes(altered, 'ada')
    await isRefused(altered, /took too long, was used before, or was begun in another browser/)

    // Whoever is led on by somebody else's link is not signed in by it.
    const began = await page()
    await began.route(way, (route) => route.abort())
    await began.goto('/sign-in')
    await press(began, `Sign in with ${NAME}`)
    const link = await began.getByRole('link', { name: `Go on to ${NAME}` }).getAttribute('href')
    const another = await page()
    await another.goto(link)
    await signsInThere(another, 'ada')
    await isRefused(another, /begun in another browser/)
    await began.context().close()

    const again = await page()
    const back = again.waitForRequest((request) => request.url().includes(BACK))
    await goes(again, 'ada')
    await again.waitForURL(`${house.url}/`)
    await press(again, 'Sign out')
    await again.waitForURL('**/sign-in')
    await again.goto((await back).url())
    await isRefused(again, /was used before/)
  })
})

describe('single sign-on in an organisation that asks for a second step', { concurrency: 1 }, () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  async function signsIn({ house }) {
    await house.post('first', '/organisation', { name: 'Harbour Home', second_step: 'everybody' })
    const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
    context.setDefaultTimeout(15_000)
    await context.route(/^https:/, (route) => route.abort())
    const page = await context.newPage()
    await page.goto('/sign-in')
    await press(page, `Sign in with ${NAME}`)
    await signsInThere(page, 'ada')
    return page
  }

  async function ends({ house, there }) {
    await house.stop()
    await there.stop()
  }

  test('it does not count as one unless the settings say so', async () => {
    const made = await both()
    const page = await signsIn(made)
    await page.waitForURL('**/account/second-step/new')
    await page.context().close()
    await ends(made)
  })

  test('where it counts, a password alone opens nothing any more, and a provider that is down says so', async () => {
    const made = await both('--set', 'sso.second_step=yes')
    const page = await signsIn(made)
    await page.waitForURL(`${made.house.url}/`)
    await press(page, 'Sign out')
    await page.waitForURL('**/sign-in')
    const { email, password } = made.house.people.first
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await press(page, 'Sign in')
    assert.match(await said(page), /asks for more than that/)
    // A token that has expired is none, whoever has signed it.
    made.there.clock.behind = 1
    await page.goto('/sign-in')
    await press(page, `Sign in with ${NAME}`)
    await page.getByText('does not answer as it should').waitFor()
    await made.there.stop()
    await page.goto('/sign-in')
    await press(page, `Sign in with ${NAME}`)
    await page.getByText('does not answer as it should').waitFor()
    await page.context().close()
    await made.house.stop()
  })
})
