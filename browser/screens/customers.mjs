import { form, screen, stale } from '../lib/screen.mjs'

const one = (scenes) => scenes.customer()

export const customers = [
  screen('Customers', '/customers', ['agent']),
  screen('Customers, found', '/customers', ['agent'], undefined, { query: '?q=Okafor' }),
  screen('Customers, nobody found', '/customers', ['agent'], undefined, { query: '?q=zzyzx' }),
  screen('Customers, empty', '/customers', ['first']),
  screen('Customers are not for everybody', '/customers', ['colleague'], undefined, { status: 403 }),
  form('New customer', '/customers/new', ['agent']),
  screen('Customer', '/customers/{id}', ['agent'], one),
  screen('Change a customer', '/customers/{id}/revision/new', ['agent'], one),
  stale('Change a customer', '/customers/{id}/revision/new', ['agent'], (scenes) => scenes.newCustomer(), moved),
  form('Erase a customer', '/customers/{id}/erasure/new', ['compliance'], one),
].flat()

async function moved(page, scenes, [id]) {
  await page.fill('main [name=notes]', 'Prefers to be called.')
  await scenes.house.post('lead', `/customers/${id}/revision`, { set: { address: '9 Mill Lane, Leeds' } })
}
