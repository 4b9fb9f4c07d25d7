import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { aFirm, owner as database } from "@/test/given"
import { createNote, deleteNote, listNotes, readNote, updateNote } from "./operations"

async function aNote() {
  const firm = await aFirm()
  const client = await firm.owner.does(createClient, { name: "Harbour & Co" })
  const note = await firm.owner.does(createNote, { clientId: client.id, body: "Pays late in December." })
  return { ...firm, client, note }
}

describe("an internal note", () => {
  it("says who wrote it, and pinned ones come first", async () => {
    const { owner, client, note } = await aNote()
    const newer = await owner.does(createNote, { clientId: client.id, body: "Prefers the phone." })
    expect(note.authorName).toBe("Test owner")
    const order = async () => (await owner.does(listNotes, { clientId: client.id })).items.map(({ id }) => id)
    expect(await order()).toEqual([newer.id, note.id])
    await owner.does(updateNote, { id: note.id, pinned: true })
    expect(await order()).toEqual([note.id, newer.id])
    expect((await owner.does(listNotes, { clientId: client.id, pinned: true })).count).toBe(1)
  })

  it("pages through pinned and unpinned without losing one", async () => {
    const { owner, client } = await aNote()
    for (const body of ["a", "b", "c"])
      await owner.does(createNote, { clientId: client.id, body, pinned: body === "b" })
    const first = await owner.does(listNotes, { clientId: client.id, limit: 2 })
    const second = await owner.does(listNotes, { clientId: client.id, limit: 2, cursor: first.next! })
    expect([...first.items, ...second.items].map(({ body }) => body)).toEqual(["b", "c", "a", "Pays late in December."])
    expect(second.next).toBeNull()
  })

  it("never reaches the client: no portal user may call it, and its events name no client", async () => {
    const { portalUser, client, note, firm } = await aNote()
    const pat = await portalUser(client.id)
    await expect(pat.does(readNote, { id: note.id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(pat.does(listNotes, {})).rejects.toMatchObject({ code: "forbidden" })
    const events = await database`select client_id from audit_events where firm_id = ${firm.id} and name like 'note.%'`
    expect(events.map((event) => event.client_id)).toEqual([null])
  })

  it("of another firm is as if it did not exist", async () => {
    const { client, note } = await aNote()
    const { owner: stranger } = await aFirm()
    const missing = { code: "not_found" }
    await expect(stranger.does(readNote, { id: note.id })).rejects.toMatchObject(missing)
    await expect(stranger.does(updateNote, { id: note.id, body: "x" })).rejects.toMatchObject(missing)
    await expect(stranger.does(deleteNote, { id: note.id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createNote, { clientId: client.id, body: "x" })).rejects.toMatchObject(missing)
  })

  it("is not empty, is changed and deleted only by those who may", async () => {
    const { owner, member, note, client } = await aNote()
    await expect(owner.does(createNote, { clientId: client.id, body: "  " })).rejects.toMatchObject({
      code: "validation_error",
      fields: { body: [{ key: "kernel.field.required" }] },
    })
    const viewer = await member("readonly")
    await expect(viewer.does(updateNote, { id: note.id, body: "x" })).rejects.toMatchObject({ code: "forbidden" })
    await expect(viewer.does(deleteNote, { id: note.id })).rejects.toMatchObject({ code: "forbidden" })
    await owner.does(deleteNote, { id: note.id })
    expect((await owner.does(listNotes, { clientId: client.id })).count).toBe(0)
  })
})
