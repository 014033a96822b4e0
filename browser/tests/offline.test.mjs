// Without a network: what was opened can be read, what is sent waits and is sent once, and whoever
// signs out leaves nothing behind.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { readBack } from '../lib/bodies.mjs'
import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'
import { readsBack } from '../lib/typing.mjs'

const NOW = 'You are offline. This is how it was when you opened it last.'

describe('without a network', { concurrency: 1 }, () => {
  let house, browser, scenes
  before(async () => {
    house = await demonstration()
    scenes = new Scenes(house)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  /** A page of somebody that the worker answers for. */
  async function kept(t, role) {
    const context = await as(browser, house, role)
    t.after(() => context.close())
    const page = await context.newPage()
    await page.goto('/')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    return { context, page }
  }

  /** Opens pages, and waits until the worker has put them by. */
  async function opens(page, paths) {
    for (const path of paths) {
      await page.goto(path)
      await page.waitForFunction(async (path) => Boolean(await caches.match(path)), path)
    }
  }

  test('a case and a request that were opened are read, with what says that they are old', async (t) => {
    const scene = await scenes.busy()
    const paths = [`/cases/${scene.case}`, `/requests/${scene.request}`]
    const { context, page } = await kept(t, 'agent')
    await opens(page, paths)
    await context.setOffline(true)
    for (const path of paths) {
      await page.goto(path)
      assert.match(await page.locator('main').innerText(), /Find the parcel that Ms Okafor/)
      await page.getByText(NOW).waitFor()
    }
    await page.goto(`/cases/${await scenes.newCase()}`)
    assert.equal(await page.locator('h1').innerText(), 'You are offline')
    await page.getByText('You can still read').waitFor()
    assert.equal(await page.locator(`[data-readable] a[href="${paths[0]}"]`).count(), 1)
    await context.setOffline(false)
    await page.goto(paths[0])
    assert.equal(await page.getByText(NOW).isVisible(), false)
  })

  async function until(holds, millis = 30_000) {
    for (const end = Date.now() + millis; !(await holds()); ) {
      if (Date.now() > end) throw new Error(`Not within ${millis} ms: ${holds}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  test('a read-back that is sent waits, and is done once, however many tabs see the network come back', async (t) => {
    const { request } = await scenes.fresh('acknowledged')
    const says = readBack(await house.get('colleague', `/requests/${request}`))
    const { context, page } = await kept(t, 'colleague')
    const form = `/requests/${request}/read-back/new`
    await opens(page, [form])
    const others = [await context.newPage(), await context.newPage()]
    for (const other of others) await other.goto('/')
    await context.setOffline(true)
    await page.goto(form)
    await readsBack(page, says)
    await page.getByRole('button', { name: 'Read it back' }).click()
    await page.getByText('It is sent when there is a network again.').waitFor()
    assert.equal((await house.get('colleague', `/requests/${request}`)).state, 'acknowledged')
    await context.setOffline(false)
    // Each tab hears of the network, and each goes on to another page: all want to send what waits.
    await Promise.all(others.map((other) => other.goto('/to-us')))
    await until(async () => (await house.get('colleague', `/requests/${request}`)).state === 'read_back')
    await until(() => page.evaluate(async () => (await (await caches.open('queue')).keys()).length === 0))
    const { items } = await house.get('agent', `/requests/${request}/timeline`)
    assert.equal(items.filter(({ kind }) => kind === 'request_read_back').length, 1, JSON.stringify(items))
    assert.equal((await house.get('agent', `/requests/${request}`)).read_back.will_do, says.will_do)
  })

  test('a read-back that is sent while the program is down is done once it is back, with nobody at the keys', async (t) => {
    const { request } = await scenes.fresh('acknowledged')
    const says = readBack(await house.get('colleague', `/requests/${request}`))
    const { page } = await kept(t, 'colleague')
    const form = `/requests/${request}/read-back/new`
    await opens(page, [form])
    await page.goto(form)
    await readsBack(page, says)
    await house.dies()
    await page.getByRole('button', { name: 'Read it back' }).click()
    await page.getByText('It is sent when there is a network again.').waitFor()
    await house.again()
    await until(async () => (await house.get('colleague', `/requests/${request}`)).state === 'read_back', 60_000)
  })

  test('what is typed without a network is a draft on the server once there is one', async (t) => {
    const id = await scenes.newCase()
    const { context, page } = await kept(t, 'agent')
    await page.goto(`/cases/${id}/messages/new?kind=note`)
    await context.setOffline(true)
    await page.fill('[name=body]', 'She moves in March.')
    await page.getByText('Not saved on the server').waitFor()
    await context.setOffline(false)
    const drafts = async () => (await house.get('agent', '/drafts')).items.filter(({ place }) => place.startsWith(`case:${id}:`))
    await until(async () => (await drafts()).length > 0)
    const [draft, ...more] = await drafts()
    assert.equal(draft.fields.find(({ name }) => name === 'body').value, 'She moves in March.')
    assert.deepEqual(more, [])
  })

  test('whoever signs out leaves nothing to read, and nothing that waits', async (t) => {
    const scene = await scenes.busy()
    const path = `/cases/${scene.case}`
    const { context, page } = await kept(t, 'agent')
    await opens(page, [path])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/sign-in/)
    const left = () => page.evaluate(async () => (await caches.keys()).filter((name) => !name.startsWith('shell-')))
    await until(async () => (await left()).length === 0)
    await context.setOffline(true)
    // There may be no worker any more to say that there is no network: then the browser says so.
    const said = await page.goto(path).then(() => page.content(), (error) => error.message)
    assert.match(said, /You are offline|ERR_INTERNET_DISCONNECTED/)
    assert.doesNotMatch(said, /Okafor/)
  })
})
