// Runs in the page: nothing from outside of it is there.

/** Sentences about what is not the mirror image of the same page read from left to right, and about numbers and sidebar. */
export function misplaced(): string[] {
  const root = document.documentElement
  const name = (element: Element) => {
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${text}”`
  }
  const problems: string[] = []
  const boxes = [...document.body.querySelectorAll("*")].filter((element) => {
    const { display } = getComputedStyle(element)
    // Words of a line keep their order, and a chart its axis.
    return !display.startsWith("inline") && !/none|contents/.test(display) && !element.closest("svg, [dir]:not(html)")
  })
  const measure = () => boxes.map((element) => element.getBoundingClientRect())
  const rtl = measure()
  root.dir = "ltr"
  const ltr = measure()
  root.dir = "rtl"
  for (const [at, element] of boxes.entries()) {
    const [here, there] = [rtl[at]!, ltr[at]!]
    const parent = boxes.indexOf(element.parentElement ?? element)
    const off = Math.abs(innerWidth - here.right - there.left)
    const same = parent >= 0 && Math.abs(innerWidth - rtl[parent]!.right - ltr[parent]!.left - off) < 2
    // What is inside of something misplaced is so, too: the outermost is said.
    if (off > 2 && here.width > 1 && !(same && parent !== at))
      problems.push(`${name(element)} is ${Math.round(off)} pixels from where its mirror image would be`)
    const { textAlign, unicodeBidi } = getComputedStyle(element)
    if (/^(left|right)$/.test(textAlign) && unicodeBidi !== "plaintext")
      problems.push(`${name(element)} has a fixed side`)
  }
  for (const cell of document.querySelectorAll("td.n, th.n"))
    if (getComputedStyle(cell).textAlign !== "end") problems.push(`${name(cell)} is not at the end of its cell`)
  for (const icon of document.querySelectorAll(`[class*="-left"], [class*="-right"]`))
    if (icon instanceof SVGElement && /-(chevron|arrow)-(left|right)/.test(icon.getAttribute("class")!))
      if (getComputedStyle(icon).scale !== "-1 1") problems.push(`${name(icon)} points the other way`)
  const sidebar = document.querySelector(".sidebar")?.getBoundingClientRect()
  if (sidebar && innerWidth > 1000 && Math.abs(sidebar.right - innerWidth) > 1)
    problems.push("the sidebar is not at the right")
  return problems
}
