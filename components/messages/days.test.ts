import { describe, expect, it } from "vitest"
import type { OurMessage } from "@/lib/domains/messages/schema"
import { byDay } from "./days"

const said = (authorName: string, createdAt: string): OurMessage => ({
  id: crypto.randomUUID(),
  threadId: crypto.randomUUID(),
  authorKind: authorName === "Pat" ? "client" : "staff",
  authorName,
  body: "…",
  readByFirmAt: null,
  readByClientAt: null,
  createdAt,
})

describe("a conversation", () => {
  it("is told by days of the reader's time zone", () => {
    const messages = [said("Pat", "2026-06-20T20:00:00Z"), said("Pat", "2026-06-20T23:00:00Z")]
    expect(byDay(messages, "UTC").map(({ day }) => day)).toEqual(["2026-06-20"])
    expect(byDay(messages, "Europe/Berlin").map(({ day }) => day)).toEqual(["2026-06-20", "2026-06-21"])
  })

  it("names an author once for what they write in one go", () => {
    const [day] = byDay(
      [
        said("Pat", "2026-06-20T10:00:00Z"),
        said("Pat", "2026-06-20T10:05:00Z"),
        said("Olivia", "2026-06-20T10:06:00Z"),
        said("Pat", "2026-06-20T10:07:00Z"),
        said("Pat", "2026-06-20T11:00:00Z"),
      ],
      "UTC",
    )
    expect(day!.turns.map(({ author, messages }) => [author, messages.length])).toEqual([
      ["Pat", 2],
      ["Olivia", 1],
      ["Pat", 1],
      ["Pat", 1],
    ])
  })
})
