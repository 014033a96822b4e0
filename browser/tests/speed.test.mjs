// Pages are quick to come and light to carry, and nothing on them jumps.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { as, launch } from '../lib/browser.mjs'
import { still } from '../lib/checks.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'
import { title, visit } from '../lib/screen.mjs'
import { scales } from '../lib/weigh.mjs'
import { screens } from '../screens/index.mjs'

/** Of Lighthouse, on a slow telephone that is computed: see `lib/weigh.mjs`. */
const LEAST = 0.95
/** Bytes over the wire, compressed as they come, with their headers. */
const FIRST = 60 * 1024
const LATER = 15 * 1024

describe('speed', { concurrency: 1 }, () => {
  let house, browser, scenes, agent
  before(async () => {
    house = await demonstration()
    scenes = new Scenes(house)
    browser = await launch()
    agent = await as(browser, house, 'agent')
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  const case_ = async () => `/cases/${(await scenes.busy()).case}`

  test(`Today and a case have at least ${LEAST} for performance and for accessibility, and nothing on them jumps`, async () => {
    const { weigh, close } = await scales(house, agent)
    try {
      for (const path of ['/', await case_()]) {
        const found = await weigh(path)
        assert.equal(found.at, house.url + path, 'it was let in')
        assert.ok(found.performance >= LEAST && found.accessibility >= LEAST, JSON.stringify(found, null, 2))
        assert.equal(found.shift, 0)
      }
    } finally {
      await close()
    }
  })

  /** What a page brings over the wire, each answer with its bytes. */
  async function carried(page, path) {
    const line = await page.context().newCDPSession(page)
    await line.send('Network.enable')
    const [names, bytes] = [new Map(), []]
    line.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, new URL(request.url).pathname))
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.push([names.get(requestId), encodedDataLength]))
    await page.goto(path)
    await page.waitForFunction(() => document.readyState === 'complete')
    await line.detach()
    return { sum: bytes.reduce((sum, [, size]) => sum + size, 0), bytes }
  }

  test('nothing on a page of the agent moves while it comes', async () => {
    const shown = screens.filter(({ role, act }) => role === 'agent' && !act)
    const page = await agent.newPage()
    const wrong = []
    for (const screen of shown) {
      await visit(page, screen, scenes)
      wrong.push(...(await page.evaluate(still)).map((what) => `${title(screen)}: ${what}`))
    }
    assert.ok(shown.length > 50, `${shown.length} pages`)
    assert.deepEqual(wrong, [])
    await page.close()
  })

  test('the first view of a case is at most 60 KB, and one after it at most 15 KB', async () => {
    // Nothing is in the cache of a browser that was handed the session only.
    const storageState = await agent.storageState()
    const fresh = await browser.newContext({ baseURL: house.url, storageState, serviceWorkers: 'block' })
    const page = await fresh.newPage()
    const first = await carried(page, await case_())
    const paths = new Set(first.bytes.map(([path]) => path))
    assert.ok([...paths].some((path) => /assets\/app-.*\.css$/.test(path)), JSON.stringify(first.bytes))
    assert.ok(first.sum > 5_000 && first.sum <= FIRST, `${first.sum}: ${JSON.stringify(first.bytes)}`)
    const later = await carried(page, `/cases/${(await scenes.at('delivered').then(() => scenes.told())).case}`)
    assert.ok(later.sum > 1_000 && later.sum <= LATER, `${later.sum}: ${JSON.stringify(later.bytes)}`)
    await fresh.close()
  })
})
