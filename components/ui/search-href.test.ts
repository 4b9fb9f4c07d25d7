import { describe, expect, it } from "vitest"
import { nextSort, searchHref } from "./search-href"

describe("the address of a changed list", () => {
  it("keeps the other filters and forgets the page", () => {
    expect(searchHref("q=ada&cursor=x&status=paid", { status: "draft" })).toBe("?q=ada&status=draft")
  })

  it("keeps several values of one filter and drops an emptied one", () => {
    expect(searchHref("status=paid&owner=1", { status: ["paid", "sent"], owner: null })).toBe(
      "?status=paid&status=sent",
    )
    expect(searchHref("q=ada", { q: "" })).toBe("?")
  })

  it("turns a page without losing what is filtered", () => {
    expect(searchHref("q=ada&cursor=x", { cursor: "y" }, { keepPage: true })).toBe("?q=ada&cursor=y")
  })

  it("goes from ascending to descending to the list's own order", () => {
    expect([nextSort(null, "due"), nextSort("due", "due"), nextSort("-due", "due"), nextSort("name", "due")]).toEqual([
      "due",
      "-due",
      null,
      "due",
    ])
  })
})
