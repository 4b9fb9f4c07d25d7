import fc from "fast-check"

export type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minItems?: number
  maxLength?: number
  examples?: unknown[]
}

const days = ["0000-01-01", "0001-01-01", "2026-02-30", "9999-12-31", "-000001-01-01", "2026-13-01", "2026-1-1"]
const moments = [
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "2026-01-01T24:00:00Z",
  "2026-06-30T23:59:60Z",
]
const zoned = ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00+99:99"]
const numbers = [
  "NaN",
  "Infinity",
  "1e400",
  "-0",
  "00012",
  "9999999999999.999999",
  "99999999999999999999",
  "1e-7",
  "0x10",
  "１２",
]
const texts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff x",
  "\u202e\u2066abc",
  "\ufeff",
  "é".normalize("NFD").repeat(300),
  "👩‍👩‍👧‍👦".repeat(40),
  "' or 1=1 --",
  "'; drop table clients; --",
  "%00%0a%0d",
  "%_\\%",
  "../../../../etc/passwd",
  "<script>alert(1)</script>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what template engines would run
  "${7*7}{{7*7}}<%= 7*7 %>",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "x".repeat(201),
  "x".repeat(20_001),
  "\r\nSet-Cookie: planted=1",
  "a@b",
  `${"a".repeat(300)}@example.test`,
  '"quoted"@example.test',
]
export const ids = [
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "{01900000-0000-7000-8000-000000000000}",
  "01900000000070008000000000000000",
  "01900000-0000-7000-8000-00000000000G",
]

/** Texts that programs stumble over. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts, ...days, ...moments, ...zoned, ...numbers, ...ids) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
)

/** What fits no field, in every shape that JSON has. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      2 ** 31,
      2 ** 53,
      -(2 ** 63),
      1e308,
      0.1 + 0.2,
      [],
      {},
      [[]],
      [null],
      { length: 1e9 },
      { toString: 1 },
      JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}'),
      Array.from({ length: 600 }, () => "x"),
      Array.from({ length: 200 }).reduce((inner) => [inner], [] as unknown),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** Values that a schema's types allow, with their ends and oddities: they get past the door and as far as the database. */
export function typed(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(typed))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === "array") return fc.array(typed(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 })
  if (type === "object") return record(schema)
  if (type === "boolean") return fc.boolean()
  if (type === "integer") return fc.oneof(fc.constantFrom(0, 1, -1, 2 ** 31 - 1, 2 ** 31, 2 ** 53), fc.integer())
  if (type === "number") return fc.oneof(fc.constantFrom(0, 1e12, -1e12, 1e21), fc.double({ noNaN: true }))
  if (type === "null") return fc.constant(null)
  return text(schema)
}

export const record = ({ properties = {}, required = [] }: Schema) =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, typed(one)])), {
    requiredKeys: required.filter((name) => name in properties),
  })

function text({ format, examples, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  const fits = examples?.length ? [fc.constantFrom(...examples)] : []
  if (format === "uuid") return fc.oneof(fc.uuid(), fc.constantFrom(...ids))
  if (format === "date") return fc.oneof(...fits, fc.constantFrom(...days, "2026-03-01"))
  if (format === "date-time") return fc.oneof(...fits, fc.constantFrom(...moments, ...zoned, "2026-03-01T09:00:00Z"))
  if (format === "email") return fc.oneof(fc.emailAddress(), fc.constantFrom("a@b.test"))
  const short = fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(maxLength, 60) })
  return fc.oneof(
    ...fits,
    short,
    fc.constantFrom("1", "12.50", "0.000001", "9999999999999.999999", ...texts, ...numbers),
  )
}
