import fc from "fast-check"
import { tableOf } from "../test/isolation/samples"
import { hostileHeaders, uri } from "./hostile-headers"
import { hostile, hostileText, type Schema, typed } from "./hostile-values"

export type Malformed = {
  door: string
  host: string
  path: string
  method: string
  headers: Record<string, string>
  body?: string | Buffer
  /** React can't read it: Next answers with a failure of its own, before anything of ours runs. */
  unreadable?: boolean
}
type Parameter = { name: string; in: "path" | "query"; required?: boolean; schema: Schema }
type Described = {
  operationId: string
  tags: string[]
  security: unknown[]
  parameters: Parameter[]
  requestBody?: { content: { "application/json": { schema: Schema } } }
}
export type Document = { paths: Record<string, Record<string, Described>> }
/** Who sends it, and the ids of rows that they have. */
export type Sender = { host: string; headers: Record<string, string>; idOf(table: string): string }

const query = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          "q",
          "sort",
          "limit",
          "cursor",
          "status",
          "client",
          "tab",
          "view",
          "from",
          "to",
          "month",
          "week",
          "next",
          "done",
          "_rsc",
          "age",
          "__proto__",
          "lines.0.x",
        ),
        hostileText,
      ),
      hostileText,
    ),
    { maxLength: 4 },
  )
  .map((all) => all.map(([name, value]) => `${uri(name)}=${uri(value)}`).join("&"))

const brokenText = fc.constantFrom<string | Buffer>(
  "{",
  "[]",
  "null",
  '"x"',
  "1",
  "",
  " ",
  "{}}",
  "\ufeff{}",
  "[".repeat(100_000),
  `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  `{"name":"${"x".repeat(1_100_000)}"}`,
  '{"name":1e999}',
  '{"a":1,"a":2}',
  Buffer.from([0xff, 0xfe, 0x00]),
  Buffer.from('{"name":"\xff\xfe"}', "latin1"),
  Buffer.from([0x1f, 0x8b, 8, 0]),
)

/** Cursors that look like ours and are not. */
const cursors = fc
  .tuple(
    fc.constantFrom("createdAt", "-createdAt", "name", "-name", "dueOn", "status", "total", "number"),
    fc.boolean(),
    fc.oneof(hostileText, fc.integer()),
    fc.oneof(fc.uuid(), hostileText),
  )
  .map((cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url"))

/** Calls of the API: right in all but a few places. */
export function apiCalls(document: Document, senderOf: (described: Described) => Sender): fc.Arbitrary<Malformed> {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
  )
  // These end the session that the others need, and take nothing that could be malformed.
  const lasting = all.filter(({ described }) => !/^auth_(logout|signOutEverywhere)/.test(described.operationId))
  return fc.constantFrom(...lasting).chain(({ path, method, described }) => {
    const sender = senderOf(described)
    const own = (field: string) => {
      const table = tableOf(path, field)
      return table ? fc.constant(sender.idOf(table)) : fc.uuid()
    }
    const fitting = (name: string, schema: Schema) =>
      isId(schema)
        ? fc.oneof({ weight: 5, arbitrary: own(name) }, { weight: 1, arbitrary: typed(schema) })
        : typed(schema)
    const given = (parameter: Parameter) => {
      const right = fitting(parameter.name, parameter.schema).map(String)
      if (parameter.name === "cursor") return fc.oneof(cursors, hostileText)
      if (parameter.in === "query" && /(min|max)imum/.test(JSON.stringify(parameter.schema)))
        return fc.oneof(right, hostileText)
      return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: hostileText })
    }
    const body = described.requestBody?.content["application/json"].schema
    const fields = body?.properties ?? {}
    const record = fc.record(
      Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, fitting(name, schema)])),
      { requiredKeys: body?.required ?? [] },
    )
    const spoiled = record.chain((right) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(right as Record<string, unknown>) },
        {
          weight: 5,
          arbitrary: fc
            .tuple(fc.constantFrom(...Object.keys(fields), "unknown"), hostile)
            .map(([name, value]) => ({ ...right, [name]: value })),
        },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom(...Object.keys(fields), "unknown")
            .map((name) => ({ ...right, [name]: undefined })),
        },
      ),
    )
    return fc
      .record({
        parameters: fc.tuple(
          ...described.parameters.map((parameter) =>
            fc.tuple(fc.constant(parameter), fc.option(given(parameter), { freq: parameter.required ? 1e9 : 2 })),
          ),
        ),
        body: body
          ? fc.oneof(
              { weight: 8, arbitrary: spoiled.map((value) => JSON.stringify(value) as string | Buffer) },
              { weight: 1, arbitrary: brokenText },
            )
          : fc.constant(undefined),
        headers: fc.oneof(
          { weight: 5, arbitrary: fc.constant<Record<string, string>>({}) },
          { weight: 2, arbitrary: hostileHeaders },
        ),
        query: fc.oneof({ weight: 6, arbitrary: fc.constant("") }, { weight: 1, arbitrary: query }),
        dryRun: fc.boolean(),
      })
      .map((made) => {
        const place = (name: string) =>
          uri(made.parameters.find(([one, value]) => one.name === name && value !== null)?.[1] ?? "x")
        const asked = made.parameters.flatMap(([{ name, in: where }, value]) =>
          where === "query" && value !== null ? [`${name}=${uri(value)}`] : [],
        )
        const search = [...asked, made.query, made.dryRun && method !== "GET" ? "dryRun=true" : ""]
          .filter(Boolean)
          .join("&")
        return {
          door: `${method} ${path}`,
          host: sender.host,
          method,
          path: `/api/v1${path.replace(/\{(\w+)\}/g, (_, name) => place(name))}${search && `?${search}`}`,
          headers: {
            ...sender.headers,
            ...(made.body !== undefined && { "content-type": "application/json" }),
            ...made.headers,
          },
          body: made.body,
        }
      })
  })
}

const isId = (schema: Schema): boolean =>
  schema.format === "uuid" || Boolean(schema.anyOf?.some((one) => one.format === "uuid"))

/** Visits of pages and plain handlers, as browsers and scanners make them. */
export function visits(routes: { path: string; sender: Sender }[]): fc.Arbitrary<Malformed> {
  // Longer addresses are refused by Node's parser, which may reset the connection. What goes round the proxy (files, whose
  // bodies it would cut) meets Next's own failure where the address can't be decoded: a known gap.
  const fair = ({ path }: Malformed) =>
    path.length < 8_000 && !(path.startsWith("/api/v1/files/") && /%(?![0-9a-f]{2})|%c0|%E0%A4%A/i.test(path))
  return fc
    .constantFrom(...routes)
    .chain(({ path, sender }) =>
      fc
        .record({
          part: fc.oneof(
            hostileText.map(uri),
            fc.uuid(),
            fc.constantFrom("%", "%E0%A4%A", "%00", "%2e%2e%2f", "..;", "%c0%af"),
          ),
          query,
          headers: fc.oneof(fc.constant<Record<string, string>>({}), hostileHeaders),
          method: fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"),
          body: fc.oneof(brokenText, hostileText),
        })
        .map(({ part, query, headers, method, body }) => ({
          door: path,
          host: sender.host,
          method,
          path: `${path.replace(/\[[\w.]+\]/g, () => part || "x")}${query && `?${query}`}`,
          headers: { ...sender.headers, ...headers },
          body: /GET|HEAD|OPTIONS/.test(method) ? undefined : body,
        })),
    )
    .filter(fair)
}
