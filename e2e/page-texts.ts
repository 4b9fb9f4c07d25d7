// Functions that run in the page: nothing from outside of them is there.

export type Shown = { text: string; where: string }

/** Every text of the page, closed dialogs included, and every attribute that is shown or read aloud. */
export function textsOfPage(): Shown[] {
  const apart = "script, style, noscript, template, [aria-hidden=true], kbd, code, pre, [translate=no], datalist"
  const place = (element: Element) => `${element.tagName.toLowerCase()}.${element.classList[0] ?? ""}`
  const texts: Shown[] = [{ text: document.title, where: "title" }]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const text = walker.currentNode.nodeValue ?? ""
    if (parent && !parent.closest(apart)) texts.push({ text, where: place(parent) })
  }
  for (const name of ["aria-label", "title", "placeholder", "alt", "aria-roledescription"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (!element.closest(apart)) texts.push({ text: element.getAttribute(name)!, where: `${place(element)}@${name}` })
  return texts
}

/** Sentences about what is wider than the page, sticks out of it, or is cut off although it is a translated text. */
export function cutOff(): string[] {
  const problems: string[] = []
  const wide = document.documentElement.scrollWidth
  if (wide > innerWidth) problems.push(`the page is ${wide} pixels wide in a window of ${innerWidth}`)
  const say = (element: Element, what: string) => {
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 60)
    problems.push(`${element.tagName.toLowerCase()}.${element.className} “${text}” ${what}`)
  }
  const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX)
  const scrolls = (element: Element | null): boolean =>
    element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.nodeValue?.trim())
    if (own.length === 0 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const { width, height } = element.getBoundingClientRect()
    if (width <= 1 || height <= 1 || element.closest("svg, select, script, style, noscript")) continue
    const translated = own.some((node) => /[⟦⟧]/.test(node.nodeValue ?? ""))
    if (clips(element) && element.scrollWidth > element.clientWidth + 1 && translated && !element.title)
      say(element, "is cut off")
    const ranges = own.map((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return range.getBoundingClientRect()
    })
    const left = Math.min(...ranges.map((range) => range.left))
    const right = Math.max(...ranges.map((range) => range.right))
    if ((right > innerWidth + 1 || left < -1) && !scrolls(element) && !clips(element)) say(element, "sticks out")
    // A number that sits on its icon's corner is meant to.
    const box = element.closest("[aria-hidden=true]") ? null : element.closest("button, .btn, .badge, .nav-item")
    const frame = box?.getBoundingClientRect()
    if (frame && !clips(element) && (right > frame.right + 1 || left < frame.left - 1))
      say(element, "leaves its button")
  }
  return problems
}
