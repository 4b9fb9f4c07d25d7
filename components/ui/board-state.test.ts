import { describe, expect, it } from "vitest"
import { applyMove, type BoardColumn, stepMove, sumOf } from "./board-state"

const columns: BoardColumn[] = [
  {
    id: "new",
    label: "New",
    cards: [
      { id: "a", title: "A" },
      { id: "b", title: "B" },
      { id: "c", title: "C" },
    ],
  },
  { id: "won", label: "Won", cards: [{ id: "d", title: "D" }] },
]
const layout = (board: BoardColumn[]) => board.map(({ cards }) => cards.map(({ id }) => id).join(""))

describe("moving a card", () => {
  it("takes it out of its column and puts it where it was dropped", () => {
    expect(layout(applyMove(columns, { card: "a", to: "won", index: 1 }))).toEqual(["bc", "da"])
    expect(layout(applyMove(columns, { card: "c", to: "new", index: 0 }))).toEqual(["cab", "d"])
    expect(layout(applyMove(columns, { card: "a", to: "won", index: 99 }))).toEqual(["bc", "da"])
  })

  it("changes nothing for a card or column that is gone", () => {
    expect(applyMove(columns, { card: "x", to: "won", index: 0 })).toBe(columns)
    expect(applyMove(columns, { card: "a", to: "lost", index: 0 })).toBe(columns)
  })

  it("goes by arrow keys as far as the board does", () => {
    expect(stepMove(columns, "a", "ArrowDown")).toEqual({ card: "a", to: "new", index: 1 })
    expect(stepMove(columns, "a", "ArrowUp")).toBeNull()
    expect(stepMove(columns, "c", "ArrowRight")).toEqual({ card: "c", to: "won", index: 1 })
    expect(stepMove(columns, "d", "ArrowRight")).toBeNull()
    expect(stepMove(columns, "d", "ArrowLeft")).toEqual({ card: "d", to: "new", index: 0 })
  })
})

describe("a column's total", () => {
  it("is exact", () => {
    expect(sumOf(["0.10", "0.20", undefined, "1000000000000000.05"])).toBe("1000000000000000.35")
    expect(sumOf(["-5", "2.5"])).toBe("-2.50")
    expect(sumOf([])).toBe("0.00")
  })
})
