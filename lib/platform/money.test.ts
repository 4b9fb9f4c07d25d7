import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Decimal,
  formatDecimal,
  formatMoney,
  fromMinorUnits,
  isCurrency,
  minorUnits,
  moneyString,
  roundMoney,
  sumMoney,
  toMinorUnits,
} from "./money"

const currency = fc.constantFrom("EUR", "USD", "JPY", "KWD")
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => new Decimal(digits.toString()).dividedBy(new Decimal(10).pow(scale)).toFixed())

describe("money", () => {
  it("knows each currency's decimals, and refuses what is no currency", () => {
    expect(["EUR", "JPY", "KWD"].map(minorUnits)).toEqual([2, 0, 3])
    expect(() => minorUnits("XYZW")).toThrow("not an ISO 4217 currency")
    expect(isCurrency("eur")).toBe(false)
  })

  it.each([
    ["2.675", "2.68"],
    ["2.665", "2.67"],
    ["-2.675", "-2.68"],
    ["1.005", "1.01"],
    ["0.0049999", "0.00"],
    ["-0.001", "0.00"],
  ])("rounds %s EUR to %s, halves away from zero", (given, expected) => {
    expect(moneyString(given, "EUR")).toBe(expected)
  })

  it("is never further from the exact amount than half a minor unit", () => {
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const half = new Decimal(10).pow(-minorUnits(code)).dividedBy(2)
        expect(roundMoney(value, code).minus(value).abs().lessThanOrEqualTo(half)).toBe(true)
      }),
    )
  })

  it("rounds once and for all, and alike on both sides of zero", () => {
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const once = moneyString(value, code)
        expect(moneyString(once, code)).toBe(once)
        expect(roundMoney(new Decimal(value).negated(), code).negated().equals(once)).toBe(true)
      }),
    )
  })

  it("adds in any order to the same sum", () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), (values) => {
        expect(sumMoney(values).equals(sumMoney([...values].reverse()))).toBe(true)
      }),
    )
    expect(sumMoney(Array(10).fill("0.1")).toString()).toBe("1")
  })

  it("goes to minor units and back without loss", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (units, code) => {
        expect(toMinorUnits(fromMinorUnits(units, code), code)).toBe(units === 0 ? 0 : units)
      }),
    )
    expect(() => toMinorUnits("99999999999999999", "EUR")).toThrow(RangeError)
  })

  it("formats for a reader, exact beyond what a float can hold", () => {
    expect(formatMoney("90071992547409931.07", "EUR", "en")).toBe("€90,071,992,547,409,931.07")
    expect(formatMoney("1200", "EUR", "de")).toBe("1.200,00\u00a0€")
    expect(formatMoney("-1200.5", "USD", "en")).toBe("-$1,200.50")
    expect(formatMoney("-0.001", "USD", "en")).toBe("$0.00")
    expect(formatMoney("1234.5", "JPY", "en")).toBe("¥1,235")
  })

  it("formats the same digits as the wire for every amount", () => {
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const shown = formatMoney(value, code, "en").replace(/[^\d.-]/g, "")
        expect(shown).toBe(moneyString(value, code))
      }),
    )
  })

  it("formats hours and quantities without needless zeros", () => {
    expect(formatDecimal("12.50", "en")).toBe("12.5")
    expect(formatDecimal("12.5", "de", { minimum: 2, maximum: 2 })).toBe("12,50")
  })

  it("never writes an exponent", () => {
    expect(new Decimal("0.00000001").toString()).toBe("0.00000001")
    expect(new Decimal("1e30").toString()).toBe(`1${"0".repeat(30)}`)
  })
})
