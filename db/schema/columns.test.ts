import { expect, it } from "vitest"
import { withClock } from "@/lib/platform/clock"
import { newId } from "./columns"

it("ids of one moment follow one another, and a clock that was set back does not stop them", () => {
  const made = (at: string) => withClock(new Date(at), () => Array.from({ length: 10_000 }, newId))
  const [late, early] = [made("2026-03-01T12:00:00Z"), made("2026-02-01T12:00:00Z")]
  expect(late).toEqual([...late].sort())
  expect(early).toEqual([...early].sort())
  expect(early.at(-1)! < late[0]!).toBe(true)
  expect(new Set([...late, ...early]).size).toBe(20_000)
})
