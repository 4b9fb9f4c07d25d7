import { runInNewContext } from "node:vm"
import { describe, expect, it } from "vitest"
import { trustedTypesScript } from "./trusted-types"

type Rules = Record<string, (value: string) => string | null>
const location = { origin: "https://acme.example.com" }
const document = { currentScript: { textContent: trustedTypesScript } }

function installed(): Rules {
  const policies: Record<string, Rules> = {}
  const trustedTypes = { defaultPolicy: null, createPolicy: (name: string, rules: Rules) => (policies[name] = rules) }
  runInNewContext(trustedTypesScript, { window: { trustedTypes }, trustedTypes, location, document, URL })
  return policies.default!
}

describe("what may become a script", () => {
  it("is our own chunks and nothing else", () => {
    const { createScriptURL } = installed()
    for (const url of ["/_next/static/chunks/1.js", `${location.origin}/_next/static/chunks/1.js?dpl=2`])
      expect(createScriptURL!(url)).toBe(url)
    for (const url of [
      "https://evil.example/_next/static/1.js",
      "//evil.example/_next/static/1.js",
      "/_next/static/../../uploads/1.js",
      "/api/v1/documents/1",
      "data:text/javascript,alert(1)",
      "javascript:alert(1)",
      "https://",
    ])
      expect(createScriptURL!(url)).toBeNull()
  })

  it("refuses markup, but for React's empty script element", () => {
    const { createHTML } = installed()
    expect(createHTML!("<img src=x onerror=alert(1)>")).toBeNull()
    expect(createHTML!("<script></script>")).toBe("<script></script>")
  })

  it("lets React draw this very script again, and refuses every other text", () => {
    const { createScript } = installed()
    expect(createScript!(trustedTypesScript)).toBe(trustedTypesScript)
    for (const text of ["alert(1)", `${trustedTypesScript};alert(1)`, ""]) expect(createScript!(text)).toBeNull()
  })

  it("is set once, and not where the browser has no such thing", () => {
    const createPolicy = () => {
      throw new Error("a second policy")
    }
    const trustedTypes = { defaultPolicy: {}, createPolicy }
    for (const window of [{}, { trustedTypes }])
      expect(() => runInNewContext(trustedTypesScript, { window, trustedTypes, location, document, URL })).not.toThrow()
  })
})
