import { describe, expect, it } from "vitest"
import type { z } from "zod"
import { aFirm, eventsOf, queuedFor } from "@/test/given"
import { createClient, listClientChoices, listClients, readClient, updateClient } from "./operations"

describe("a client", () => {
  it("is created with the firm's currency, says who did it, and hands the event on", async () => {
    const { firm, owner } = await aFirm()
    const client = await owner.does(createClient, { name: " Harbour & Co " })

    expect(client).toMatchObject({ name: "Harbour & Co", currency: "USD", status: "active", version: 1 })
    expect(await eventsOf(firm)).toMatchObject([
      { name: "client.created", subjectId: client.id, actorId: owner.id, operation: "clients.create" },
    ])
    expect(await queuedFor(firm)).toMatchObject([
      { task: "event", payload: { name: "client.created", subjectId: client.id } },
    ])
  })

  it("of another firm is as if it did not exist", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const client = await theirs.owner.does(createClient, { name: "Secret" })

    await expect(ours.owner.does(readClient, { id: client.id })).rejects.toMatchObject({ code: "not_found" })
    await expect(ours.owner.does(updateClient, { id: client.id, name: "Mine" })).rejects.toMatchObject({
      code: "not_found",
    })
    expect((await ours.owner.does(listClients, {})).items).toEqual([])
  })

  it("is not changed by somebody who saw an older version", async () => {
    const { owner } = await aFirm()
    const client = await owner.does(createClient, { name: "Harbour & Co" })
    await owner.does(updateClient, { id: client.id, phone: "1" }, { expectedVersion: 1 })

    await expect(owner.does(updateClient, { id: client.id, phone: "2" }, { expectedVersion: 1 })).rejects.toMatchObject(
      {
        code: "conflict",
      },
    )
    expect(await owner.does(readClient, { id: client.id })).toMatchObject({ phone: "1", version: 2 })
  })

  it("takes a change of nothing", async () => {
    const { owner } = await aFirm()
    const client = await owner.does(createClient, { name: "Harbour & Co" })
    expect(await owner.does(updateClient, { id: client.id })).toMatchObject({ name: "Harbour & Co", version: 2 })
  })

  it("is owned by somebody of the firm", async () => {
    const [{ owner }, theirs] = [await aFirm(), await aFirm()]
    const client = await owner.does(createClient, { name: "Harbour & Co", ownerId: owner.id })
    const missing = { code: "not_found" }
    await expect(owner.does(updateClient, { id: client.id, ownerId: theirs.owner.id })).rejects.toMatchObject(missing)
    await expect(owner.does(createClient, { name: "B", ownerId: theirs.owner.id })).rejects.toMatchObject(missing)
    expect((await owner.does(listClients, { ownerId: owner.id })).count).toBe(1)
  })

  it("names the fields that are wrong and changes nothing", async () => {
    const { firm, owner } = await aFirm()
    await expect(owner.does(createClient, { name: "", email: "nope" })).rejects.toMatchObject({
      code: "validation_error",
      fields: { name: [{ key: "kernel.field.required" }], email: [expect.anything()] },
    })
    expect(await eventsOf(firm)).toEqual([])
  })

  it("is written only by those who may", async () => {
    const { member } = await aFirm()
    const viewer = await member("readonly")
    await expect(viewer.does(createClient, { name: "Audit" })).rejects.toMatchObject({ code: "forbidden" })
    expect((await viewer.does(listClients, {})).count).toBe(0)
    const staff = await member("staff")
    await expect(staff.does(listClients, {})).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is offered to forms with its currency while it is active, the one chosen among any number", async () => {
    const { owner } = await aFirm()
    const first = await owner.does(createClient, { name: "Mill", currency: "EUR" })
    const old = await owner.does(createClient, { name: "Old mill" })
    await owner.does(updateClient, { id: old.id, status: "archived" })
    for (let n = 0; n < 51; n++) await owner.does(createClient, { name: `Farm ${n}` })
    const offered = async (asked: z.input<typeof listClientChoices.input>) =>
      (await owner.does(listClientChoices, asked)).results
    const mill = { value: first.id, label: "Mill", hint: "EUR" }

    expect(await offered({ q: "mill" })).toEqual([mill])
    expect(await offered({})).toHaveLength(50)
    expect(await offered({})).not.toContainEqual(mill)
    expect(await offered({ clientId: first.id })).toContainEqual(mill)
    expect(await offered({ clientId: first.id })).toHaveLength(50)
    expect(await offered({ all: true })).toHaveLength(52)
    expect(await offered({ clientId: old.id })).not.toContainEqual(expect.objectContaining({ value: old.id }))
  })

  it("is found by any of its words, whatever their case and accents, and paged both ways", async () => {
    const { owner } = await aFirm()
    for (const name of ["Ábbey Farm", "Harbour & Co", "Bay Farm", "Zed Farm"]) await owner.does(createClient, { name })

    const first = await owner.does(listClients, { q: "FARM", limit: 2 })
    expect(first).toMatchObject({ count: 3, previous: null })
    const second = await owner.does(listClients, { q: "FARM", limit: 2, cursor: first.next! })
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Ábbey Farm", "Bay Farm", "Zed Farm"]),
    )
    expect(second.next).toBeNull()
    expect((await owner.does(listClients, { q: "FARM", limit: 2, cursor: second.previous! })).items).toEqual(
      first.items,
    )
    expect((await owner.does(listClients, { q: "abbey" })).count).toBe(1)
  })
})
