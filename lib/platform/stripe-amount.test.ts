import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fromStripeAmount, stripeDecimals, toStripeAmount, UnchargeableAmount } from "./stripe-amount"

describe("amounts as Stripe writes them", () => {
  it.each([
    ["12.50", "EUR", 1250],
    ["0.29", "usd", 29],
    ["500", "JPY", 500],
    ["1.250", "KWD", 1250],
    ["5.00", "ISK", 500],
    ["5.00", "UGX", 500],
    ["19.99", "HUF", 1999],
  ])("%s %s is %i, and back", (amount, currency, units) => {
    expect(toStripeAmount(amount, currency)).toBe(units)
    expect(fromStripeAmount(units, currency)).toBe(amount)
  })

  it.each([
    ["12.505", "EUR"],
    ["500.5", "JPY"],
    ["1.255", "KWD"],
    ["5.50", "ISK"],
    ["1000000.00", "EUR"],
  ])("%s %s can't be charged", (amount, currency) => {
    expect(() => toStripeAmount(amount, currency)).toThrow(UnchargeableAmount)
  })

  it("lose nothing on the way there and back", () => {
    const currency = fc.constantFrom("EUR", "USD", "JPY", "KRW", "GBP")
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), currency, (units, code) => {
        expect(toStripeAmount(fromStripeAmount(units, code), code)).toBe(units)
        expect(stripeDecimals(code.toLowerCase())).toBe(stripeDecimals(code))
      }),
    )
  })
})
