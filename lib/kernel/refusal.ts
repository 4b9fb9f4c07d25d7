import { createTranslator } from "use-intl/core"
import type { z } from "zod"
import { defaultLocale, isLocale, messagesFor } from "@/lib/platform/messages"
import { complaint } from "./complaint"

const statuses = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  validation_error: 422,
  rate_limited: 429,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof statuses
export type Values = Record<string, string | number>
/** A sentence in the message catalogue: its key, and the values it names. */
export type Sentence = { key: string; values?: Values }

/** A "no" that is safe to show: a sentence for a person. Any other error reaches people as "Something went wrong". */
export class Refusal extends Error {
  override name = "Refusal"
  constructor(
    readonly code: RefusalCode,
    readonly sentence: Sentence,
    readonly fields: Record<string, Sentence[]> = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(`${code}: ${sentence.key}`)
  }

  get status() {
    return statuses[this.code]
  }

  static invalid(error: z.ZodError) {
    const fields: Record<string, Sentence[]> = {}
    for (const issue of error.issues) {
      const { field, sentence } = complaint(issue)
      fields[field] ??= []
      fields[field].push(sentence)
    }
    return new Refusal("validation_error", { key: "kernel.invalid" }, fields)
  }
}

/** What is said of a record that doesn't exist, or is somebody else's: the same. `what` is a key of `records`. */
export const notFound = (what: string) => new Refusal("not_found", { key: "kernel.notFound", values: { what } })
export const conflict = (key: string, values?: Values) => new Refusal("conflict", { key, values })
export const invalidField = (field: string, key: string, values?: Values) =>
  new Refusal("validation_error", { key: "kernel.invalid" }, { [field]: [{ key, values }] })
export const forbidden = (summary: string) =>
  new Refusal("forbidden", { key: "kernel.forbidden", values: { what: summary } })
export const unauthenticated = () => new Refusal("unauthenticated", { key: "kernel.unauthenticated" })

/** The refusal in words of a locale, as every door gives it. */
export function inWords(refusal: Refusal, locale: string = defaultLocale) {
  const known = isLocale(locale) ? locale : defaultLocale
  const translate = createTranslator({ locale: known, messages: messagesFor(known) as never }) as unknown as {
    (key: string, values?: Values): string
    has(key: string): boolean
  }
  const say = ({ key, values }: Sentence) => {
    const named = { ...values }
    if (typeof named.what === "string" && translate.has(`records.${named.what}`))
      named.what = translate(`records.${named.what}`)
    if (typeof named.field === "string") named.field = fieldName(named.field, translate)
    return translate(key, named)
  }
  return {
    code: refusal.code,
    message: say(refusal.sentence),
    details: Object.fromEntries(
      Object.entries(refusal.fields).map(([field, sentences]) => [field, sentences.map(say)]),
    ),
  }
}

function fieldName(field: string, translate: { (key: string): string; has(key: string): boolean }) {
  const name = field.split(".").at(-1) ?? field
  if (translate.has(`fields.${name}`)) return translate(`fields.${name}`)
  const words = name.replace(/([A-Z])/g, " $1").toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
