// What is typed survives: a browser that is killed, a session that ends. What was sent comes back.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { chromium } from 'playwright-core'

import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'

const TRIALS = Number(process.env.BATON_TEST_TRIALS ?? 50)
/** Between two keys; the text is a row of numbers, so that what is missing can be counted. */
const KEY = 20
/** A second of typing. */
const LOSS = 1000 / KEY

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis))

/** A browser that ends in the middle of whatever it does, without a word to its pages. */
function toBeKilled() {
  const executablePath = process.env.BATON_TEST_CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launchServer({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
}

describe('drafts', () => {
  let house, browser, scenes
  before(async () => {
    house = await demonstration()
    browser = await launch()
    scenes = new Scenes(house)
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  const draftOf = async (id) => {
    const { items } = await house.get('agent', '/drafts')
    const draft = items.find(({ place }) => place === `case:${id}:messages/new?kind=note`)
    return draft?.fields.find(({ name }) => name === 'body')?.value ?? ''
  }

  /** Types until it is killed in the middle; how many keys were pressed, and how many are kept. */
  async function trial(state, id, number) {
    const victim = await toBeKilled()
    const remote = await chromium.connect(victim.wsEndpoint())
    const context = await remote.newContext({ baseURL: house.url, storageState: state })
    const page = await context.newPage()
    await page.goto(`/cases/${id}/messages/new?kind=note`)
    await page.focus('[name=body]')
    let typed = 0
    const over = pause(850 + ((number * 137) % 600))
    let alive = true
    over.then(() => (alive = false))
    while (alive) {
      await page.keyboard.insertText('x')
      typed += 1
      await pause(KEY)
    }
    await victim.kill()
    await pause(50)
    return { typed, kept: (await draftOf(id)).length }
  }

  test('a browser that is killed while somebody types loses a second of it at most', async () => {
    const context = await as(browser, house, 'agent')
    const state = await context.storageState()
    const cases = await Promise.all(Array.from({ length: TRIALS }, () => scenes.newCase()))
    const lost = []
    const left = [...cases.entries()]
    const worker = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const { typed, kept } = await trial(state, next[1], next[0])
        if (typed - kept > LOSS) lost.push({ typed, kept })
      }
    }
    await Promise.all(Array.from({ length: 5 }, worker))
    assert.deepEqual(lost, [])
    await context.close()
  })

  test('whoever sends something after the session has ended signs in and is back at it', async () => {
    const id = await scenes.newCase()
    const form = `/cases/${id}/messages/new?kind=note`
    const context = await as(browser, house, 'agent')
    const page = await context.newPage()
    await page.goto(form)
    await context.clearCookies()
    await page.fill('[name=body]', 'We look for your parcel.')
    await page.getByText('Not saved on the server').waitFor()
    await page.getByRole('button', { name: 'Keep the note' }).click()
    await page.getByText('What you sent was not done').waitFor()
    const { email, password } = house.people.agent
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await page.press('[name=password]', 'Enter')
    await page.getByRole('button', { name: 'Restore it' }).click()
    assert.equal(page.url(), house.url + form)
    assert.equal(await page.inputValue('[name=body]'), 'We look for your parcel.')
    await context.close()
  })

  test('whoever signs out leaves nothing typed in the browser', async () => {
    const id = await scenes.newCase()
    const context = await as(browser, house, 'agent')
    const page = await context.newPage()
    await page.goto(`/cases/${id}/messages/new?kind=reply`)
    await page.fill('[name=body]', 'A secret.')
    await page.getByText('Draft saved').waitFor()
    assert.match(await page.evaluate(() => JSON.stringify(localStorage)), /A secret/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/sign-in/)
    assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), '{}')
    await context.close()
  })

  test('what was sent is no draft any more, however fast it was sent', async () => {
    const id = await scenes.newCase()
    const context = await as(browser, house, 'agent')
    const page = await context.newPage()
    await page.goto(`/cases/${id}/messages/new?kind=note`)
    const photograph = { name: 'bell.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('JPEG') }
    await page.setInputFiles('input[type=file]', photograph)
    await page.locator('[name=body]').pressSequentially('She rang twice.', { delay: 60 })
    await page.getByRole('button', { name: 'Keep the note' }).click()
    await page.getByText('Your note is in the case').waitFor()
    assert.equal(await page.getByRole('link', { name: 'bell.jpg' }).count(), 1)
    await pause(1000)
    assert.equal(await draftOf(id), '')
    assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), '{}')
    await context.close()
  })
})

describe('undo', () => {
  let house, browser, scenes
  before(async () => {
    house = await demonstration()
    browser = await launch()
    scenes = new Scenes(house)
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  async function sent(page, id) {
    await page.goto(`/cases/${id}/messages/new?kind=reply`)
    await page.fill('[name=body]', 'It comes on Wednesday.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('can take it back until').waitFor()
  }

  test('a message is taken back from another page 14.9 seconds after it was sent', async () => {
    const id = await scenes.newCase()
    const context = await as(browser, house, 'agent')
    const page = await context.newPage()
    await sent(page, id)
    const { messages } = await house.get('agent', `/cases/${id}`)
    const until = Date.parse(messages.at(-1).undo_until)
    await page.goto('/cases')
    await page.getByText('can take it back until').waitFor()
    await pause(until - 100 - Date.now())
    await page.keyboard.press('Control+z')
    await page.getByText('Taken back: nothing was sent').waitFor()
    assert.equal(await page.inputValue('[name=body]'), 'It comes on Wednesday.')
    await context.close()
  })

  test('a message is taken back from the same bar after the program was killed and started again', async () => {
    const id = await scenes.newCase()
    const context = await as(browser, house, 'agent')
    const page = await context.newPage()
    await sent(page, id)
    await house.dies()
    await house.again()
    await page.keyboard.press('Control+z')
    await page.getByText('Taken back: nothing was sent').waitFor()
    assert.equal(await page.inputValue('[name=body]'), 'It comes on Wednesday.')
    const { messages } = await house.get('agent', `/cases/${id}`)
    assert.equal(messages.at(-1).dispatch, 'undone')
    await context.close()
  })

  test('the bar is told once, goes when the time is over, and does not come back', async () => {
    const id = await scenes.newCase()
    const context = await as(browser, house, 'agent')
    const page = await context.newPage()
    await sent(page, id)
    const region = page.locator('#announcer')
    await page.waitForFunction(() => document.getElementById('announcer').textContent.includes('Control Z'))
    await page.goto('/to-us')
    await page.getByText('s left)').waitFor()
    await pause(1000)
    assert.equal(await region.textContent(), '')
    await page.locator('.undo').waitFor({ state: 'detached', timeout: 20_000 })
    await page.goto('/')
    assert.equal(await page.locator('.undo').count(), 0)
    await context.close()
  })
})
