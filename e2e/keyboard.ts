import { expect, type Page } from "@playwright/test"

type AriaRole = Parameters<Page["getByRole"]>[0]
type Name = string | RegExp
type Reach = { within?: number; back?: boolean }

/** More stops than this on the way to something are too many. */
const patience = 25

/** A person who has a keyboard and nothing else: no method of this class may point, fill or focus. */
export class Keyboard {
  constructor(readonly page: Page) {}

  async press(...keys: string[]) {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Tabs until what has the focus has this role and name; every stop on the way has to show that it has the focus. */
  async tabTo(role: AriaRole, name: Name, { within = patience, back = false }: Reach = {}) {
    const passed: string[] = []
    for (let stops = 0; stops <= within; stops++) {
      if (stops > 0) await this.press(back ? "Shift+Tab" : "Tab")
      const stop = await this.focused()
      passed.push(stop)
      if (stops > 0 && stop !== nothing)
        expect(await this.page.evaluate(focusProblem), `the focus, after ${passed.join(" → ")}`).toBe("")
      if (await this.has(role, name)) return
    }
    throw new Error(`${role} “${name}” is not within ${within} tabs: ${passed.join(" → ")}`)
  }

  async type(label: Name, text: string, reach?: Reach & { role?: AriaRole }) {
    await this.tabTo(reach?.role ?? "textbox", label, reach)
    await this.page.keyboard.type(text)
  }

  async activate(role: "button" | "link", name: Name, reach?: Reach) {
    await this.tabTo(role, name, reach)
    await this.press("Enter")
  }

  /** Ticks the box with the space bar, as one does. */
  async tick(name: Name, reach?: Reach) {
    await this.tabTo("checkbox", name, reach)
    await this.press("Space")
    await expect(this.page.getByRole("checkbox", { name })).toBeChecked()
  }

  /** Goes to a page, or begins something, by the palette. */
  async go(words: string, heading: Name) {
    const palette = this.page.getByRole("dialog").getByRole("combobox")
    // The page listens once its script has arrived: until then a key does nothing, as for a person.
    await expect(async () => {
      if (!(await palette.isVisible())) await this.press("Control+k")
      await expect(palette).toBeFocused({ timeout: 2_000 })
    }).toPass({ timeout: 20_000 })
    await this.page.keyboard.type(words)
    await expect(this.page.getByRole("option", { name: words, exact: true })).toHaveAttribute("data-highlighted")
    await this.press("Enter")
    await expect(this.page.getByRole("heading", { name: heading, level: 1 })).toBeVisible()
  }

  /** Presses a button that asks first, and confirms in the dialog, which has to give the focus back to something. */
  async confirm(name: string) {
    await this.activate("button", name)
    const dialog = this.page.getByRole("dialog")
    await expect(dialog).toBeVisible()
    await this.tabTo("button", name)
    expect(await dialog.locator(":focus").count(), "the focus is in the dialog").toBe(1)
    await this.press("Enter")
    await expect(dialog).toBeHidden()
  }

  /** What has just happened must not have left the focus on nothing. */
  async expectFocusKept() {
    await expect.poll(() => this.focused(), "something has the focus").not.toBe(nothing)
  }

  private async has(role: AriaRole, name: Name) {
    const named = this.page.getByRole(role, { name, exact: true })
    return (await named.and(this.page.locator(":focus")).count()) > 0
  }

  private async focused(): Promise<string> {
    const held = this.page.locator(":focus")
    if ((await held.count()) === 0) return nothing
    const lines = await held.first().ariaSnapshot()
    return lines.split("\n")[0]!.replace(/^- /, "")
  }
}

const nothing = "nothing"

/** Runs in the page: what is wrong with how the focused element shows that it is. */
function focusProblem(): string {
  const element = document.activeElement
  if (!element) return ""
  const { left, right, top, bottom } = element.getBoundingClientRect()
  if (right - left < 1 || bottom - top < 1) return "is on something without a size"
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return "is outside of what one sees"
  const around = [element, element.parentElement, element.closest(".input")]
  const ringed = (one: Element, part?: string) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one, part)
    const wide = outlineStyle === "auto" || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2)
    return wide && !/(, |\/ )0\)$/.test(outlineColor)
  }
  const shown = around.some((one) => one && [undefined, "::before", "::after"].some((part) => ringed(one, part)))
  return shown ? "" : "has no ring"
}
