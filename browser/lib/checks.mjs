// Checks of our own, stricter than the rules that axe has. Each gives what is wrong, in words.
//
// They run inside the page, so they know nothing but their arguments.

/** Exactly one h1, a title that begins with it or with "Error: ", one main, a language. */
export function frame() {
  const wrong = []
  const heads = [...document.querySelectorAll('h1')]
  if (heads.length !== 1) wrong.push(`${heads.length} headings of the first level`)
  const title = document.title.replace(/^Error: /, '')
  const head = heads[0]?.innerText.replace(/\s+/g, ' ').trim() ?? ''
  if (!head || !title.startsWith(head)) wrong.push(`the title "${title}" does not begin with "${head}"`)
  if (document.querySelectorAll('main').length !== 1) wrong.push('not one main')
  if (!document.documentElement.lang) wrong.push('no language')
  return wrong
}

/** Nothing that stands on the page has moved since it began to show. */
export async function still() {
  const shifts = await new Promise((resolve) => {
    const seen = []
    new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true })
    // What was seen before is told after the next frame.
    setTimeout(() => resolve(seen), 100)
  })
  const moved = shifts.filter(({ hadRecentInput }) => !hadRecentInput).flatMap(({ sources }) => sources)
  return moved.map(({ node }) => `${node?.nodeName.toLowerCase()}.${node?.className ?? ''} moved while the page came`)
}

/** Nothing to be pressed is smaller than 24 px; a link inside a sentence is as high as its line. */
export function targets() {
  const LEAST = 24
  const ALL = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], [role=button]'
  const inSentence = (element) => {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false
    const block = element.closest('p, li, dd, dt, td, th, figcaption, label, h1, h2, h3, legend, div')
    const own = block?.textContent.replace(element.textContent, '').replace(/[\s·,.]+/g, '') ?? ''
    return own.length > 0
  }
  const wrong = []
  for (const element of document.querySelectorAll(ALL)) {
    if (element.closest('.unseen, .skip, [aria-hidden=true]') || !element.checkVisibility({ visibilityProperty: true })) continue
    const { width, height } = element.getBoundingClientRect()
    if (width === 0 || inSentence(element)) continue
    if (width < LEAST - 0.01 || height < LEAST - 0.01) {
      const name = (element.innerText || element.name || element.className).trim().slice(0, 40)
      wrong.push(`${element.tagName.toLowerCase()} "${name}" is ${width.toFixed(1)} × ${height.toFixed(1)} px`)
    }
  }
  return wrong
}

/** Each thing that takes the focus shows it, and nothing lies over it. */
export function focus() {
  const ALL = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]'
  const wrong = []
  const shows = (style) =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
  for (const element of document.querySelectorAll(ALL)) {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue
    element.focus({ focusVisible: true })
    if (document.activeElement !== element) continue
    const name = `${element.tagName.toLowerCase()} "${(element.innerText || element.name || '').trim().slice(0, 40)}"`
    if (!shows(getComputedStyle(element))) wrong.push(`${name} does not show the focus`)
    const box = element.getClientRects()[0]
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)]
    const seen = document.elementFromPoint(x, y)
    const own = seen && (element.contains(seen) || seen.contains(element) || seen.closest('label')?.control === element)
    if (!own) {
      const over = seen ? `under ${seen.tagName.toLowerCase()}.${seen.className}` : 'outside of the window'
      wrong.push(`${name} has the focus ${over}`)
    }
  }
  document.activeElement?.blur()
  window.scrollTo(0, 0)
  return wrong
}

/** Nothing is wider than the window. */
export function sideways() {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.right > width + 0.5 && !element.closest('.unseen')
  })
  const names = wide.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  return [`${document.documentElement.scrollWidth} px in a window of ${width}: ${names.join(', ')}`]
}
