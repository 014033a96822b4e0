// Photographs every screen, light and dark, wide and narrow: `npm run pictures -- FOLDER [WORD …]`.
// Words choose screens by their names. The word "relay" alone is the picture of the README:
// `npm --prefix browser run pictures -- docs/pictures relay`.

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { title } from './lib/screen.mjs'
import { theatre, two } from './lib/theatre.mjs'
import { screens } from './screens/index.mjs'

const [folder, ...words] = process.argv.slice(2)
if (!folder) throw new Error('Say where the pictures go: npm run pictures -- FOLDER')
const target = resolve(process.env.INIT_CWD ?? '.', folder)
mkdirSync(target, { recursive: true })

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const chosen = (screen) => words.length === 0 || words.some((word) => title(screen).toLowerCase().includes(word.toLowerCase()))
const stage = await theatre()

/** One request on its way round, as large as it is on a page of a README. */
async function relay() {
  const sample = { route: '/gallery/one-request-going-round', role: 'administrator', ids: () => [], status: 200 }
  await stage.on(sample, async (page, visit) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 800 })
    await visit()
    await page.locator('main .lanes').screenshot({ path: join(target, 'relay.png') })
  })
}

if (words.length === 0 || words.includes('relay')) await relay()
await two(screens.filter(chosen), (screen) =>
  stage.on(screen, async (page, visit) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await visit()
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: width === 320 ? 640 : 800 })
      for (const colorScheme of ['light', 'dark']) {
        // With motion, what was light a moment ago would still be on its way to dark.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const path = join(target, `${slug(title(screen))}-${width}-${colorScheme}.png`)
        await page.screenshot({ path, fullPage: true })
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }),
)
await stage.close()
console.log(`The pictures are in ${target}.`)
