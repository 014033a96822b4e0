// What somebody else does shows by itself, and nothing that a person is at is lost by it.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { ask } from '../lib/bodies.mjs'
import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'

/** The longest that a change may take to show. */
const SOON = { timeout: 2_000 }

describe('live pages', { concurrency: 1 }, () => {
  let house, browser, scenes, agent, colleague
  const open = async (context, path) => {
    const page = await context.newPage()
    await page.goto(path)
    await page.locator('main[data-from]').waitFor()
    return page
  }
  const acknowledge = ({ request }) => house.post('colleague', `/requests/${request}/acknowledgement`)
  const note = ({ case: id }, body) => house.post('agent', `/cases/${id}/messages`, { kind: 'note', body })

  before(async () => {
    house = await demonstration()
    scenes = new Scenes(house)
    browser = await launch()
    agent = await as(browser, house, 'agent')
    colleague = await as(browser, house, 'colleague')
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  test('a request that is sent shows in the tray of whom it is for, with the count', async () => {
    const page = await open(colleague, '/to-us')
    const title = await page.title()
    const scene = await scenes.fresh('sent')
    const { ref } = await house.get('colleague', `/requests/${scene.request}`)
    await page.getByText(ref).first().waitFor(SOON)
    const count = (text) => Number(text.match(/\((\d+)\)/)?.[1] ?? 0)
    assert.equal(count(await page.title()), count(title) + 1)
    await page.waitForFunction(() => document.getElementById('announcer').textContent.startsWith('New here'))
    await page.close()
  })

  test('the lane of a case moves on, and the place of the reader does not', async () => {
    const scene = await scenes.fresh('sent')
    for (let n = 0; n < 30; n += 1) await note(scene, `Note ${n} of many.`)
    const page = await open(agent, `/cases/${scene.case}`)
    const link = page.locator('.lane-need a').first()
    await link.focus()
    await page.evaluate(() => {
      window.scrollTo(0, 600)
      const text = [...document.querySelectorAll('.said-body')].find((one) => one.textContent.includes('Note 9 of')).firstChild
      getSelection().setBaseAndExtent(text, 0, text, 6)
    })
    const focused = await link.elementHandle()
    const top = () => page.evaluate(() => getSelection().anchorNode.parentElement.getBoundingClientRect().top)
    const before = await top()
    await acknowledge(scene)
    await page.locator('.lane-facts', { hasText: 'Acknowledged' }).waitFor({ ...SOON, state: 'attached' })
    assert.equal(await page.evaluate((link) => document.activeElement === link, focused), true, 'the focus stays')
    assert.equal(await page.evaluate(() => String(getSelection())), 'Note 9', 'the selection stays')
    assert.ok(Math.abs((await top()) - before) < 2, 'what is read stays where it is')
    await page.close()
  })

  test('what is open stays open, and what is typed stays typed', async () => {
    const scene = await scenes.fresh('inProgress')
    const page = await open(colleague, `/requests/${scene.request}`)
    const field = page.locator('main textarea').first()
    await field.evaluate((field) => field.closest('details')?.setAttribute('open', ''))
    await field.fill('Half a sentence that')
    await field.evaluate((field) => field.setSelectionRange(5, 9))
    const more = page.locator('main details:not([open]) > summary').first()
    if (await more.count()) await more.click()
    await field.focus()
    const opened = await page.locator('main details[open]').count()
    await house.post('agent', `/requests/${scene.request}/escalation`, { level: 1, reason: 'She waits at home.', decision_wanted: 'Send another van.' })
    await page.getByText(/escalated/i).first().waitFor(SOON)
    assert.equal(await field.inputValue(), 'Half a sentence that')
    assert.deepEqual(await field.evaluate((field) => [field.selectionStart, field.selectionEnd]), [5, 9])
    assert.equal(await field.evaluate((field) => document.activeElement === field), true)
    assert.equal(await page.locator('main details[open]').count(), opened)
    await page.close()
  })

  test('whoever writes hears above the form what others did meanwhile', async () => {
    const scene = await scenes.fresh('sent')
    const page = await open(agent, `/cases/${scene.case}/messages/new?kind=reply`)
    await page.fill('main [name=body]', 'We are looking for your parcel.')
    await acknowledge(scene)
    await page.locator('#news').getByText('What changed while you were writing').waitFor(SOON)
    assert.equal(await page.inputValue('main [name=body]'), 'We are looking for your parcel.')
    await page.close()
  })

  test('who else looks and who writes is said, and announced when they come', async () => {
    const scene = await scenes.fresh('sent')
    const path = `/requests/${scene.request}`
    const { name } = house.people.colleague
    const here = await agent.newPage()
    const known = here.waitForResponse((answer) => answer.url().endsWith('/presence'))
    await here.goto(path)
    await known
    const there = await open(colleague, path)
    await here.locator('#presence').getByText(`${name} is looking at this.`).waitFor(SOON)
    assert.equal(await here.locator('#announcer').textContent(), `${name} is looking at this.`)
    await there.goto(`${path}/read-back/new`)
    await here.locator('#presence').getByText(`${name} is writing a reply.`).waitFor(SOON)
    await Promise.all([here.close(), there.close()])
  })

  test('ten tabs of one browser share one line to the server', async () => {
    const scene = await scenes.fresh('sent')
    const pages = []
    for (let n = 0; n < 10; n += 1) pages.push(await open(agent, `/cases/${scene.case}`))
    await acknowledge(scene)
    for (const page of pages) {
      await page.bringToFront()
      await page.locator('.lane-facts', { hasText: 'Acknowledged' }).waitFor({ state: 'attached' })
    }
    // The tab that listens goes, and another one takes over.
    await pages[0].close()
    await house.post('agent', `/cases/${scene.case}/messages`, { kind: 'note', body: 'The line goes on.' })
    await pages[9].getByText('The line goes on.').waitFor()
    await Promise.all(pages.slice(1).map((page) => page.close()))
  })

  test('200 pairs of replies at the same moment, and nobody overwrites anybody in silence', async () => {
    const scene = await scenes.fresh('sent')
    const at = `/cases/${scene.case}/messages`
    const clerks = [agent, await as(browser, house, 'lead')]
    const form = async (context) => {
      const text = await (await context.request.get(`${at}/new?kind=reply`)).text()
      const hidden = (name) => text.match(new RegExp(`name="${name}" value="(\\w+)"`))[1]
      return { form_token: hidden('form_token'), seen_version: hidden('seen_version'), kind: 'reply', channel: 'counter' }
    }
    const outcomes = new Map()
    for (let n = 0; n < 200; n += 1) {
      const forms = await Promise.all(clerks.map(form))
      const send = (context, who) =>
        context.request.post(at, { form: { ...forms[who], body: `Reply ${n} of clerk ${who}.` }, maxRedirects: 0 })
      const answers = n % 2 ? await Promise.all(clerks.map(send)) : [await send(clerks[0], 0), await send(clerks[1], 1)]
      const statuses = answers.map((answer) => answer.status()).sort()
      outcomes.set(String(statuses), (outcomes.get(String(statuses)) ?? 0) + 1)
    }
    assert.deepEqual([...outcomes], [['303,409', 200]])
  })
})
