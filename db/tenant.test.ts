import { describe, expect, it, vi } from "vitest"
import { aFirm, owner as database } from "@/test/given"
import { NoSession, withKey } from "./tenant"

const lastUsed = async (userId: string) => {
  const [row] = await database<{ hours: number }[]>`
    select extract(epoch from now() - last_used_at)::float8 / 3600 as hours from auth.keys where user_id = ${userId}`
  return row!.hours
}
const unusedFor = (userId: string, hours: number) =>
  database`update auth.keys set last_used_at = now() - make_interval(hours => ${hours}) where user_id = ${userId}`

describe("a session", () => {
  it("lives on while it is used", async () => {
    const { owner } = await aFirm()
    await unusedFor(owner.userId, 11)
    await withKey(owner.key, "read", async () => {})
    await vi.waitFor(async () => expect(await lastUsed(owner.userId)).toBeLessThan(0.1))
  })

  it("ends when it was not used for twelve hours", async () => {
    const { owner } = await aFirm()
    await unusedFor(owner.userId, 13)
    await expect(withKey(owner.key, "read", async () => {})).rejects.toBeInstanceOf(NoSession)
    expect(await lastUsed(owner.userId)).toBeGreaterThan(12)
  })
})
