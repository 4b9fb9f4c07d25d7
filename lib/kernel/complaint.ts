import type { z } from "zod"
import type { Sentence } from "./refusal"

type Issue = z.core.$ZodIssue

/** What zod found wrong, as the name of the field and a sentence of the catalogue. */
export function complaint(issue: Issue): { field: string; sentence: Sentence } {
  if (issue.code === "unrecognized_keys") {
    const field = [...issue.path, issue.keys[0]].join(".")
    return { field, sentence: { key: "kernel.field.unknown", values: { field } } }
  }
  const field = issue.path.join(".") || "body"
  return { field, sentence: sentence(issue, field) }
}

function sentence(issue: Issue, field: string): Sentence {
  const say = (key: string, values: Record<string, string | number> = {}): Sentence => ({
    key: `kernel.field.${key}`,
    values: { field, ...values },
  })
  // A schema of ours may name its own sentence: `z.string().regex(…, { error: "kernel.field.email" })`.
  if (issue.message.startsWith("kernel.") || issue.message.includes(".refusals.")) {
    return { key: issue.message, values: { field } }
  }
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? say("required")
        : say("type", { expected: issue.expected })
    case "too_small":
      if (issue.origin === "string")
        return Number(issue.minimum) <= 1 ? say("required") : say("tooShort", { minimum: Number(issue.minimum) })
      if (issue.origin === "array") return say("tooFew", { minimum: Number(issue.minimum) })
      return say("tooSmall", { minimum: String(issue.minimum) })
    case "too_big":
      if (issue.origin === "string") return say("tooLong", { maximum: Number(issue.maximum) })
      if (issue.origin === "array") return say("tooMany", { maximum: Number(issue.maximum) })
      return say("tooBig", { maximum: String(issue.maximum) })
    case "invalid_format":
      return say(formats[issue.format] ?? "format")
    case "invalid_value":
      return say("choice", { choices: issue.values.map(String).join(", ") })
    default:
      return issue.input === undefined ? say("required") : say("format")
  }
}

const formats: Record<string, string> = { email: "email", uuid: "id", date: "date", datetime: "moment", url: "url" }
