import { z } from "zod"
import { Decimal, isCurrency } from "@/lib/platform/money"

/** The shapes that operations are made of: what the API takes and gives, field by field. */

/** How people write a field in a form: "1,200.50", "1:30", "next friday". The form door reads it; the API wants it exact. */
export const asTyped = z.registry<{ as: "money" | "hours" | "date" }>()

export const id = z.uuid()
export const day = z.iso.date().register(asTyped, { as: "date" })
export const moment = z.iso.datetime({ offset: true })
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const currency = z
  .string()
  .refine(isCurrency, { error: "kernel.field.currency" })
  .meta({ examples: ["USD"] })

/** A line of text that must say something. */
export const line = (maximum = 200) =>
  z.string().trim().min(1).max(maximum).refine(printable, { error: "kernel.field.characters" })
/** A line of text that may be empty. */
export const optionalLine = (maximum = 200) =>
  z.string().trim().max(maximum).refine(printable, { error: "kernel.field.characters" })
/** Paragraphs. */
export const prose = (maximum = 20_000) =>
  z.string().trim().max(maximum).refine(printable, { error: "kernel.field.characters" })

// PostgreSQL stores no NUL, and lone surrogates are not text.
function printable(text: string) {
  return !text.includes("\u0000") && text.isWellFormed()
}

const written = /^[+-]?\d{1,13}(\.\d{1,6})?$/

/** A decimal as text; numbers are taken too. */
export const decimal = z
  .union([z.string().trim(), z.number()], { error: "kernel.field.number" })
  .transform(String)
  .refine((text) => written.test(text), { error: "kernel.field.number" })

const positive = (text: string) => new Decimal(written.test(text) ? text : 1).greaterThan(0)
const notNegative = (text: string) => !new Decimal(written.test(text) ? text : 0).lessThan(0)

export const amount = decimal
  .refine(notNegative, { error: "kernel.field.notNegative" })
  .register(asTyped, { as: "money" })
export const positiveAmount = decimal
  .refine(positive, { error: "kernel.field.positive" })
  .register(asTyped, { as: "money" })
export const percent = decimal.refine(
  (text) =>
    !written.test(text) || (new Decimal(text).greaterThanOrEqualTo(0) && new Decimal(text).lessThanOrEqualTo(100)),
  {
    error: "kernel.field.percent",
  },
)

/** Decimals as they leave: text. */
export const decimalOut = z.string().meta({ examples: ["500.00"] })

/** "Answered with": nullable fields that are absent in the database are null on the wire. */
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()
