import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contentDisposition } from "./content-disposition"

describe("content disposition", () => {
  it.each([
    ["plan.pdf", "attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf"],
    ["../../etc/passwd", "attachment; filename=\"....etcpasswd\"; filename*=UTF-8''....etcpasswd"],
    ["invoice\u202Efdp.exe", "attachment; filename=\"invoicefdp.exe\"; filename*=UTF-8''invoicefdp.exe"],
    ["", "attachment; filename=\"file\"; filename*=UTF-8''file"],
  ])("of %j", (name, header) => {
    expect(contentDisposition(name)).toBe(header)
  })

  it("is a legal header for every name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const header = contentDisposition(name)
        expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header)
        expect(header).toMatch(/^attachment; filename="[^"\\/]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/)
      }),
    )
  })
})
