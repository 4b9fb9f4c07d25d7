import { expect, it } from "vitest"
import { homeCurrency } from "./home-currency"

it.each([
  ["de-DE,de;q=0.9,en-US;q=0.8", "EUR"],
  ["en-GB", "GBP"],
  ["en-US,de-DE;q=0.5", "USD"],
  ["de,fr-CH;q=0.8", "CHF"],
  ["en", "USD"],
  [null, "USD"],
])("who asks for %s most likely bills in %s", (languages, currency) => {
  expect(homeCurrency(languages)).toBe(currency)
})
