// Every screen opened once, with what came over the wire and what the browser complained of.

import { two } from './theatre.mjs'
import { title } from './screen.mjs'

/** `[{ screen, name, html, headers, complaints }]`; a screen that does not come up is a complaint. */
export function crawl(stage, screens) {
  return two(screens, (screen) =>
    stage.on(screen, async (page, visit) => {
      const complaints = []
      const hear = (message) => complaints.push(...complaint(message))
      const fail = (error) => complaints.push(`uncaught: ${error.message}`)
      page.on('console', hear).on('pageerror', fail)
      const seen = { screen, name: title(screen), complaints, headers: {}, html: '' }
      try {
        const response = await visit()
        Object.assign(seen, { headers: await response.allHeaders(), html: await response.text() })
      } catch (error) {
        complaints.push(error.message)
      }
      page.off('console', hear).off('pageerror', fail)
      return seen
    }),
  )
}

/** The page itself may answer 404 or 422: the browser says so, and it is no complaint. */
function complaint(message) {
  if (!['error', 'warning'].includes(message.type())) return []
  const own = /status of (403|404|409|422)/.test(message.text()) && !message.location().url.includes('/assets/')
  return own ? [] : [`${message.type()}: ${message.text()} (${message.location().url})`]
}
