// Another language fits: longer words, words from right to left, and no sentence outside the catalogue.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import axe from 'axe-core'

import { sideways } from '../lib/checks.mjs'
import { title } from '../lib/screen.mjs'
import { theatre, two } from '../lib/theatre.mjs'
import { unframed } from '../lib/words.mjs'
import { screens } from '../screens/index.mjs'

const WIDTHS = [1280, 320]
const size = (page, width) => page.setViewportSize({ width, height: 720 })

/** What does not fit into the window, at each width. */
async function tooWide(page) {
  const wrong = []
  for (const width of WIDTHS) {
    await size(page, width)
    wrong.push(...(await page.evaluate(sideways)))
  }
  await size(page, 1280)
  return wrong
}

describe('in words that are longer by two fifths', () => {
  let stage
  let seen
  before(async () => {
    stage = await theatre({}, 'en-XA')
    // The gallery shows made-up data, and is for whoever builds pages.
    const shown = screens.filter(({ route }) => !route.startsWith('/gallery'))
    seen = await two(shown, (screen) =>
      stage.on(screen, async (page, visit) => {
        await size(page, 1280)
        await visit()
        const lang = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
        return { name: title(screen), lang, texts: await page.evaluate(unframed), wide: await tooWide(page) }
      }),
    )
  })
  after(() => stage?.close())

  test('every page says which language it is in', () => {
    assert.deepEqual(seen.filter(({ lang }) => lang.join() !== 'en-XA,ltr').map(({ name }) => name), [])
  })

  test('nothing is wider than the window, at 1280 and at 320 px', () => {
    assert.deepEqual(seen.filter(({ wide }) => wide.length > 0).map(({ name, wide }) => [name, wide]), [])
  })

  test('what a page says of itself is the catalogue’s', () => {
    const names = Object.values(stage.demo.people).map(({ name }) => name)
    const foreign = new Map(seen.flatMap(({ name, texts }) => texts.filter((text) => !names.includes(text)).map((text) => [text, name])))
    assert.deepEqual([...foreign], [], 'say these by key')
  })
})

describe('from right to left', () => {
  const ROUTES = ['/', '/to-us', '/cases', '/cases/{id}', '/requests/{id}', '/directory', '/search', '/settings', '/ask', '/admin']
  const chosen = ROUTES.map((route) => screens.find((screen) => screen.route === route && screen.status === 200))
  let stage
  before(async () => (stage = await theatre({}, 'ar-XB')))
  after(() => stage?.close())

  for (const screen of chosen) {
    test(`${title(screen)}, fits, and axe finds nothing`, () =>
      stage.on(screen, async (page, visit) => {
        await size(page, 1280)
        await visit()
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl')
        assert.deepEqual(await tooWide(page), [])
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [])
      }),
    )
  }
})
