import { describe, expect, it } from "vitest"
import { addStubs } from "./lock-stubs.mjs"

const lock = (optionalDependencies: Record<string, string>) => ({
  packages: {
    "": {},
    "node_modules/tool": { version: "1.2.3", optionalDependencies },
    "node_modules/tool/node_modules/@tool/nested-linux-x64": { version: "1.2.3" },
  } as Record<string, object>,
})

describe("the stubs of the lock file", () => {
  it("names the platform of each package that the registry did not carry", () => {
    const file = lock({ "@tool/cli-darwin-arm64": "1.2.3", "@tool/cli-linux-x64-musl": "1.2.3" })

    expect(addStubs(file)).toEqual(["@tool/cli-darwin-arm64", "@tool/cli-linux-x64-musl"])
    expect(file.packages["node_modules/@tool/cli-darwin-arm64"]).toEqual({
      version: "1.2.3",
      cpu: ["arm64"],
      os: ["darwin"],
      optional: true,
    })
    expect(file.packages["node_modules/@tool/cli-linux-x64-musl"]).toMatchObject({ os: ["linux"], libc: ["musl"] })
    expect(addStubs(file)).toEqual([])
  })

  it("leaves packages alone that are there, also nested ones", () => {
    expect(addStubs(lock({ "@tool/nested-linux-x64": "1.2.3" }))).toEqual([])
  })

  it("refuses a name that tells no platform", () => {
    expect(() => addStubs(lock({ "fast-addon": "1.2.3" }))).toThrow("cannot tell the platform of fast-addon@1.2.3")
  })
})
