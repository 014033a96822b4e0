import { form, screen, stale } from '../lib/screen.mjs'

const one = (scenes) => scenes.customer()
const other = async (scenes) => `?survivor=${(await scenes.records()).survivor}`
const record = async (scenes) => (await scenes.records()).merged
const merged = async (scenes) => (await scenes.mergedRecords()).merged
const both = async (scenes) => (await scenes.mergedRecords()).survivor

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
  screen('Customer, perhaps with another record', '/customers/{id}', ['agent'], record),
  screen('Customer, merged', '/customers/{id}', ['agent'], merged),
  screen('Customer for whom one record stands', '/customers/{id}', ['agent'], both),
  screen('Find the other record', '/customers/{id}/merger/new', ['agent'], record),
  screen('Two records side by side', '/customers/{id}/merger/new', ['agent'], record, { query: other }),
  screen('Two records that cannot be merged', '/customers/{id}/merger/new', ['agent'], merged),
  screen('Take a merger of customers back', '/customers/{id}/separation/new', ['agent'], merged),
  form('Erase a customer', '/customers/{id}/erasure/new', ['compliance'], one),
].flat()

async function moved(page, scenes, [id]) {
  await page.fill('main [name=notes]', 'Prefers to be called.')
  await scenes.house.post('lead', `/customers/${id}/revision`, { set: { address: '9 Mill Lane, Leeds' } })
}
