import { describe, expect, it } from "vitest"
import { installTrustedTypes, isOwnChunk } from "./trusted-types"

const origin = "https://acme.example.com"

describe("what may become a script", () => {
  it("is our own chunks and nothing else", () => {
    expect(isOwnChunk("/_next/static/chunks/1.js", origin)).toBe(true)
    expect(isOwnChunk(`${origin}/_next/static/chunks/1.js?dpl=2`, origin)).toBe(true)
    for (const url of [
      "https://evil.example/_next/static/1.js",
      "//evil.example/_next/static/1.js",
      "/_next/static/../../uploads/1.js",
      "/api/v1/documents/1",
      "data:text/javascript,alert(1)",
      "javascript:alert(1)",
    ])
      expect(isOwnChunk(url, origin)).toBe(false)
  })

  it("refuses markup, but for React's empty script element", () => {
    const policies: Record<string, Record<string, (value: string) => string | null>> = {}
    const factory = {
      defaultPolicy: null,
      createPolicy: (name: string, rules: Record<string, (value: string) => string | null>) => {
        policies[name] = rules
      },
    }
    installTrustedTypes(factory, origin)
    expect(policies.default?.createHTML?.("<img src=x onerror=alert(1)>")).toBeNull()
    expect(policies.default?.createHTML?.("<script></script>")).toBe("<script></script>")
  })

  it("is set once, and not where the browser has no such thing", () => {
    expect(() => installTrustedTypes(undefined, origin)).not.toThrow()
    const factory = {
      defaultPolicy: {},
      createPolicy: () => {
        throw new Error("a second policy")
      },
    }
    expect(() => installTrustedTypes(factory, origin)).not.toThrow()
  })
})
