// Two leads agree in their browsers: most boxes stay empty, and only two signatures bind.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { inHours } from '../lib/bodies.mjs'
import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'
import { send } from '../lib/screen.mjs'

describe('two departments agree', () => {
  let house, browser, lead, colleague, service
  before(async () => {
    house = await demonstration()
    const { items } = await house.get('administrator', '/departments')
    const asked = items.find(({ name }) => name === house.people.colleague.department)
    service = asked.services[0].id
    await new Scenes(house).deputise(asked)
    browser = await launch()
    lead = await (await as(browser, house, 'lead')).newPage()
    colleague = await (await as(browser, house, 'colleague')).newPage()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  test('terms are proposed with nothing but what is needed, and bind once both have signed', async () => {
    await lead.goto('/agreements/new')
    await lead.selectOption('main [name=from]', { label: 'Customer service' })
    await lead.selectOption('main [name=to]', { label: house.people.colleague.department })
    // There is one about everything else between them.
    await lead.selectOption('main [name=service]', service)
    await lead.fill('main [name=in_scope]', 'Tracing a parcel')
    await lead.fill('main [name=from_duties]', 'Names the parcel')
    await lead.fill('main [name=to_duties]', 'Answers by noon')
    await lead.fill('main [name="minutes.acknowledge-standard"]', '1 h 30 min')
    await lead.fill('main [name=review_on]', inHours(24 * 100).slice(0, 10))
    assert.equal((await send(lead)).status(), 303)
    const place = new URL(lead.url()).pathname
    assert.match(await lead.locator('main').innerText(), /Nothing binds yet/)
    await send(lead)
    assert.match(await lead.locator('main').innerText(), /Nothing binds yet/)
    await colleague.goto(place)
    await send(colleague)
    const said = await colleague.locator('main').innerText()
    assert.match(said, /What binds now: version 1/)
    assert.match(said, /1 h 30 min/)
  })
})
