import { describe, expect, it } from "vitest"
import { currentItem, type NavItem, visiblePath } from "./nav"

const items = ["/", "/projects", "/projects/tasks", "/invoices"].map(
  (href): NavItem => ({ href, label: href, icon: "home" }),
)
const hrefFor = (path: string) => currentItem(items, path)?.href

describe("where one is in the navigation", () => {
  it("is the closest entry above the page", () => {
    expect(hrefFor("/projects/tasks/1")).toBe("/projects/tasks")
    expect(hrefFor("/projects/9")).toBe("/projects")
    expect(hrefFor("/")).toBe("/")
  })

  it("is not an entry that only begins alike", () => {
    expect(hrefFor("/invoices-old")).toBeUndefined()
  })

  it("is the same on the server, where the proxy's prefix is on the path", () => {
    expect([
      visiblePath("/w"),
      visiblePath("/w/projects"),
      visiblePath("/m/platform/firms"),
      visiblePath("/work"),
    ]).toEqual(["/", "/projects", "/platform/firms", "/work"])
  })
})
