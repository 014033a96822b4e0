// One browser, the organisations and their people, for all screens of a run.

import { as, launch } from './browser.mjs'
import { demonstration, emptyHouse, firstDay } from './house.mjs'
import { Scenes } from './scenes.mjs'
import { visit } from './screen.mjs'

/** `language`: what the organisations speak, where it is not British English. */
export async function theatre(options = {}, language = 'en-GB') {
  const speaking = ['--set', `language=${language}`]
  const [demo, first, empty] = await Promise.all([
    demonstration('--language', language),
    firstDay(...speaking),
    emptyHouse(...speaking),
  ])
  const houses = { first, newcomer: empty }
  const browser = await launch()
  const scenes = new Scenes(demo)
  const ofFirst = new Scenes(first)
  const contexts = new Map()
  const idle = new Map()

  function context(role) {
    if (!contexts.has(role)) contexts.set(role, as(browser, houses[role] ?? demo, role, options))
    return contexts.get(role)
  }

  /** Shows a screen and works on it; pages are used again by the next one of the same role. */
  async function on(screen, work) {
    const free = idle.get(screen.role) ?? idle.set(screen.role, []).get(screen.role)
    const page = free.pop() ?? (await (await context(screen.role)).newPage())
    const result = await work(page, () => visit(page, screen, screen.role === 'first' ? ofFirst : scenes))
    free.push(page)
    return result
  }

  async function close() {
    await browser.close()
    await Promise.all([demo.stop(), first.stop(), empty.stop()])
  }

  return { browser, demo, first, empty, scenes, on, close }
}

/** Works on all items, two at a time. */
export async function two(items, work) {
  const left = [...items.entries()]
  const results = []
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all([worker(), worker()])
  return results
}
