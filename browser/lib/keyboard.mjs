// Somebody who works by keyboard alone. Keys are counted; what is typed into a field is not.

/** What has the focus, as a test asks for it. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement
    const text = (at.innerText || at.value || '').replace(/\s+/g, ' ').trim()
    return { tag: at.tagName.toLowerCase(), id: at.id, name: at.name ?? '', text, href: at.getAttribute('href') ?? '' }
  })

export function keyboard(page) {
  const hands = { keys: 0 }

  hands.focused = () => focused(page)

  hands.press = async (...keys) => {
    for (const key of keys) {
      hands.keys += 1
      await page.keyboard.press(key)
    }
  }

  /** A key that leads to another page; back when that has come, with its scripts. */
  hands.go = async (key) => {
    await Promise.all([page.waitForEvent('load'), hands.press(key)])
  }

  hands.type = (text) => page.keyboard.type(text)

  /** A moment into the field of Chromium, in the order in which it takes the parts. */
  hands.moment = async (iso) => {
    const field = await page.evaluate(() => document.activeElement.name)
    const local = new Date(iso).toLocaleString('sv-SE', { timeZone: 'Europe/London' })
    const [year, month, day, hour, minute] = local.split(/\D/)
    const twelve = String(Number(hour) % 12 || 12).padStart(2, '0')
    await hands.type(`${month}${day}${year}${twelve}${minute}${Number(hour) < 12 ? 'A' : 'P'}`)
    const typed = await page.inputValue(`[name="${field}"]`)
    if (typed !== `${year}-${month}-${day}T${hour}:${minute}`) throw new Error(`${field} holds ${typed}`)
  }

  /** Presses Tab until something that fits has the focus. */
  hands.tabTo = async (selector, most = 200) => {
    for (let n = 0; n < most; n += 1) {
      await hands.press('Tab')
      if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return
    }
    throw new Error(`Tab does not come to ${selector}; it stands on ${JSON.stringify(await focused(page))}`)
  }

  return hands
}
