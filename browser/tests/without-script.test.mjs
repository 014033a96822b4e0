// A request goes round the loop with script switched off, from Today to a closed case.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'

import { inHours } from '../lib/bodies.mjs'
import { as, launch } from '../lib/browser.mjs'
import { demonstration } from '../lib/house.mjs'
import { send } from '../lib/screen.mjs'

const NEED = 'Find the parcel that Ms Whitlock has been waiting for since Friday.'
const DAY = inHours(72).slice(0, 10)

const aText = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** Somebody at their pages, without script. */
async function person(browser, house, role) {
  const context = await as(browser, house, role, { javaScriptEnabled: false })
  const page = await context.newPage()
  const fill = async (fields) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value)
  }
  const follow = (name) => page.getByRole('link', { name }).first().click()
  const press = (name) => page.locator('main').getByRole('button', { name }).first().click()
  const sees = async (text) => {
    const said = await page.locator('main').innerText()
    assert.match(said, text)
    return said
  }
  const choose = (file) => page.setInputFiles('main input[type=file]', file)
  /** What is in a file that a link leads to; the browser is told to keep it and not to show it. */
  const keeps = async (name) => {
    const coming = page.waitForEvent('download')
    await follow(name)
    return readFileSync(await (await coming).path(), 'utf8')
  }
  return { page, fill, follow, press, sees, choose, keeps }
}

describe('with script switched off', () => {
  let house, browser, agent, colleague, request
  before(async () => {
    house = await demonstration()
    browser = await launch()
    agent = await person(browser, house, 'agent')
    colleague = await person(browser, house, 'colleague')
  })
  after(async () => {
    await browser?.close()
    await house?.stop()
  })

  test('the agent opens a case', async () => {
    await agent.page.goto('/')
    await agent.follow(/New case/)
    await agent.fill({
      'new_customer.name': 'Hattie Whitlock',
      'new_customer.phone': '+44 20 7946 0977',
      subject: 'The parcel has not come',
      body: 'I stayed at home for two days.',
    })
    await agent.press('Open the case')
    await agent.sees(/The case is open, and you own it/)
  })

  test('the agent asks logistics, with one field of the customer', async () => {
    await agent.follow(/Ask another department|Ask a department/)
    await agent.follow(house.people.colleague.department)
    await agent.page.check('main [name=mode][value=delegate]')
    await agent.fill({ need: NEED })
    await agent.choose(aText('parcel.txt', 'A small one.'))
    await agent.press(/^(Send|Ask)/)
    await agent.sees(/There is a problem/)
    assert.equal(await agent.page.inputValue('main [name=need]'), NEED, 'what was typed is kept')
    assert.equal(await agent.page.getByLabel('parcel.txt').isChecked(), true, 'what was chosen as well')
    await agent.fill({
      outcome_wanted: 'We know where it is and when it comes.',
      why: 'She has stayed at home for two days.',
      why_department: 'Only Logistics sees the depots.',
      background: 'Order 7731, sent on Thursday.',
      'needed_by.date': DAY,
      'needed_by.time': '10:00',
    })
    await agent.page.check('main [name=share][value=phone]')
    await agent.fill({ 'purpose.phone': 'Arrange the delivery' })
    await agent.press(/^(Send|Ask)/)
    await agent.sees(/was sent to Logistics/)
    request = new URL(agent.page.url()).pathname
  })

  test('the colleague finds it from Today, and reads it back', async () => {
    await colleague.page.goto('/')
    await colleague.page.fill('[name=q]', 'Whitlock')
    await colleague.page.getByRole('button', { name: 'Search' }).click()
    await colleague.follow(/Find the parcel that Ms Whitlock/)
    const said = await colleague.sees(/\+44 20 7946 0977/)
    assert.doesNotMatch(said, /Hattie/, 'the name was not shared')
    assert.equal(await colleague.keeps('parcel.txt'), 'A small one.')
    await colleague.follow('Read it back')
    const reference = (await colleague.page.locator('main').innerText()).match(/C-\d+/)[0]
    await colleague.fill({
      outcome: 'Aisha hears which depot holds it, with a new day.',
      will_do: 'I call the depots today and book a van.',
      by: `${DAY}T10:00`,
      'restated.customer': reference,
      'restated.needed_by': `${DAY}T10:00`,
    })
    await colleague.page.check('main [name=data_sufficient][value=true]')
    await colleague.press('Read it back')
    await colleague.sees(/was asked to confirm/)
  })

  test('the agent confirms, the colleague delivers, the agent verifies', async () => {
    await agent.page.goto(request)
    await agent.press(/Confirm/)
    await agent.sees(/Confirmed/)
    await colleague.page.goto(request)
    await colleague.follow('Deliver the answer')
    await colleague.fill({
      outcome: 'It lies in Leeds and comes on Wednesday.',
      customer_may_be_told: 'Your parcel comes on Wednesday.',
    })
    await colleague.choose(aText('label.txt', 'Leeds, Wednesday.'))
    await send(colleague.page)
    await agent.page.goto(request)
    assert.equal(await agent.keeps('label.txt'), 'Leeds, Wednesday.')
    await agent.press(/Verify/)
    await agent.sees(/tell the customer/i)
  })

  test('the agent tells the customer, and only then the case closes', async () => {
    await agent.follow('Tell the customer')
    await agent.page.check('main [name=kind][value=outcome]')
    await agent.page.check('main [name=channel][value=phone]')
    await agent.fill({ body: 'Your parcel comes on Wednesday.' })
    await agent.page.getByLabel('label.txt').check()
    await send(agent.page)
    await agent.sees(/label\.txt/)
    await agent.follow(/Close/)
    await agent.fill({ outcome: 'The parcel came on Wednesday.' })
    await send(agent.page)
    await agent.sees(/Closed/)
  })
})
