// A screen: a page of the product as one person sees it, in one state.
//
// screen(name, route, roles, ids, more) stands for one screen for each role.
//   route  as the program names it, with its parameters: /requests/{id}/delivery/new
//   ids    finds or makes what the parameters stand for, in their order
//   more   query: what follows the address; status: what it answers, if not 200;
//          act: what is done on the page until the state is there
// The role "first" is the administrator on the first day, "newcomer" whoever sets the program up.

export function screen(name, route, roles, ids = () => [], more = {}) {
  return roles.map((role) => ({ name, route, role, ids, status: 200, ...more }))
}

/** The form as it is found, and as it comes back when nothing was typed. */
export function form(name, route, roles, ids, more = {}) {
  const back = { ...more, status: 422, act: send }
  return [...screen(name, route, roles, ids, more), ...screen(`${name}, sent back`, route, roles.slice(0, 1), ids, back)]
}

/** The form after somebody else was faster: what was typed is kept, and what changed is shown. */
export function stale(name, route, roles, ids, meanwhile, more = {}) {
  const act = async (page, scenes, ids) => {
    await meanwhile(page, scenes, ids)
    return send(page)
  }
  return screen(`${name}, overtaken`, route, roles, ids, { ...more, status: 409, act })
}

export const title = ({ name, role }) => `${name}, as ${role}`

const SENDS = 'main form[method=post]:not(.act) :is(.button.main, .button.grave)'

/** Presses the main button of the page's form; the answer. */
export async function send(page) {
  const sent = (response) => response.request().isNavigationRequest() && response.request().method() === 'POST'
  // The page that is left has been loaded too: only the event belongs to the new one.
  const loaded = page.waitForEvent('load')
  const [response] = await Promise.all([page.waitForResponse(sent), page.locator(SENDS).first().click()])
  await loaded
  return response
}

export async function address(screen, scenes) {
  const ids = [await screen.ids(scenes)].flat()
  const left = [...ids]
  const path = screen.route.replace(/\{[^}]+\}/g, () => left.shift())
  const query = typeof screen.query === 'function' ? await screen.query(scenes) : (screen.query ?? '')
  return { path: path + query, ids }
}

/** Opens the screen in a page of its role; the answer that it was made from. */
export async function visit(page, screen, scenes) {
  const { path, ids } = await address(screen, scenes)
  const response = await page.goto(path)
  await expect(page, screen, response, screen.act ? 200 : screen.status)
  if (!screen.act) return response
  const answer = (await screen.act(page, scenes, ids)) ?? response
  await expect(page, screen, answer, screen.status)
  return answer
}

async function expect(page, screen, response, status) {
  if (response.status() === status) return
  const said = await page.locator('main').innerText()
  throw new Error(`${title(screen)}: ${response.url()} answered ${response.status()}, not ${status}: ${said}`)
}
