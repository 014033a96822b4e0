// A passkey in a real browser: made, used to sign in, and removed, with a device made of software.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import axe from 'axe-core'

import { as, launch } from '../lib/browser.mjs'
import { sideways } from '../lib/checks.mjs'
import { demonstration } from '../lib/house.mjs'

const DEVICE = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
}

/** A page with a device of its own beside it. */
async function withDevice(context) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: DEVICE })
  const set = (name, more) => session.send(`WebAuthn.${name}`, { authenticatorId, ...more })
  const keys = async () => (await set('getCredentials')).credentials
  return { page, set, keys }
}

/** What axe finds, and what does not fit, in light and dark, wide and narrow. */
async function faults(page) {
  const wrong = []
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      wrong.push(...(await page.evaluate(sideways)))
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
      wrong.push(...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  return wrong
}

const heading = (page) => page.locator('h1').innerText()
const press = (page, name) => page.getByRole('button', { name, exact: true }).click()

describe('passkeys', () => {
  let house, browser
  before(async () => {
    house = await demonstration()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  test('one is made, signs in without an address or a password, is renamed, and removed', async () => {
    const context = await as(browser, house, 'agent')
    const { page, set, keys } = await withDevice(context)
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('link', { name: 'Make a passkey' }).click()
    assert.deepEqual(await faults(page), [])
    await page.fill('[name=name]', 'My desk')
    await press(page, 'Make a passkey')
    await page.waitForURL('**/account/passkeys')
    assert.match(await page.locator('main').innerText(), /My desk/)
    assert.deepEqual(await faults(page), [])
    const [made] = await keys()
    assert.equal(made.isResidentCredential, true)

    // The same device has no use for a second one.
    await page.goto('/account/passkeys/new')
    await press(page, 'Make a passkey')
    await page.getByText('This device has a passkey for you already.').waitFor()

    await press(page, 'Sign out')
    await page.waitForURL('**/sign-in')
    assert.deepEqual(await faults(page), [])
    await page.goto('/cases')
    assert.match(page.url(), /sign-in\?next=/)
    // Whoever stops the dialog, or shows nothing, is told and stays here.
    await set('setUserVerified', { isUserVerified: false })
    await press(page, 'Sign in with a passkey')
    await page.getByText('Nothing was done').waitFor()
    await set('setUserVerified', { isUserVerified: true })
    await press(page, 'Sign in with a passkey')
    await page.waitForURL((url) => url.pathname === '/cases')
    assert.match(await page.locator('body').innerText(), new RegExp(house.people.agent.name))

    await page.goto('/account/passkeys')
    await page.getByRole('link', { name: 'Rename My desk' }).click()
    assert.deepEqual(await faults(page), [])
    await page.fill('[name=name]', 'Old desk')
    await press(page, 'Save')
    await page.getByRole('link', { name: 'Remove Old desk' }).click()
    assert.deepEqual(await faults(page), [])
    await press(page, 'Remove it')
    assert.match(await page.locator('main').innerText(), /You have no passkeys yet/)

    await press(page, 'Sign out')
    await page.waitForURL('**/sign-in')
    await press(page, 'Sign in with a passkey')
    await page.getByText('This passkey opens nothing here.').first().waitFor()
    assert.equal(await page.title().then((title) => title.startsWith('Error: ')), true)
    assert.deepEqual(await faults(page), [])
    await context.close()
  })

  test('without passkeys, without script, and at a number, the password does', async () => {
    const old = await as(browser, house, 'nobody')
    await old.addInitScript(() => delete window.PublicKeyCredential)
    const page = await old.newPage()
    await page.goto('/sign-in')
    await page.getByText('This browser has no passkeys.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false)
    await old.close()

    const plain = await as(browser, house, 'agent', { javaScriptEnabled: false })
    const quiet = await plain.newPage()
    await quiet.goto('/account/passkeys/new')
    assert.match(await quiet.locator('main').innerText(), /runs no script/)
    assert.equal(await quiet.getByRole('button', { name: 'Make a passkey' }).isVisible(), false)
    await plain.close()

    const number = await fetch(`${house.url.replace('localhost', '127.0.0.1')}/sign-in`)
    assert.ok(!(await number.text()).includes('data-passkey'))
  })

  test('after half an hour it is asked first whether it is still the same person', async () => {
    const context = await as(browser, house, 'colleague')
    const { page } = await withDevice(context)
    await page.goto('/account/passkeys/new')
    // What the desk answers then is played here: half an hour is long.
    await page.route('**/account/passkeys/challenge', (route) =>
      route.fulfill({ status: 303, headers: { location: '/confirm?next=/account/passkeys/new' } }),
    )
    await press(page, 'Make a passkey')
    await page.waitForURL('**/confirm?next=/account/passkeys/new')
    assert.equal(await heading(page), 'Is it you?')
    await context.close()
  })
})
