// Everything can be done by keyboard alone: K1 to K12 of the list of keyboard flows, as far as there
// are screens for them. Nothing here presses a mouse button.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { ask, inHours, readBack } from '../lib/bodies.mjs'
import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { keyboard } from '../lib/keyboard.mjs'
import { Scenes } from '../lib/scenes.mjs'
import { readsBack } from '../lib/typing.mjs'

/** From Today to a read-back that is sent. */
const MOST_KEYS = 12

describe('by keyboard alone', () => {
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

  /** A page of somebody, and their keyboard; it is closed with the test. */
  async function at(t, role, path) {
    if (!people.has(role)) people.set(role, as(browser, house, role))
    const page = await (await people.get(role)).newPage()
    t.after(() => page.close())
    await page.goto(path)
    return { page, hands: keyboard(page) }
  }

  const request = (id) => house.get('colleague', `/requests/${id}`)

  /** Everything else that is asked of the colleague sleeps, so that this request is on top. */
  async function onTop(id) {
    const { items } = await house.get('colleague', '/requests?side=to_us&limit=200')
    for (const one of items) {
      if (one.id !== id && !one.ended_at) await house.post('colleague', `/requests/${one.id}/snooze`, { when: 'in 3 days' })
    }
  }

  test('K1: the first key of a page leads past everything to the work', async (t) => {
    for (const path of ['/', '/to-us', '/cases/new', '/settings']) {
      const { page, hands } = await at(t, 'agent', path)
      await hands.press('Tab')
      assert.equal((await hands.focused()).href, '#main')
      await hands.press('Enter')
      assert.equal((await hands.focused()).id, 'main')
      await hands.press('Tab')
      assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), path)
    }
  })

  test(`K2: from Today to a sent read-back in ${MOST_KEYS} keys and what is typed`, async (t) => {
    const scene = await scenes.fresh('sent')
    await onTop(scene.request)
    const asked = await request(scene.request)
    const says = readBack(asked)
    const { page, hands } = await at(t, 'colleague', '/')
    await hands.go('1')
    assert.match(page.url(), /read-back\/new/)
    await hands.type(says.outcome)
    await hands.press('Tab')
    await hands.type(says.will_do)
    await hands.press('Tab')
    await hands.moment(says.by)
    await hands.press('Tab', 'Tab')
    await hands.type(says.restated.customer)
    await hands.press('Tab')
    await hands.moment(says.restated.needed_by)
    await hands.press('Tab', 'Tab')
    await hands.type(says.restated.contingency)
    await hands.press('Tab', 'Space')
    await hands.go('Control+Enter')
    await page.getByText('was asked to confirm your read-back').waitFor()
    assert.equal((await request(scene.request)).state, 'read_back')
    assert.ok(hands.keys <= MOST_KEYS, `${hands.keys} keys`)
  })
  /** In To us, on the row of a request; the id of the row after it. */
  async function onRow(page, hands, id) {
    for (let n = 0; n < 200; n += 1) {
      await hands.press('j')
      const here = await hands.focused()
      if (here.id === `row-${id}`) break
    }
    assert.equal((await hands.focused()).id, `row-${id}`)
    return page.evaluate(() => {
      const links = [...document.querySelectorAll('.rows .row-subject a')]
      return links[links.indexOf(document.activeElement) + 1].id
    })
  }

  const VERDICTS = {
    1: { form: 'read-back', state: 'read_back', says: (page, asked) => readsBack(page, readBack(asked)) },
    2: { form: 'clarification', state: 'clarifying', says: (page) => page.fill('main [name=question]', 'Which order is it?') },
    3: { form: 'decline', state: 'declined', says: declines },
    h: { form: 'snooze', state: 'sent', says: (page) => page.fill('main [name=when]', 'in 2 days') },
  }

  async function declines(page) {
    await page.check('main [name=reason][value=wrong_team]')
    await page.fill('main [name=text]', 'Parcels of this size are handled elsewhere.')
    await page.check('main [name="alternative.kind"][value=team]')
    await page.fill('main [name="alternative.value"]', 'Technical support')
  }

  for (const [key, verdict] of Object.entries(VERDICTS)) {
    test(`K3: ${key} on a row of To us, and after it the row below has the focus`, async (t) => {
      const scene = await scenes.fresh('sent')
      await scenes.raised(ask(scenes.department, { needed_by: inHours(60) }))
      const { page, hands } = await at(t, 'colleague', '/to-us')
      const below = await onRow(page, hands, scene.request)
      await hands.go(key)
      assert.ok(new URL(page.url()).pathname.endsWith(`/${verdict.form}/new`), page.url())
      await verdict.says(page, await request(scene.request))
      await hands.go('Control+Enter')
      assert.equal(new URL(page.url()).pathname, '/to-us', await page.locator('main').innerText())
      assert.equal((await request(scene.request)).state, verdict.state)
      assert.equal((await hands.focused()).id, below)
    })
  }
  test('K4: a reply by keyboard, taken back with the button of the bar and with its key', async (t) => {
    const id = await scenes.newCase()
    const { page, hands } = await at(t, 'agent', `/cases/${id}`)
    for (const back of ['the button', 'the key']) {
      await hands.go('r')
      assert.equal((await hands.focused()).name, 'body')
      await hands.type(`It comes on Wednesday, says ${back}.`)
      await hands.go('Control+Enter')
      await page.getByText('can take it back until').waitFor()
      await hands.tabTo('.undo button')
      await hands.go(back === 'the key' ? 'Control+z' : 'Enter')
      await page.getByText('Taken back: nothing was sent').waitFor()
      assert.equal(await page.inputValue('[name=body]'), `It comes on Wednesday, says ${back}.`)
      await page.goto(`/cases/${id}`)
    }
  })

  test('K5: a request with three fields of the customer ticked', async (t) => {
    const id = await scenes.newCase()
    const { page, hands } = await at(t, 'agent', `/cases/${id}`)
    await hands.go('q')
    await hands.tabTo(`main a[href*="to="]`)
    while ((await hands.focused()).text !== `Ask ${scenes.department}`) await hands.tabTo(`main a[href*="to="]`)
    await hands.go('Enter')
    const says = ask(scenes.department)
    await hands.tabTo('[name=mode]')
    await hands.press('Space', 'ArrowDown', 'ArrowDown')
    await page.locator('[name=mode][value=delegate]:checked').waitFor()
    for (const field of ['need', 'outcome_wanted', 'why', 'why_department', 'background']) {
      await hands.tabTo(`main [name=${field}]`)
      await hands.type(says[field])
    }
    await hands.tabTo('main [type=radio][name^=needed_by]')
    await hands.press('Space', 'ArrowDown', 'ArrowDown')
    for (const field of ['name', 'phone', 'address']) {
      await hands.tabTo(`main [name=share][value=${field}]`)
      await hands.press('Space')
      await hands.tabTo(`main [name="purpose.${field}"]`)
      await hands.type('Arrange the delivery')
    }
    await hands.go('Control+Enter')
    await page.getByText(`was sent to ${scenes.department}`).waitFor()
    const { requests } = await house.get('agent', `/cases/${id}`)
    const { packet } = await house.get('agent', `/requests/${requests[0].id}`)
    assert.deepEqual(packet.map(({ field }) => field).sort(), ['address', 'name', 'phone'])
  })

  test('K6 and K7: the command bar, which is the only dialog, filters, keeps the focus inside, runs, and gives it back', async (t) => {
    const { page, hands } = await at(t, 'agent', '/cases')
    await hands.press('j', 'j')
    const before = await hands.focused()
    const bar = page.locator('dialog[open]')
    await hands.press('Control+k')
    await bar.getByRole('option').first().waitFor()
    for (let n = 0; n < 8; n += 1) {
      await hands.press('Tab')
      const inside = await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('dialog')))
      assert.ok(inside, 'Tab does not leave the bar for the page behind it')
    }
    await hands.press('Escape')
    await bar.waitFor({ state: 'detached' })
    assert.deepEqual(await hands.focused(), before)
    await hands.press('Control+k')
    await hands.type('sett')
    await bar.getByRole('option', { name: 'My settings', selected: true }).waitFor()
    assert.equal(await bar.getByRole('option', { name: 'Today' }).count(), 0)
    await hands.go('Enter')
    assert.equal(new URL(page.url()).pathname, '/settings')
  })

  /** Ticks five rows of a list, and opens what can be done with them. */
  async function five(page, hands) {
    for (let n = 0; n < 5; n += 1) await hands.press('j', 'x')
    assert.equal(await page.locator('.tickable > input:checked').count(), 5)
    await hands.press('b')
    assert.ok(await page.locator('.together[open]').isVisible())
  }

  test('K8: five cases get another priority at once, and all of it is taken back', async (t) => {
    const { page, hands } = await at(t, 'agent', '/cases')
    await five(page, hands)
    const ids = await page.locator('.tickable > input:checked').evaluateAll((boxes) => boxes.map(({ value }) => value))
    const priorities = () => Promise.all(ids.map(async (id) => (await house.get('agent', `/cases/${id}`)).priority))
    const before = await priorities()
    await hands.tabTo('main select[name=priority]')
    await hands.type('Urg')
    await hands.tabTo('main [name=reason]')
    await hands.type('The van has broken down.')
    await hands.tabTo('main button[value=priority]')
    await hands.go('Enter')
    assert.deepEqual(new Set(await priorities()), new Set(['urgent']), await page.locator('main').innerText())
    await hands.tabTo('main button.main')
    await hands.go('Enter')
    assert.deepEqual(await priorities(), before)
  })

  test('K8: five requests are escalated at once, and each that could not be is named with the reason', async (t) => {
    for (let n = 0; n < 5; n += 1) await scenes.fresh('inProgress')
    const { page, hands } = await at(t, 'colleague', '/to-us')
    await five(page, hands)
    await hands.tabTo('main select[name=level]')
    // What is far beyond its time is not escalated to less without another reason.
    await hands.type('2')
    await hands.tabTo('main [name=reason]')
    await hands.type('They wait at home.')
    await hands.tabTo('main [name=decision_wanted]')
    await hands.type('Send another van.')
    await hands.tabTo('main button[value=escalate]')
    await hands.go('Enter')
    const [done, refused] = [await page.locator('main ul.choose li').count(), await page.locator('main ul.refused li').count()]
    assert.equal(done + refused, 5, await page.locator('main').innerText())
    assert.ok(done > 0, await page.locator('main').innerText())
    assert.equal(await page.getByRole('button', { name: /back/i }).count(), 0, 'what is escalated was told: there is no undo')
  })

  test('K10: the public form with two mistakes on the way to its reference', async (t) => {
    const { page, hands } = await at(t, 'nobody', '/ask')
    const answer = async (name, text) => {
      await hands.tabTo(`[name=${name}]`)
      await hands.type(text)
    }
    const goOn = async () => {
      await hands.tabTo('main button.main')
      await hands.go('Enter')
    }
    await goOn()
    assert.match(await page.title(), /^Error: /)
    assert.match((await hands.focused()).text, /There is a problem/)
    await hands.press('Tab', 'Enter')
    assert.equal((await hands.focused()).name, 'about')
    await hands.type('My parcel of Friday')
    await goOn()
    await answer('happened', 'I stayed at home for two days.')
    await goOn()
    await answer('wanted', 'A day on which it really comes.')
    await goOn()
    await answer('email', 'grace')
    await goOn()
    assert.match((await hands.focused()).text, /There is a problem/)
    await hands.press('Tab', 'Enter')
    await hands.press('End')
    await hands.type('@customer.example')
    await goOn()
    assert.match(await page.locator('main').innerText(), /My parcel of Friday/)
    await goOn()
    assert.match(await page.locator('main').innerText(), /C-\d+/)
  })
  /** What can be pressed on the page and was not come to by Tab. */
  async function missedByTab(page, hands) {
    await page.evaluate(() => (window.visited = new WeakSet()))
    for (let n = 0; n < 400; n += 1) {
      await hands.press('Tab')
      const folded = await page.evaluate(() => {
        const at = document.activeElement
        if (window.visited.has(at)) return 'around'
        window.visited.add(at)
        return at.matches('details:not([open]) > summary') ? 'folded' : ''
      })
      if (folded === 'around') break
      if (folded) await hands.press('Enter')
    }
    return page.evaluate(() => {
      const all = document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')
      const sameGroup = (one) => one.type === 'radio' && [...one.form.elements].some((other) => other.name === one.name && window.visited.has(other))
      const missed = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !window.visited.has(one) && !sameGroup(one))
      return missed.map((one) => one.innerText || one.name)
    })
  }

  for (const [role, what, path] of [
    ['lead', 'a case', async () => `/cases/${(await scenes.busy()).case}`],
    ['lead', 'a request, for its sender', async () => `/requests/${(await scenes.at('readBack')).request}`],
    ['second_colleague', 'a request, for its receiver', async () => (await asked('second_colleague'))],
  ]) {
    test(`K12: with single keys off, every act of ${what} is reached by Tab`, async (t) => {
      const { page, hands } = await at(t, role, '/settings')
      await page.uncheck('main [name=single_keys]')
      await Promise.all([page.waitForEvent('load'), page.press('main [name=single_keys]', 'Enter')])
      await page.goto(await path())
      const { url, asks } = { url: page.url(), asks: [] }
      page.on('request', (request) => request.isNavigationRequest() && asks.push(request.url()))
      for (const key of await page.locator('[data-press]').evaluateAll((all) => all.map(({ dataset }) => dataset.press))) {
        if (!key.includes('+') && key !== 'Escape') await hands.press(...key.split(' '))
      }
      assert.deepEqual([page.url(), asks], [url, []])
      await page.reload()
      assert.deepEqual(await missedByTab(page, hands), [])
    })
  }

  /** The newest request of somebody's department that waits for them. */
  async function asked(role) {
    const { items } = await house.get(role, '/requests?side=to_us&mover=us&state=sent&order=newest&limit=1')
    return `/requests/${items[0].id}`
  }

  test('the sheet of keys names every key that a page has', async (t) => {
    const { page, hands } = await at(t, 'colleague', '/')
    const scene = await scenes.at('inProgress')
    const pages = ['/', '/to-us', '/from-us', `/requests/${scene.request}`, `/requests/${(await scenes.at('sent')).request}`]
    const used = new Set(['j', 'k', 'x', 'Enter', 'Mod+Enter', 'Mod+z'])
    const note = async (page) => (await page.locator('[data-press]').evaluateAll((all) => all.map(({ dataset }) => dataset.press))).forEach((key) => used.add(key))
    for (const path of pages) await page.goto(path).then(() => note(page))
    const agent = await at(t, 'agent', `/cases/${scene.case}`)
    for (const path of [`/cases/${scene.case}`, '/cases', `/requests/${(await scenes.at('readBack')).request}`]) {
      await agent.page.goto(path).then(() => note(agent.page))
    }
    await page.goto('/')
    await hands.go('?')
    assert.equal(new URL(page.url()).pathname, '/keys')
    const named = new Set((await page.locator('main th[scope=row]').allInnerTexts()).map(plain))
    assert.deepEqual([...used].filter((key) => !named.has(plain(key))), [])
  })
})

/** A key as the sheet writes it and as a control carries it, made alike. */
const plain = (key) => key.toLowerCase().replace('mod', 'ctrl').replace(/esc(ape)?/, 'esc').replace(/or ⌘|then|[+\s]/g, '')
