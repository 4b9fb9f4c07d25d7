import { z } from "zod"
import { today } from "@/lib/platform/clock"
import { parseHours, parseMoney } from "@/lib/platform/parse"
import { parseDate } from "@/lib/platform/parse-date"
import { asTyped } from "./fields"

type Text = FormData | URLSearchParams

/**
 * Turns form fields and query strings, which are all text, into what a schema expects. Empty fields are absent;
 * lists of records come as `lines.0.description`. Names the schema doesn't know are kept only if `strict`, to be refused.
 */
export function fromText(schema: z.ZodType, source: Text, { strict = false } = {}): Record<string, unknown> {
  const object = unwrapped(schema)
  if (!(object instanceof z.ZodObject)) return {}
  const shape = object.shape as Record<string, z.ZodType>
  const input: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(shape)) {
    const value = readField(field, name, source)
    if (value !== undefined) input[name] = value
  }
  if (strict) for (const name of source.keys()) if (!(name in shape)) input[name] = source.get(name)
  return input
}

function readField(field: z.ZodType, name: string, source: Text): unknown {
  const type = unwrapped(field)
  const given = source.getAll(name).filter((value): value is string => typeof value === "string")
  if (type instanceof z.ZodArray) {
    const element = unwrapped(type.element as z.ZodType)
    if (element instanceof z.ZodObject) return readRows(element, name, source)
    const values = given.filter((value) => value !== "")
    return values.length > 0 ? values.map((value) => readValue(element, value)) : undefined
  }
  if (given.length === 0) return undefined
  const value = given.at(-1)!
  // An emptied field clears what may be cleared, and is absent otherwise.
  if (value === "")
    return field.safeParse(null).success
      ? null
      : type instanceof z.ZodString && field.safeParse("").success
        ? ""
        : undefined
  const typed = source instanceof FormData ? typedAs(field) : undefined
  return typed ? readTyped(typed, value) : readValue(type, value)
}

/** What a person wrote, as the operation wants it; what can't be read goes on as it is, to be refused in words. */
function readTyped(as: "money" | "hours" | "date", value: string): string {
  if (as === "date") return parseDate(value, today()) ?? value
  return (as === "hours" ? parseHours(value) : parseMoney(value)) ?? value
}

function typedAs(field: z.ZodType): "money" | "hours" | "date" | undefined {
  const known = asTyped.get(field)?.as
  if (known) return known
  if (field instanceof z.ZodPipe) return typedAs(field.in as z.ZodType)
  return "innerType" in field.def ? typedAs(field.def.innerType as z.ZodType) : undefined
}

function readRows(element: z.ZodObject, name: string, source: Text) {
  const indexes = new Set<number>()
  for (const key of source.keys()) {
    const index = key.startsWith(`${name}.`) ? Number.parseInt(key.slice(name.length + 1), 10) : Number.NaN
    if (index >= 0 && index < 500) indexes.add(index)
  }
  const rows = [...indexes]
    .sort((a, b) => a - b)
    .map((index) =>
      Object.fromEntries(
        Object.entries(element.shape as Record<string, z.ZodType>)
          .map(([field, type]) => [field, readField(type, `${name}.${index}.${field}`, source)] as const)
          .filter(([, value]) => value !== undefined),
      ),
    )
    .filter((row) => Object.values(row).some((value) => typeof value === "string" && value !== ""))
  return rows.length > 0 ? rows : undefined
}

function readValue(type: z.ZodType, value: string): unknown {
  if (type instanceof z.ZodNumber) return value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value
  if (type instanceof z.ZodBoolean) return value === "on" || value === "true" ? true : value === "false" ? false : value
  return value
}

function unwrapped(type: z.ZodType): z.ZodType {
  if (type instanceof z.ZodPipe) return unwrapped(type.in as z.ZodType)
  return "innerType" in type.def ? unwrapped(type.def.innerType as z.ZodType) : type
}
