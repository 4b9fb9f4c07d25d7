import { describe, expect, it } from "vitest"
import { tableMove } from "./table-keys"

describe("keys in a list", () => {
  it("moves with j and k and stays inside the list", () => {
    expect(tableMove("j", -1, 3)).toEqual({ row: 0 })
    expect(tableMove("j", 2, 3)).toEqual({ row: 2 })
    expect(tableMove("k", 0, 3)).toEqual({ row: 0 })
    expect(tableMove("k", 2, 3)).toEqual({ row: 1 })
  })

  it("opens and picks only a row that has the focus", () => {
    expect(tableMove("x", -1, 3)).toBeNull()
    expect(tableMove("x", 1, 3)).toEqual({ row: 1, act: "pick" })
    expect(tableMove("Enter", 1, 3)).toEqual({ row: 1, act: "open" })
  })

  it("does nothing in an empty list but go to its search", () => {
    expect(tableMove("j", -1, 0)).toBeNull()
    expect(tableMove("/", -1, 0)).toEqual({ row: -1, act: "search" })
    expect(tableMove("q", 1, 3)).toBeNull()
  })
})
