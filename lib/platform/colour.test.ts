import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accentOr, contrast, inkOn, readableOnWhite } from "./colour"

const colour = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}`)

describe("colour", () => {
  it("contrasts as WCAG computes", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21)
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2)
  })

  it("is written on legibly, whatever it is", () => {
    fc.assert(
      fc.property(colour, (any) => {
        expect(contrast(any, inkOn(any))).toBeGreaterThan(4)
      }),
    )
  })

  it("is darkened for text, and left alone when dark enough", () => {
    fc.assert(
      fc.property(colour, (any) => {
        expect(contrast(readableOnWhite(any), "#ffffff")).toBeGreaterThanOrEqual(4.5)
      }),
    )
    expect(readableOnWhite("#0F766E")).toBe("#0f766e")
  })

  it("is replaced when it is none", () => {
    expect(accentOr("red;background:url(x)")).toBe("#334155")
  })
})
