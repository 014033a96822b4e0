// What somebody hears who does not see the page: S1 to S10 of the list of flows with a screen reader,
// as far as there are screens for them (S8 is about a map that comes later).

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { readBack } from '../lib/bodies.mjs'
import { as, launch } from '../lib/browser.mjs'
import { ear, HEARD } from '../lib/ear.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'
import { send } from '../lib/screen.mjs'

/** New things are told together, at most once in this time. */
const QUIET = 20_000

/** Phrases that say where something begins and ends, and not what it says. */
const FRAME = /^(end of .*|paragraph|strong|time, .*|list|listitem.*|group.*|main|status|polite: $)$/
const said = (phrases) =>
  phrases
    .filter((phrase) => !FRAME.test(phrase))
    .map((phrase) => phrase.replace(/^link, /, ''))
    .join(' ')

/** The phrases of each item of the lists in what was heard, as one text each. */
function items(heard) {
  const found = []
  let open = null
  for (const phrase of heard) {
    if (phrase.startsWith('listitem')) open = []
    else if (phrase.startsWith('end of listitem') && open) {
      found.push(said(open))
      open = null
    } else open?.push(phrase)
  }
  return found
}

describe('heard, not seen', () => {
  let house, browser, scenes
  const people = new Map()

  before(async () => {
    house = await demonstration()
    scenes = new Scenes(house)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  /** A page of somebody. */
  async function open(t, role, path) {
    if (!people.has(role)) people.set(role, as(browser, house, role, HEARD))
    const page = await (await people.get(role)).newPage()
    t.after(() => page.close())
    await page.goto(path)
    return page
  }

  /** A page in a browser of its own, whose time is the test's. */
  async function timed(t, role, path) {
    const context = await as(browser, house, role, HEARD)
    t.after(() => context.close())
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(path)
    return page
  }

  const heard = async (page, selector = 'main') => (await ear(page, selector)).read()

  test('S1: the title of a page is there before anything of the page, and says where one is', async (t) => {
    const page = await open(t, 'agent', '/')
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (!document.body) return
        window.titleAtFirst = document.title
        look.disconnect()
      })
      look.observe(document, { childList: true, subtree: true })
    })
    for (const path of ['/cases', '/to-us', `/cases/${(await scenes.busy()).case}`, '/settings']) {
      const before = await page.title()
      await page.goto(path)
      const [first, head] = [await page.evaluate(() => window.titleAtFirst), await page.locator('h1').innerText()]
      assert.notEqual(first, before)
      assert.ok(first.startsWith(head), `"${first}" does not begin with "${head}"`)
    }
  })

  test('S2: a row of a list is one sentence: what, which, from or with whom, how it stands, by when', async (t) => {
    const scene = await scenes.fresh('sent')
    const { ref, need } = await house.get('colleague', `/requests/${scene.request}`)
    const rows = items(await heard(await open(t, 'colleague', '/to-us')))
    const row = rows.find((text) => text.includes(ref) && text.includes(need.slice(0, 30)))
    assert.match(row, new RegExp(`${need.slice(0, 30)}.* ${ref} From Customer service · .*read it back.* Sent .*due .*\\(.*\\)`))
    for (const path of ['/', '/cases']) {
      const rows = items(await heard(await open(t, 'agent', path), '.rows'))
      const sentence = /C-\d+ .+ (New|Open|Waiting|With others|Answer to pass on|Sent|Answered|Delivered).* (due|late by|received|moved|opened)/
      assert.ok(rows.length > 3)
      assert.ok(sentence.test(rows[0]), rows[0])
    }
  })

  test('S3: what is new is told politely, and no two notices come within 20 seconds', async (t) => {
    const page = await timed(t, 'colleague', '/to-us')
    await page.locator('main[data-from]').waitFor()
    const { announced } = await ear(page)
    const shows = async () => {
      const scene = await scenes.fresh('sent')
      const { ref } = await house.get('colleague', `/requests/${scene.request}`)
      await page.locator(`[data-key="${ref}"]`).first().waitFor()
    }
    const notices = async () => (await announced()).filter((phrase) => / new here|New here/i.test(phrase))
    const until = async (count) => {
      while ((await notices()).length < count) await page.waitForTimeout(50)
    }
    await shows()
    await until(1)
    assert.match((await notices())[0], /^polite: New here: /)
    await shows()
    await shows()
    assert.equal((await notices()).length, 1)
    await page.clock.fastForward(QUIET)
    await until(2)
    assert.match((await notices())[1], /^polite: 2 new here/)
  })

  test('S4: a clock is read as words, with the moment, and never speaks by itself', async (t) => {
    const { case: id } = await scenes.busy()
    const page = await timed(t, 'lead', `/cases/${id}`)
    const reader = await ear(page, 'body')
    assert.match(said(await reader.read()), /(due|late by|in) .*\d+ (min|h|days?).*\(.*\)/)
    await page.clock.fastForward(120_000)
    assert.deepEqual(await reader.announced(), [])
    const live = '[aria-live], [role=status], [role=alert], [role=timer], [role=log]'
    assert.equal(await page.locator(`:is(${live}) time, time:is(${live})`).count(), 0)
  })

  test('S5: a form that comes back begins with what is wrong, in the words beside the fields', async (t) => {
    const page = await open(t, 'agent', '/cases/new')
    await send(page)
    assert.match(await page.title(), /^Error: /)
    assert.ok(await page.evaluate(() => document.activeElement.matches('.error-summary')))
    const summary = await heard(page, '.error-summary')
    assert.ok(summary.some((phrase) => /heading, There is a problem/.test(phrase)), summary.join('\n'))
    const links = summary.filter((phrase) => phrase.startsWith('link, ')).map((phrase) => phrase.slice(6))
    const beside = await page.locator('.field-error').evaluateAll((all) => all.map((one) => one.textContent.replace('Error: ', '').trim()))
    assert.deepEqual(links, beside)
  })

  test('S6: what was just sent is told once, with the key that takes it back', async (t) => {
    const id = await scenes.newCase()
    const page = await timed(t, 'agent', `/cases/${id}/messages/new?kind=reply`)
    await page.fill('[name=body]', 'It comes on Wednesday.')
    await page.clock.pauseAt(Date.now() + 60_000)
    await send(page)
    const { announced } = await ear(page)
    await page.clock.runFor(600)
    await page.waitForFunction(() => document.getElementById('announcer').textContent !== '')
    await page.clock.runFor(5_000)
    const told = (await announced()).filter((phrase) => phrase.includes('Control Z'))
    assert.equal(told.length, 1, told.join('\n'))
    assert.match(told[0], /^polite: Your message has not left yet\. Until .* you can take it back with Control Z\./)
  })

  test('S7: somebody who comes is announced, and not what they do then', async (t) => {
    const { request } = await scenes.fresh('sent')
    const path = `/requests/${request}`
    const { name } = house.people.colleague
    const page = await open(t, 'agent', path)
    const { announced } = await ear(page)
    const there = await open(t, 'colleague', path)
    await page.locator('#presence').getByText(`${name} is looking at this.`).waitFor()
    await there.goto(`${path}/read-back/new`)
    await page.locator('#presence').getByText(`${name} is writing a reply.`).waitFor()
    await there.close()
    await page.locator('#presence').getByText(name).waitFor({ state: 'detached', timeout: 60_000 })
    assert.deepEqual(await announced(), [`polite: ${name} is looking at this.`])
  })

  test('S9: of two texts, what is missing is read as taken out and what is more as added', async (t) => {
    const { request } = await scenes.fresh('acknowledged')
    const says = readBack(await house.get('colleague', `/requests/${request}`))
    await house.post('colleague', `/requests/${request}/read-back`, { ...says, will_do: 'I call 4 depots near Leeds.' })
    const page = await open(t, 'agent', `/requests/${request}`)
    const phrases = await heard(page)
    for (const [role, note] of [['deletion', '(not read back)'], ['insertion', '(added)']]) {
      const at = phrases.indexOf(role)
      assert.ok(at > 0, phrases.join('\n'))
      assert.deepEqual(phrases.slice(at + 2, at + 4), [note, `end of ${role}`])
    }
  })

  test('S10: where one writes has a name, and whoever comes there by key stands in it', async (t) => {
    const { case: id } = await scenes.busy()
    const page = await open(t, 'agent', `/cases/${id}`)
    for (const [key, head] of [['r', 'Reply to the customer'], ['n', 'Write a note']]) {
      await page.goto(`/cases/${id}`)
      await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
      const phrases = await heard(page)
      assert.equal(phrases.find((phrase) => phrase.startsWith('heading')), `heading, ${head}, level 1`)
      const [name] = await page.evaluate(() => [...document.activeElement.labels].map((label) => label.textContent))
      assert.ok(phrases.some((phrase) => phrase.startsWith(`textbox, ${name}`)), phrases.join('\n'))
    }
  })

  test('a lane of the relay is one sentence: who must move, by when, how long each side has held it', async (t) => {
    const { case: id } = await scenes.busy()
    const page = await open(t, 'agent', `/cases/${id}`)
    const lanes = items(await heard(page, '.lanes'))
    assert.equal(lanes.length, await page.locator('.lane').count())
    const [first] = lanes
    assert.match(first, /C-\d+\/1 .*(has|must|have) .*(deliver|to do it).*(due|in|by|late).*held it .*/, lanes.join('\n'))
    assert.ok(lanes.some((lane) => /customer/i.test(lane) && /told/i.test(lane)), lanes.join('\n'))
  })
})
