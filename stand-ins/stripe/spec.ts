import Ajv, { type ErrorObject, type ValidateFunction } from "ajv"
import { parse } from "qs"
import spec from "./spec.json" with { type: "json" }

export interface Operation {
  /** Verb and path template, as in `POST /v1/refunds/{refund}`. */
  name: string
  path: Record<string, string>
}

export interface Refusal {
  message: string
  param?: string
  code: "parameter_missing" | "parameter_unknown" | "parameter_unsupported" | "parameter_invalid"
}

type Schema = { [key: string]: unknown }
interface Described {
  query: Schema
  body: { properties: Schema; required: string[] }
}

const ajv = new Ajv({ strict: false, coerceTypes: true, allErrors: true, logger: false })
ajv.addKeyword({ keyword: "unsupported", validate: () => false })

// Stripe refuses unknown parameters at every depth; its file says so only at the top.
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (!node || typeof node !== "object") return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  return "properties" in copy && !("additionalProperties" in copy) && typeof copy.properties === "object"
    ? { ...copy, type: "object", additionalProperties: false }
    : copy
}

const operations = Object.entries(spec.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, described]: [string, Described]) => ({
    name: `${verb} ${path}`,
    verb,
    pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
    schema: closed(
      verb === "GET" ? { properties: described.query } : { ...described.body, additionalProperties: false },
    ) as Schema,
  })),
)
const validators = new Map<string, ValidateFunction>()

export const operationNames = operations.map((operation) => operation.name)

export function findOperation(verb: string, pathname: string): Operation | undefined {
  for (const operation of operations) {
    const match = operation.verb === verb ? operation.pattern.exec(pathname) : null
    if (match) return { name: operation.name, path: { ...match.groups } }
  }
}

/** The parameters as Stripe reads them (numbers and booleans out of their text), and what its specification refuses. */
export function readParams(name: string, text: string): { params: Schema; refusals: Refusal[] } {
  let validate = validators.get(name)
  if (!validate) {
    validate = ajv.compile(operations.find((operation) => operation.name === name)!.schema)
    validators.set(name, validate)
  }
  const params = parse(text, { depth: 12, arrayLimit: 200 }) as Schema
  return { params, refusals: validate(params) ? [] : (validate.errors ?? []).map(refusal) }
}

function refusal({ instancePath, keyword, params, message }: ErrorObject): Refusal {
  const steps = instancePath.split("/").slice(1)
  const named = (last?: string) => {
    const [first, ...inner] = last === undefined ? steps : [...steps, last]
    return `${first}${inner.map((step) => `[${step}]`).join("")}`
  }
  if (keyword === "additionalProperties") {
    const param = named(String(params.additionalProperty))
    return { code: "parameter_unknown", param, message: `Received unknown parameter: ${param}` }
  }
  if (keyword === "required") {
    const param = named(String(params.missingProperty))
    return { code: "parameter_missing", param, message: `Missing required param: ${param}.` }
  }
  const param = named()
  if (keyword === "unsupported") {
    return { code: "parameter_unsupported", param, message: `${param} is Stripe's, but this stand-in does not do it` }
  }
  const allowed = keyword === "enum" ? `: ${(params.allowedValues as string[]).join(", ")}` : ""
  return { code: "parameter_invalid", param, message: `Invalid ${param}: ${message}${allowed}` }
}
