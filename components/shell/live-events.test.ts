import { describe, expect, it } from "vitest"
import { backOff, parseEvent } from "./live-events"

describe("events from the server", () => {
  it("are names and ids; anything else is passed over", () => {
    expect(parseEvent('{"name":"invoice.paid","subjectId":"1","more":2}')).toEqual({
      name: "invoice.paid",
      subjectId: "1",
    })
    expect([parseEvent("ping"), parseEvent("null"), parseEvent('{"id":1}')]).toEqual([null, null, null])
  })

  it("are asked for again ever more slowly, never slower than every 37.5 s", () => {
    expect(backOff(0)).toBeLessThanOrEqual(1_250)
    expect(backOff(4)).toBeGreaterThanOrEqual(12_000)
    expect(backOff(40)).toBeLessThanOrEqual(37_500)
  })
})
