// What somebody types into a form, field by field.

/** A read-back that says what is asked back, into the form as it stands on the page. */
export async function readsBack(page, says) {
  const local = (iso) => new Date(iso).toLocaleString('sv-SE', { timeZone: 'Europe/London' }).replace(' ', 'T').slice(0, 16)
  await page.fill('main [name=outcome]', says.outcome)
  await page.fill('main [name=will_do]', says.will_do)
  await page.fill('main [name=by]', local(says.by))
  await page.fill('main [name="restated.customer"]', says.restated.customer)
  await page.fill('main [name="restated.needed_by"]', local(says.restated.needed_by))
  await page.fill('main [name="restated.contingency"]', says.restated.contingency)
  await page.check('main [name=data_sufficient][value=true]')
}
