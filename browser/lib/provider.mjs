// A real OpenID provider, which shares no code with ours: who its accounts are is chosen by the test.

import { createServer } from 'node:http'

import Provider from 'oidc-provider'

export const CLIENT = { id: 'baton', secret: 'a secret between the two of them' }

/** Listens before it knows whom it serves: whoever it serves has to know where it is. */
export async function provider() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, resolve))
  const issuer = `http://localhost:${server.address().port}`
  const accounts = {}
  /** Hours by which its clock is behind while it makes a token. */
  const clock = { behind: 0 }

  function serve(back) {
    const told = new Provider(issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [back] }],
      claims: { email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      cookies: { keys: ['of the tests only'] },
      ttl: { IdToken: () => 600 },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    })
    const answer = told.callback()
    server.on('request', (request, response) => {
      if (clock.behind && request.url.startsWith('/token')) {
        const { now } = Date
        Date.now = () => now() - clock.behind * 3_600_000
        response.on('close', () => (Date.now = now))
      }
      answer(request, response)
    })
  }

  const stop = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { issuer, accounts, clock, serve, stop }
}

/** Signs in on its pages, wherever they have come to: who it is, and that we may know. */
export async function signsInThere(page, sub) {
  await page.waitForURL(/\/interaction\//, { waitUntil: 'domcontentloaded' })
  await page.fill('[name=login]', sub)
  await page.fill('[name=password]', 'anything')
  await page.click('[type=submit]')
  await page.waitForSelector('[name=prompt][value=consent]', { state: 'attached' })
  await page.click('[type=submit]')
}
