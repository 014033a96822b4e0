// Mail that means harm is shown, and nothing of it runs, loads or sends.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { as, launch } from '../lib/browser.mjs'
import { hostileMails } from '../lib/hostile.mjs'
import { firstDay } from '../lib/house.mjs'
import { run } from '../lib/program.mjs'
import { scratch } from '../lib/scratch.mjs'
import { two } from '../lib/theatre.mjs'

/** Mail of other projects, collected beside this one; no part of it. */
const CORPUS = fileURLToPath(new URL('../../../shared/data/mail', import.meta.url))

function letters() {
  const folder = join(scratch(), 'letters')
  mkdirSync(folder)
  const mails = hostileMails()
  mails.forEach(({ name, mail }) => writeFileSync(join(folder, `${name}.eml`), mail))
  return { folder, mails: mails.length }
}

/** Every message of every case that has HTML of its own: the page of the case, and the frame. */
async function frames(house, context) {
  const found = []
  let after = ''
  do {
    const { items, next } = await house.get('first', `/cases?view=all&limit=200${after && `&after=${after}`}`)
    for (const { id } of items) {
      const { subject, messages } = await house.get('first', `/cases/${id}`)
      for (const message of messages) {
        const frame = `/cases/${id}/messages/${message.id}/html`
        if ((await context.request.get(frame)).ok()) found.push({ subject, page: `/cases/${id}`, frame })
      }
    }
    after = next
  } while (after)
  return found
}

describe('hostile mail', () => {
  let house, browser, context, shown, made
  const tried = []

  before(async () => {
    house = await firstDay('--set', 'api_per_minute=1000000')
    made = letters()
    await house.stop()
    await run(['import', 'mail', made.folder, '--data', house.data])
    if (existsSync(CORPUS)) await run(['import', 'mail', CORPUS, '--data', house.data])
    else console.error('NOT RUN: the mail corpus ../shared/data/mail is not here; only mails made for this test were shown.')
    house = await house.again()
    browser = await launch()
    context = await as(browser, house, 'first')
    await context.route(
      (url) => url.origin !== new URL(house.url).origin,
      (route) => (tried.push(`asked ${route.request().url()}`), route.abort()),
    )
    shown = await frames(house, context)
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  test('every one of them is shown', () => {
    const own = shown.filter(({ subject }) => subject.startsWith('hostile-'))
    assert.ok(made.mails >= 223, `${made.mails} mails were made`)
    assert.equal(own.length, made.mails)
  })

  /** Opens all and gives what any of them did that it must not. */
  async function watched(open) {
    tried.length = 0
    const pages = [await context.newPage(), await context.newPage()]
    const did = []
    await two(shown, async (letter) => {
      const page = pages.pop()
      const note = (what) => did.push(`${letter.subject}: ${what}`)
      const say = (message) => note(`said ${message.text()}`)
      const ask = (dialog) => (note(`asked ${dialog.message()}`), dialog.dismiss())
      const request = (request) => new URL(request.url()).origin === new URL(house.url).origin || note(`tried ${request.url()}`)
      page.on('console', say).on('dialog', ask).on('request', request)
      await open(page, letter)
      page.off('console', say).off('dialog', ask).off('request', request)
      pages.push(page)
    })
    await Promise.all(pages.map((page) => page.close()))
    return [...did, ...tried]
  }

  test('nothing of them runs or loads on the page of its case', async () => {
    const did = await watched(async (page, { page: path, frame }) => {
      await page.goto(path)
      const iframe = page.locator(`iframe[src="${frame}"]`)
      await iframe.evaluate(async (element) => {
        const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }))
        element.loading = 'eager'
        element.closest('details').open = true
        element.src = element.getAttribute('src')
        await loaded
      })
      assert.equal(await iframe.getAttribute('sandbox'), 'allow-popups allow-popups-to-escape-sandbox')
      await provoke(await (await iframe.elementHandle()).contentFrame())
    })
    assert.deepEqual(did, [])
  })

  test('nor when somebody opens the frame alone', async () => {
    const did = await watched(async (page, { frame }) => {
      const response = await page.goto(frame)
      assert.match(response.headers()['content-security-policy'], /default-src 'none'.*sandbox/)
      await provoke(page.mainFrame())
      assert.equal(new URL(page.url()).pathname, frame, 'it has not gone elsewhere')
    })
    assert.deepEqual(did, [])
  })
})

/** Presses, touches and focuses everything in the mail. These events are no person's, so no link is followed. */
function provoke(frame) {
  return frame.evaluate(() => {
    const EVENTS = ['mouseover', 'pointerenter', 'focus', 'toggle', 'error', 'load', 'animationstart', 'click']
    for (const element of document.querySelectorAll('*')) {
      EVENTS.forEach((name) => element.dispatchEvent(new Event(name, { cancelable: true })))
    }
  })
}
