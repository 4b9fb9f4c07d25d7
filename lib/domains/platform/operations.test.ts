import { describe, expect, it } from "vitest"
import type { z } from "zod"
import type { Key } from "@/db/tenant"
import { createClient, listClients } from "@/lib/domains/clients/operations"
import type { Operation, Visit } from "@/lib/kernel/operation"
import { perform } from "@/lib/kernel/perform"
import { siteOf } from "@/lib/platform/current-site"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { listPlatformFirms, readPlatformFirm, readPlatformJobs, reopenFirm, suspendFirm } from "./operations"

async function anOperator() {
  const [id, secret] = [crypto.randomUUID(), newSecret()]
  await database`insert into auth.users (id, email, name, operator) values (${id}, ${`${id}@platform.test`}, 'Odile Operator', true)`
  await database`insert into auth.keys (hash, kind, surface, user_id, expires_at)
    values (${sha256(secret)}, 'session', 'platform', ${id}, now() + interval '1 day')`
  const key: Key = { surface: "platform", secret }
  const visit: Visit = {
    site: { kind: "root", host: "localhost:3000", firm: null },
    ip: "127.0.0.1",
    userAgent: "vitest",
    requestId: crypto.randomUUID(),
  }
  return {
    id,
    does: <In extends z.ZodType, Out extends z.ZodType>(operation: Operation<In, Out>, input: z.input<In>) =>
      perform(operation, key, input, visit),
  }
}

describe("an operator", () => {
  it("finds firms by name or address and sees counts and times of them, nothing more", async () => {
    const operator = await anOperator()
    const { firm, owner } = await aFirm({ name: `Zephyr ${crypto.randomUUID().slice(0, 8)}` })
    await owner.does(createClient, { name: "A secret client" })

    const { items } = await operator.does(listPlatformFirms, { q: firm.name.toUpperCase() })
    expect(items).toEqual([
      expect.objectContaining({
        id: firm.id,
        name: firm.name,
        subdomain: firm.subdomain,
        members: 1,
        clients: 1,
        invoices: 0,
      }),
    ])
    expect(items[0]!.lastActiveAt).not.toBeNull()
    expect((await operator.does(listPlatformFirms, { q: firm.subdomain })).items).toHaveLength(1)
    expect(await operator.does(readPlatformFirm, { id: firm.id })).toEqual(items[0])
    expect(JSON.stringify(items)).not.toContain("secret")
  })

  it("pages through them in order", async () => {
    const operator = await anOperator()
    const mark = crypto.randomUUID().slice(0, 8)
    for (const name of ["C", "A", "B"]) await aFirm({ name: `${name} ${mark}` })
    const first = await operator.does(listPlatformFirms, { q: mark, limit: 2 })
    const second = await operator.does(listPlatformFirms, { q: mark, limit: 2, cursor: first.next! })
    expect([...first.items, ...second.items].map(({ name }) => name[0])).toEqual(["A", "B", "C"])
  })

  it("counts the queue's work by kind", async () => {
    const operator = await anOperator()
    const { owner } = await aFirm()
    await owner.does(createClient, { name: "Northwind" })
    const { tasks } = await operator.does(readPlatformJobs, {})
    expect(tasks.find(({ task }) => task === "event")!.waiting).toBeGreaterThan(0)
  })

  it("reads no firm's content with the console's key", async () => {
    const operator = await anOperator()
    await expect(operator.does(listClients, {})).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("suspending a firm", () => {
  it("shuts everybody out at once, tells the firm's own trail who did it, and is undone by reopening", async () => {
    const operator = await anOperator()
    const { firm, owner } = await aFirm()
    const host = new Headers({ host: `${firm.subdomain}.localhost:3000` })
    const client = await owner.does(createClient, { name: "Northwind" })

    expect((await operator.does(suspendFirm, { id: firm.id })).suspendedAt).not.toBeNull()
    await expect(owner.does(listClients, {})).rejects.toMatchObject({ code: "unauthenticated" })
    expect(await siteOf(host)).toBeNull()
    expect((await operator.does(listPlatformFirms, { q: firm.subdomain, state: "suspended" })).count).toBe(1)
    await expect(operator.does(suspendFirm, { id: firm.id })).rejects.toMatchObject({ code: "conflict" })

    expect((await operator.does(reopenFirm, { id: firm.id })).suspendedAt).toBeNull()
    expect((await owner.does(listClients, {})).items).toMatchObject([{ id: client.id }])
    await expect(operator.does(reopenFirm, { id: firm.id })).rejects.toMatchObject({ code: "conflict" })
    expect((await eventsOf(firm)).slice(1)).toMatchObject([
      { name: "firm.suspended", actorKind: "operator", actorId: operator.id },
      { name: "firm.reopened", actorKind: "operator", actorId: operator.id },
    ])
  })

  it("is refused for a firm that doesn't exist, and to every firm's own people", async () => {
    const operator = await anOperator()
    await expect(operator.does(suspendFirm, { id: crypto.randomUUID() })).rejects.toMatchObject({ code: "not_found" })
    const { firm, owner } = await aFirm()
    for (const operation of [suspendFirm, reopenFirm, readPlatformFirm]) {
      await expect(owner.does(operation, { id: firm.id })).rejects.toMatchObject({ code: "forbidden" })
    }
    await expect(owner.does(listPlatformFirms, {})).rejects.toMatchObject({ code: "forbidden" })
    await expect(owner.does(readPlatformJobs, {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
