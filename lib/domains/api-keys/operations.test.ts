import { describe, expect, it } from "vitest"
import { createClient, listClients } from "@/lib/domains/clients/operations"
import { perform } from "@/lib/kernel/perform"
import { aFirm, owner as database, eventsOf, type Somebody } from "@/test/given"
import { createApiKey, listApiKeys, revokeApiKey } from "./operations"

const use = ({ visit }: Somebody, key: string) => ({
  list: () => perform(listClients, { surface: "workspace", secret: key }, {}, visit),
  create: () => perform(createClient, { surface: "workspace", secret: key }, { name: "New" }, visit),
  mint: (scopes: "clients:write"[]) =>
    perform(createApiKey, { surface: "workspace", secret: key }, { name: "Child", scopes }, visit),
})

describe("an API key", () => {
  it("is shown once, stored as a hash, and opens what it was made for and no more", async () => {
    const { firm, owner } = await aFirm()
    const made = await owner.does(createApiKey, { name: " Website ", scopes: ["clients:read"], days: "30" })
    expect(made).toMatchObject({ name: "Website", scopes: ["clients:read"], revokedAt: null, createdBy: "Test owner" })
    expect(made.key).toMatch(/^cpk_[\w-]{43}$/)

    const { items } = await owner.does(listApiKeys, {})
    expect(items).toHaveLength(1)
    expect(JSON.stringify(items)).not.toContain(made.key)
    const stored = await database`select * from auth.keys where id = ${made.id}`
    expect(JSON.stringify(stored)).not.toContain(made.key)

    const key = use(owner, made.key)
    expect((await key.list()).count).toBe(0)
    await expect(key.create()).rejects.toMatchObject({ code: "forbidden" })
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(["apiKey.created"])
  })

  it("stops at once when it is revoked, and is revoked once", async () => {
    const { owner } = await aFirm()
    const made = await owner.does(createApiKey, { name: "Website", scopes: ["clients:read"] })
    expect((await owner.does(revokeApiKey, { id: made.id })).revokedAt).not.toBeNull()
    await expect(use(owner, made.key).list()).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(owner.does(revokeApiKey, { id: made.id })).rejects.toMatchObject({ code: "conflict" })
  })

  it("holds no more than who makes it, be it a person or another key", async () => {
    const { owner } = await aFirm()
    const parent = await owner.does(createApiKey, { name: "Parent", scopes: ["keys:manage", "clients:read"] })
    await expect(use(owner, parent.key).mint(["clients:write"])).rejects.toMatchObject({
      code: "validation_error",
      fields: { scopes: [{ key: "firm.refusals.keyScope" }] },
    })
  })

  it("loses what its maker loses", async () => {
    const { owner, member } = await aFirm()
    const admin = await member("admin")
    const made = await admin.does(createApiKey, { name: "Admin's", scopes: ["clients:read", "clients:write"] })
    await database`update members set role = 'readonly' where id = ${admin.id}`
    expect((await use(owner, made.key).list()).count).toBe(0)
    await expect(use(owner, made.key).create()).rejects.toMatchObject({ code: "forbidden" })
  })

  it("needs a name and a scope, and is not a manager's to make nor another firm's to see", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    await expect(ours.owner.does(createApiKey, { name: "", scopes: [] })).rejects.toMatchObject({
      fields: { name: [expect.anything()], scopes: [expect.anything()] },
    })
    const manager = await ours.member("manager")
    const given = { name: "x", scopes: ["clients:read" as const] }
    await expect(manager.does(createApiKey, given)).rejects.toMatchObject({ code: "forbidden" })
    await expect(manager.does(listApiKeys, {})).rejects.toMatchObject({ code: "forbidden" })
    const made = await ours.owner.does(createApiKey, given)
    expect((await theirs.owner.does(listApiKeys, {})).count).toBe(0)
    await expect(theirs.owner.does(revokeApiKey, { id: made.id })).rejects.toMatchObject({ code: "not_found" })
  })
})
