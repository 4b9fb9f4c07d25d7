const euro = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ")
const others: Record<string, string> = {
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  IN: "INR",
  JP: "JPY",
  MX: "MXN",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  SE: "SEK",
  SG: "SGD",
  ZA: "ZAR",
}

/** The currency that a visitor most likely bills in, by the languages that their browser asks for. */
export function homeCurrency(acceptLanguage: string | null): string {
  for (const [, region] of (acceptLanguage ?? "").matchAll(/[a-z]{2,3}-([A-Z]{2})\b/g)) {
    const found = euro.includes(region!) ? "EUR" : others[region!]
    if (found) return found
    if (region === "US") break
  }
  return "USD"
}
