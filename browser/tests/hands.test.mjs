// What the hands do in a text: a macro is put in without leaving the page, and colleagues are named
// by the keyboard alone.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { Scenes } from '../lib/scenes.mjs'

describe('hands', () => {
  let house, browser, scenes, page
  before(async () => {
    house = await demonstration()
    browser = await launch()
    scenes = new Scenes(house)
    page = await (await as(browser, house, 'agent')).newPage()
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  const body = () => page.locator('main textarea[name=body]')

  test('a macro is put below what was typed, and what it does besides is listed before it is done', async () => {
    await scenes.macro()
    await page.goto(`/cases/${await scenes.newCase()}/messages/new?kind=reply`)
    await page.evaluate(() => (window.stayed = true))
    await body().fill('Thank you for ringing.')
    await page.selectOption('[name=macro_chosen]', { label: 'Parcel is late' })
    await page.click('[name=insert_macro]')
    await page.locator('#macro-acts li').first().waitFor()
    assert.match(await body().inputValue(), /^Thank you for ringing\.\n\nHello Grace,\n\nC-\d+ is with us/)
    assert.equal(await page.evaluate(() => window.stayed), true)
    assert.match(await page.locator('#macro-acts').innerText(), /The priority becomes high: They have waited twice\./)
    assert.equal(await body().evaluate((field) => field === document.activeElement), true)
  })

  test('the command bar puts a macro in by its name', async () => {
    await page.goto(`/cases/${await scenes.newCase()}/messages/new?kind=reply`)
    await page.keyboard.press('Control+k')
    await page.locator('dialog .input').fill('parcel is late')
    await page.locator('#go-options [role=option]', { hasText: 'Insert the macro' }).click()
    await page.locator('#macro-acts li').first().waitFor()
    assert.match(await body().inputValue(), /Hello Grace/)
  })

  test('a colleague is named by keys, and Esc leaves the text as it was', async () => {
    const { name } = house.people.lead
    const first = name.split(' ')[0]
    await page.goto(`/cases/${await scenes.newCase()}/messages/new?kind=note`)
    await body().focus()
    await page.keyboard.type(`Ask @${first.slice(0, 3)}`)
    const list = page.getByRole('listbox', { name: 'People and departments' })
    await list.waitFor()
    const active = await body().getAttribute('aria-activedescendant')
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    assert.equal(await body().inputValue(), `Ask @${first.slice(0, 3)}`)
    await page.keyboard.type(first.slice(3))
    await list.waitFor()
    while ((await page.locator(`#${await body().getAttribute('aria-activedescendant')}`).getAttribute('data-name')) !== name) {
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'hidden' })
    assert.equal(await body().inputValue(), `Ask @${name} `)
  })
})
