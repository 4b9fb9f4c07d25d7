import { z } from "zod"
import type { Operation } from "./operation"

type Json = { [name: string]: unknown }
type Shape = Json & { properties?: Record<string, Json>; required?: string[] }

/** The OpenAPI 3.1 document of the operations that have a `rest` line. */
export function openapi(operations: Operation[], info: { title: string; version: string; description: string }) {
  const schemas: Record<string, Json> = { Error: refusalSchema }
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    if (!operation.rest) continue
    const [method, path] = operation.rest.split(" ") as [string, string]
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = describe(operation, method, path, schemas)
  }
  return {
    openapi: "3.1.0",
    info: { ...info, license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" } },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(operations.filter(({ rest }) => rest).map(tagOf))].sort().map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
  }
}

const refusalSchema: Json = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "details"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        details: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } },
      },
    },
  },
}

const tagOf = ({ rest }: Operation) => rest!.split("/")[1]!

function describe(operation: Operation, method: string, path: string, schemas: Record<string, Json>): Json {
  const input = jsonSchema(operation.input, "input", schemas, { inline: true }) as Shape
  const properties = input.properties ?? {}
  const required = input.required ?? []
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const asQuery = method === "GET" || method === "DELETE"
  const open = Boolean(operation.enter || operation.credential)
  const parameter = (place: "path" | "query", name: string) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: properties[name] ?? { type: "string" },
  })

  return {
    operationId: operation.name.replaceAll(".", "_"),
    summary: operation.summary,
    description: open ? "Needs no credential." : `Needs the permission \`${operation.permission}\`.`,
    tags: [tagOf(operation)],
    security: open ? [] : [{ bearer: [] }],
    parameters: [
      ...inPath.map((name) => parameter("path", name)),
      ...(asQuery ? rest.map((name) => parameter("query", name)) : []),
    ],
    ...(!asQuery &&
      rest.length > 0 && {
        requestBody: {
          required: rest.some((name) => required.includes(name)),
          ...json({
            type: "object",
            properties: Object.fromEntries(rest.map((name) => [name, properties[name]!])),
            required: required.filter((name) => rest.includes(name)),
            additionalProperties: false,
          }),
        },
      }),
    responses: responses(operation, method, path, schemas),
  }
}

function responses(operation: Operation, method: string, path: string, schemas: Record<string, Json>): Json {
  const creates = method === "POST" && !path.includes("}")
  const status = String(operation.status ?? (creates ? 201 : 200))
  const refused = (description: string) => ({ description, ...json({ $ref: "#/components/schemas/Error" }) })
  return {
    [status]: { description: operation.summary, ...success(operation, schemas) },
    "4XX": refused("Refused: the error says why, field by field."),
    "5XX": refused("Failed: nothing was changed; the error carries the request's id."),
  }
}

function success(operation: Operation, schemas: Record<string, Json>): Json {
  if (operation.status === 204) return {}
  if (operation.answers === "file") {
    return { content: { "application/pdf": { schema: { type: "string", format: "binary" } } } }
  }
  const output = jsonSchema(operation.output, "output", schemas) as Shape
  if (operation.answers === "record")
    return json({ type: "object", required: ["data"], properties: { data: output, meta: { type: "object" } } })
  const text = { type: ["string", "null"] }
  return json({
    type: "object",
    required: ["data", "meta"],
    properties: {
      data: output.properties?.items ?? { type: "array" },
      meta: { type: "object", properties: { count: { type: "integer" }, next: text, previous: text } },
    },
  })
}

/** A schema as JSON Schema; one given an id with `.meta({ id })` moves to components. */
function jsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  schemas: Record<string, Json>,
  { inline = false } = {},
): Json {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Shape & { $defs?: Record<string, Json> }
  for (const [name, definition] of Object.entries($defs)) schemas[name] = cleaned(definition)
  const body = cleaned(root)
  if (typeof root.id !== "string" || inline) return body
  schemas[root.id] = body
  return { $ref: `#/components/schemas/${root.id}` }
}

function cleaned({ id: _, ...schema }: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/$defs/", "#/components/schemas/")) as Json
}

const json = (schema: Json) => ({ content: { "application/json": { schema } } })
