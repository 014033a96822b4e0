// Everybody can work here: WCAG 2.2 AA by axe with no rule left out, and checks of our own.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import axe from 'axe-core'

import * as checks from '../lib/checks.mjs'
import { title } from '../lib/screen.mjs'
import { theatre } from '../lib/theatre.mjs'
import { screens } from '../screens/index.mjs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const LOOKS = [
  ['light', { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' }],
]
const WIDTHS = [1280, 320]

const size = (page, width) => page.setViewportSize({ width, height: 720 })
const text = (page, size) => page.evaluate((size) => (document.documentElement.style.fontSize = size), size)

/** What axe finds in the page as it looks now. */
async function found(page) {
  const options = { runOnly: TAGS, resultTypes: ['violations'] }
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options)
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`)
    return `${id} (${help}), ${nodes.length} times: ${where.join('; ')}`
  })
}

/** What is wrong with the screen that the page shows, in every look. */
async function examined(page) {
  const wrong = []
  const note = (where, what) => wrong.push(...what.map((one) => `${where}: ${one}`))
  await page.evaluate(axe.source)
  note('always', await page.evaluate(checks.frame))
  for (const width of WIDTHS) {
    await size(page, width)
    for (const [name, look] of LOOKS) {
      await page.emulateMedia(look)
      note(`${name}, ${width} px`, await found(page))
    }
    await page.emulateMedia(LOOKS[0][1])
    for (const check of [checks.targets, checks.focus, checks.sideways]) {
      note(`${width} px`, await page.evaluate(check))
    }
  }
  await size(page, 1280)
  await text(page, '200%')
  note('text of 200 %', [...(await found(page)), ...(await page.evaluate(checks.sideways))])
  await text(page, '')
  return wrong
}

describe('every screen is for everybody', { concurrency: 2 }, () => {
  let stage
  before(async () => (stage = await theatre()))
  after(() => stage?.close())

  for (const screen of screens) {
    test(title(screen), () =>
      stage.on(screen, async (page, visit) => {
        await size(page, 1280)
        await page.emulateMedia(LOOKS[0][1])
        await visit()
        assert.deepEqual(await examined(page), [])
      }),
    )
  }
})
