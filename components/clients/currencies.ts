/** Every currency there is, those that are met most first. */
export function commonCurrencies(...first: string[]): string[] {
  const often = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY"]
  return [...new Set([...first, ...often, ...Intl.supportedValuesOf("currency")])]
}
