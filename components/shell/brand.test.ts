import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { adjust, brandStyle, contrast, labelOn } from "./brand"

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`)

describe("a firm's accent", () => {
  it("is kept as it is where it can be read", () => {
    expect(brandStyle({ accent: "#3a53d0" })["--brand-light"]).toBe("#3a53d0")
  })

  it("is never unreadable, whatever the firm chose", () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const style = brandStyle({ accent })
        for (const theme of ["light", "dark"]) {
          const fill = style[`--brand-${theme}`]!
          expect(contrast(fill, style[`--on-brand-${theme}`]!)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(fill, theme === "light" ? "#ffffff" : "#15161a")).toBeGreaterThanOrEqual(3)
        }
        for (const ground of ["#ffffff", "#f6f6f8"])
          expect(contrast(style["--brand-text-light"]!, ground)).toBeGreaterThanOrEqual(4.5)
        for (const ground of ["#15161a", "#0d0e11"])
          expect(contrast(style["--brand-text-dark"]!, ground)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it("moves no further than it has to", () => {
    const yellow = adjust("#ffd400", "#ffffff", 4.5)
    expect(contrast(yellow, "#ffffff")).toBeGreaterThanOrEqual(4.5)
    expect(contrast(yellow, "#ffffff")).toBeLessThan(4.8)
    expect(labelOn("#ffd400")).toBe("#15171e")
  })

  it("is ignored when it is no colour", () => {
    expect(brandStyle({ accent: "red; background: url(x)" })).toEqual({})
    expect(brandStyle({ accent: null })).toEqual({})
  })

  it("measures contrast as WCAG does", () => {
    expect(contrast("#000", "#fff")).toBeCloseTo(21)
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2)
  })
})
