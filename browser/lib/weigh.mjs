// Lighthouse on a page that somebody is signed in to.
//
// Throttling is simulated: the page is loaded as fast as it comes, and the time that it would take on
// a telephone with slow 4G (1.6 Mbit/s, 150 ms) and a processor four times slower is computed from
// what was loaded and in which order. A busy machine disturbs that least; the median of three is taken.

import { createServer } from 'node:net'

import lighthouse from 'lighthouse'

import { launch } from './browser.mjs'

const RUNS = 3
/** The browser did not answer Lighthouse in time, or told it of no start: that says nothing about the page. */
const LOST = ['PROTOCOL_TIMEOUT', 'NO_NAVSTART']
const MOST_LOST = 3

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A browser for Lighthouse; `weigh` gives the medians of three and what would make them better. */
export async function scales(house, context) {
  const port = await freePort()
  const browser = await launch([`remote-debugging-port=${port}`])
  // In the browser itself, not as a header: its service worker asks for pages as well, and is to be let in.
  const line = await browser.newBrowserCDPSession()
  await line.send('Storage.setCookies', { cookies: await context.cookies() })
  const flags = { port, output: 'json', logLevel: 'error', onlyCategories: ['performance', 'accessibility'] }

  async function weigh(path) {
    const runs = []
    for (let lost = 0; runs.length < RUNS; ) {
      const { lhr } = await lighthouse(house.url + path, flags).catch((error) => ({ lhr: { runtimeError: error } }))
      const { runtimeError } = lhr
      if (!runtimeError) runs.push(lhr)
      else if (!LOST.includes(runtimeError.code) || ++lost > MOST_LOST) throw new Error(runtimeError.message)
    }
    const median = (of) => runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)]
    const worse = Object.values(runs[0].audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
    return {
      at: runs[0].finalDisplayedUrl,
      performance: median((run) => run.categories.performance.score),
      accessibility: median((run) => run.categories.accessibility.score),
      shift: median((run) => run.audits['cumulative-layout-shift'].numericValue),
      worse: worse.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`),
    }
  }
  return { weigh, close: () => browser.close() }
}
