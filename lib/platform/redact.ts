const hidden = "[redacted]"
const secretKey =
  /authori[sz]ation|cookie|passw|passphrase|secret|token|api-?_?key|private-?_?key|credential|signature|otp|totp|cvc|cvv|^pan$|^card$|card-?_?(?:number|no|holder|expiry|pan)|iban|^ssn$|^jwt$|session-?_?id/i
const secretText: [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${hidden}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, hidden],
  [/\b(?:sk|rk|pk)_(?:live|test)_\w+|\bwhsec_\w+|\bcpk_\w+/g, hidden],
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s/@]+@/gi, `$1${hidden}@`],
  [/([?&;][\w.-]*(?:token|secret|signature|code|key|password|credential)[\w.-]*=)[^&\s#"']+/gi, `$1${hidden}`],
]

const cardNumber = /(?<![\w-])(?:[2-6]\d{12,18}|[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}|3\d{3}([ -])\d{6}\2\d{5})(?![\w-])/g

/** Text without bearer tokens, keys, passwords in addresses and card numbers. */
export function scrub(text: string): string {
  return secretText
    .reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
    .replace(cardNumber, (digits) => (passesLuhn(digits) ? hidden : digits))
}

// Without the check digit's proof, times in milliseconds and long numbers would vanish from the log.
function passesLuhn(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].reverse().map(Number)
  const sum = digits.reduce(
    (total, digit, i) => total + (i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  )
  return sum % 10 === 0
}

/** A copy fit for the log: secret-looking keys hidden at any depth, texts scrubbed, errors without their parameters. */
export function redact(value: unknown, depth = 0, seen = new Set<object>()): unknown {
  if (typeof value === "string") return scrub(value)
  if (typeof value === "bigint") return value.toString()
  if (typeof value === "function" || typeof value === "symbol") return undefined
  if (typeof value !== "object" || value === null || value instanceof Date) return value
  if (seen.has(value) || depth > 6) return "[…]"
  seen.add(value)
  try {
    if (value instanceof Error) return describeError(value, depth, seen)
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
    if (value instanceof Map || value instanceof Headers) return redact(Object.fromEntries(value), depth, seen)
    if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1, seen))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        secretKey.test(name) && item != null && typeof item !== "boolean" ? hidden : redact(item, depth + 1, seen),
      ]),
    )
  } finally {
    seen.delete(value)
  }
}

const facts = ["code", "severity", "routine", "syscall", "errno", "status", "statusCode", "responseCode", "requestId"]
const places = ["schema_name", "table_name", "column_name", "constraint_name", "digest"]

function describeError(error: Error, depth: number, seen: Set<object>): Record<string, unknown> {
  const fields = error as unknown as Record<string, unknown>
  const kept = [...facts, ...places].filter((name) => ["string", "number"].includes(typeof fields[name]))
  return {
    type: error.name,
    message: scrub(withoutParameters(error.message)),
    ...Object.fromEntries(kept.map((name) => [name, redact(fields[name])])),
    stack: frames(error),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1, seen) }),
    ...(error instanceof AggregateError ? { errors: redact(error.errors, depth + 1, seen) } : {}),
  }
}

// PostgreSQL quotes the offending value at the end of its message; drizzle appends every parameter after the query;
// JSON.parse quotes what it stumbled over.
function withoutParameters(message: string): string {
  return message
    .replace(/, (\.{3})?".*"(\.{3})? is not valid JSON$/s, " is not valid JSON")
    .replace(/\nparams:[\s\S]*$/, "")
    .replace(/^((?:invalid input|date\/time field|value|malformed)[^:]*?)(?::? ".*")/s, "$1")
}

// The first lines of a stack repeat the message, parameters included.
function frames(error: Error): string[] {
  return (error.stack ?? "").split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []))
}
