import { describe, expect, it } from "vitest"
import { z } from "zod"
import { listInput } from "./page"
import { paramOf, readParams } from "./search-params"

const input = listInput(["name"], {
  status: z.array(z.enum(["todo", "done"])).optional(),
  late: z.boolean().optional(),
})
const read = (given: Record<string, string | string[] | undefined>) => readParams({ input }, Promise.resolve(given))

describe("what an address asks of a page", () => {
  it("is read by the operation's own schema", async () => {
    expect(await read({ q: "year", sort: "-name", limit: "10", status: ["todo", "done"], late: "true" })).toEqual({
      q: "year",
      sort: "-name",
      limit: 10,
      status: ["todo", "done"],
      late: true,
    })
    expect(await read({ status: "done" })).toEqual({ status: ["done"] })
  })

  it("leaves out what it does not know or can't read", async () => {
    expect(
      await read({ q: "a", utm: "x", sort: "price", limit: "many", status: ["todo", "lost"], late: "maybe" }),
    ).toEqual({ q: "a" })
    expect(await read({ q: "", cursor: undefined })).toEqual({})
  })

  it("chooses among the page's own views, the first by default", async () => {
    const view = (value?: string) => paramOf(Promise.resolve({ view: value }), "view", ["list", "board"])
    expect([await view(), await view("board"), await view("x")]).toEqual(["list", "board", "list"])
  })
})
