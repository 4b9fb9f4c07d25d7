import { describe, expect, it } from "vitest"
import { root } from "../../bin/parts/runtime.mjs"
import { sourceFiles } from "../../bin/parts/structure/files.mjs"

type Source = { path: string; text: string }

/** What calls out from the server, each to an address of the configuration: none is given by a person. */
const configured = new Set([
  "lib/domains/payments/rules.ts", // the kinds of Stripe's errors
  "lib/platform/health.ts",
  "lib/platform/mail.ts",
  "lib/platform/oidc-providers.ts",
  "lib/platform/storage-s3.ts",
  "lib/platform/stripe.ts",
  "lib/platform/visitor.ts", // what an address looks like
])
const calls =
  /(?<![.\w])fetch\(|customFetch|^import (?!type ).*from "(node:)?(https?|http2|net|tls|dgram)"|^import (?!type ).*from "(undici|nodemailer|stripe|@aws-sdk\/client-s3)"|createConnection\(/m
const exports = /text\/csv|spreadsheetml|\bto(Csv|Xlsx)\b/i

const server = ({ path }: Source) =>
  /^(app|db|lib)\//.test(path) && !/\.(test|spec)\.|^db\/(seed|isolation)\//.test(path)
const matching = (pattern: RegExp, sources: Source[]) =>
  sources.filter((source) => server(source) && pattern.test(source.text)).map(({ path }) => path)

describe("R4, R5 what the product does not do yet", () => {
  const sources: Source[] = sourceFiles(root)

  it("R4 fetches no address that a person gave: whoever adds one brings the guard and its corpus", () => {
    expect(matching(calls, sources).filter((path) => !configured.has(path))).toEqual([])
    expect(matching(calls, [{ path: "lib/domains/hooks/reactions.ts", text: "await fetch(hook.url)" }])).toHaveLength(1)
  })

  it("R5 writes no CSV and no sheet: whoever adds one brings the guard against formulas", () => {
    expect(matching(exports, sources)).toEqual([])
    expect(matching(exports, [{ path: "app/api/x.ts", text: '"content-type": "text/csv"' }])).toHaveLength(1)
  })
})
