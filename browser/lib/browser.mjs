// Chromium, and people who are signed in with it.

import { chromium } from 'playwright-core'

const QUIET = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
]

/** People whom nobody knows yet: to the organisation, or because there is none. */
const STRANGERS = ['nobody', 'newcomer']

/** The same order of day and month in Chromium's own fields on every machine. */
const AMERICAN = { LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' }

export function launch(more = []) {
  const executablePath = process.env.BATON_TEST_CHROMIUM ?? '/usr/bin/chromium'
  const args = [...QUIET, ...more].map((name) => `--${name}`)
  return chromium.launch({ executablePath, args, env: { ...process.env, ...AMERICAN } })
}

/** A browser of its own for somebody of the house, signed in; `nobody` is not. */
export async function as(browser, house, role, options = {}) {
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  // Nobody's forms are bound to a cookie, too: pages that open at once must find it there.
  if (STRANGERS.includes(role)) await context.request.get('/sign-in')
  else await signIn(context, house.people[role])
  return context
}

async function signIn(context, person) {
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.fill('[name=email]', person.email)
  await page.fill('[name=password]', person.password)
  await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.press('[name=password]', 'Enter')])
  await page.close()
}
