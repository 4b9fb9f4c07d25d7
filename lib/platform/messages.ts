import en from "@/messages/en"

export type Messages = typeof en
export type Namespace = keyof Messages

const catalogues = { en } satisfies Record<string, Messages>

export type Locale = keyof typeof catalogues
export const locales = Object.keys(catalogues) as Locale[]
export const defaultLocale: Locale = "en"

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && Object.hasOwn(catalogues, value)
}

export function messagesFor(locale: Locale): Messages {
  return catalogues[locale]
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"])

export function directionOf(locale: string): "ltr" | "rtl" {
  return rightToLeft.has(locale.split("-")[0]!) ? "rtl" : "ltr"
}
