// Every page of the product is a screen of the list; each is valid, and holds nothing inline.

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

import { crawl } from '../lib/pages.mjs'
import { scratch } from '../lib/scratch.mjs'
import { theatre } from '../lib/theatre.mjs'
import { findings } from '../lib/vnu.mjs'
import { elsewhere, screens } from '../screens/index.mjs'

describe('the pages', () => {
  let stage
  let seen
  before(async () => {
    stage = await theatre()
    seen = await crawl(stage, screens)
  })
  after(() => stage?.close())

  /** Each screen with what is wrong with it, where something is. */
  const wrong = (look) => seen.map((page) => [page.name, look(page)]).filter(([, found]) => found.length > 0)

  test('every page of the program is a screen of the list, and no other is', async () => {
    const description = await stage.demo.get('agent', '/openapi.json')
    const pages = description['x-pages'].filter(({ method }) => method === 'GET').map(({ path }) => path)
    const known = new Set([...screens.map(({ route }) => route), ...Object.keys(elsewhere)])
    const missing = pages.filter((path) => !known.has(path))
    assert.deepEqual(missing, [], 'add these to browser/screens')
    const gone = [...known].filter((path) => !pages.includes(path) && path !== '/no-such-page')
    assert.deepEqual(gone, [], 'these are no pages any more')
  })

  test('every page is valid HTML', async () => {
    const folder = join(scratch(), 'pages')
    mkdirSync(folder)
    seen.forEach(({ html }, n) => writeFileSync(join(folder, `${n}.html`), html))
    const found = await findings(folder)
    assert.deepEqual(found.map(({ file, message, extract }) => `${seen[parseInt(file)]?.name}: ${message} ${extract}`), [])
  })

  test('no page has a script, a style or a handler inside of it', () => {
    const INLINE = [/<script(?![^>]*\ssrc=)[^>]*>/i, /<style[\s>]/i, /<[a-z][^>]*\sstyle=/i, /<[a-z][^>]*\son[a-z]+=/i, /javascript:/i]
    assert.deepEqual(wrong(({ html }) => INLINE.flatMap((one) => html.match(one)?.[0] ?? [])), [])
  })

  test('every page says what it may load, and is kept by nobody', () => {
    const rules = ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]
    const missing = ({ headers }) => {
      const policy = headers['content-security-policy'] ?? ''
      const lacks = rules.filter((rule) => !policy.includes(rule))
      if (!/script-src 'self' 'nonce-[0-9a-f]{32}'/.test(policy)) lacks.push('script-src with a nonce')
      if (policy.includes('unsafe')) lacks.push(policy)
      if (headers['x-content-type-options'] !== 'nosniff') lacks.push('nosniff')
      if (headers['cache-control'] !== 'no-store') lacks.push('no-store')
      return lacks
    }
    assert.deepEqual(wrong(missing), [])
    const nonces = seen.map(({ headers }) => headers['content-security-policy'].match(/nonce-(\w+)/)[1])
    assert.equal(new Set(nonces).size, seen.length, 'a nonce is used once')
  })

  test('the browser complains of no page', () => {
    assert.deepEqual(wrong(({ complaints }) => complaints), [])
  })

  test('every page has a title and a heading of its own', () => {
    const untitled = ({ html }) => (/<title>(Error: )?\S[^<]+<\/title>/.test(html) && html.match(/<h1/g)?.length === 1 ? [] : ['no'])
    assert.deepEqual(wrong(untitled), [])
  })
})
