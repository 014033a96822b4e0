// Somebody who hears the page: a virtual screen reader that runs inside it.
//
// The page's own policy forbids scripts of others, so a context for it is made with `bypassCSP`, and
// its bundle is answered from here. That the policy holds is proved elsewhere, without it.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const BUNDLE = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js'))
const ADDRESS = '/virtual-screen-reader.js'

/** What a context needs so that its pages can be heard. */
export const HEARD = { bypassCSP: true, serviceWorkers: 'block' }

/** Begins to listen at the part of the page that `selector` names; the page must be there. */
export async function ear(page, selector = 'body') {
  const body = await readFile(BUNDLE, 'utf8')
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ body, contentType: 'text/javascript' }))
  await page.evaluate(
    async ([address, selector]) => {
      const { virtual } = await import(address)
      window.ear = virtual
      await virtual.start({ container: document.querySelector(selector) })
    },
    [ADDRESS, selector],
  )
  const log = () => page.evaluate(() => window.ear.spokenPhraseLog())
  /** Everything from here to the end, one phrase after the other. */
  const read = () =>
    page.evaluate(async () => {
      const first = await window.ear.lastSpokenPhrase()
      const heard = [first]
      for (let n = 0; n < 2000; n += 1) {
        await window.ear.next()
        const phrase = await window.ear.lastSpokenPhrase()
        heard.push(phrase)
        if (phrase === `end of ${first}` || phrase === first) break
      }
      return heard
    })
  /** Only what was announced by itself. */
  const announced = async () => (await log()).filter((phrase) => /^(polite|assertive): /.test(phrase))
  return { log, read, announced }
}
