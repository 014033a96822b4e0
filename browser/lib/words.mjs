// Whether what a page says of itself comes from the catalogue.

/**
 * Texts of buttons, legends, column heads, hints, the rail and what a page is for, that stand without
 * the frame that a made-up language puts around each message. Runs inside the page.
 */
export function unframed() {
  const OURS = 'button, legend, th[scope=col], .hint, .rail-places .rail-link, .lead, .empty h2, .field-error'
  const said = [...document.querySelectorAll(OURS)].filter((element) => !element.closest('[translate=no]'))
  const texts = said.map((element) => element.textContent.replace(/\s+/g, ' ').trim())
  return texts.filter((text) => /\p{L}{2,}/u.test(text) && !/[⟦⟧]/.test(text))
}
