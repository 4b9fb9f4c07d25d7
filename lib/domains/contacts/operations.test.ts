import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { aFirm, eventsOf } from "@/test/given"
import { createContact, deleteContact, listContacts, readContact, updateContact } from "./operations"

async function aClientWithContact() {
  const firm = await aFirm()
  const client = await firm.owner.does(createClient, { name: "Harbour & Co" })
  const contact = await firm.owner.does(createContact, {
    clientId: client.id,
    name: "Ana Pires",
    email: "ANA@harbour.test",
    isPrimary: true,
  })
  return { ...firm, client, contact }
}

describe("a contact", () => {
  it("belongs to a client and is found by name, address and client", async () => {
    const { owner, client, contact } = await aClientWithContact()
    expect(contact).toMatchObject({ clientName: "Harbour & Co", email: "ana@harbour.test", isPrimary: true })
    expect((await owner.does(listContacts, { q: "pires harbour.test" })).items).toMatchObject([{ id: contact.id }])
    expect((await owner.does(listContacts, { clientId: client.id })).count).toBe(1)
    expect((await owner.does(listContacts, { clientId: crypto.randomUUID() })).count).toBe(0)
  })

  it("that becomes primary takes the place of the one before", async () => {
    const { owner, client, contact } = await aClientWithContact()
    const next = await owner.does(createContact, { clientId: client.id, name: "Ben Oyelaran" })
    await owner.does(updateContact, { id: next.id, isPrimary: true })
    expect((await owner.does(readContact, { id: contact.id })).isPrimary).toBe(false)
    expect((await owner.does(listContacts, { isPrimary: true })).items).toMatchObject([{ id: next.id }])
  })

  it("can be deleted, and the trail says who did it without telling the client's portal", async () => {
    const { firm, owner, contact } = await aClientWithContact()
    await owner.does(deleteContact, { id: contact.id })
    await expect(owner.does(readContact, { id: contact.id })).rejects.toMatchObject({ code: "not_found" })
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "contact.deleted", subjectId: contact.id })
  })

  it("of another firm is as if it did not exist", async () => {
    const { contact, client } = await aClientWithContact()
    const { owner: stranger } = await aFirm()
    const missing = { code: "not_found" }
    await expect(stranger.does(readContact, { id: contact.id })).rejects.toMatchObject(missing)
    await expect(stranger.does(updateContact, { id: contact.id, name: "Mine" })).rejects.toMatchObject(missing)
    await expect(stranger.does(deleteContact, { id: contact.id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createContact, { clientId: client.id, name: "Mole" })).rejects.toMatchObject(missing)
    expect((await stranger.does(listContacts, {})).count).toBe(0)
  })

  it("is written only by those who may write clients", async () => {
    const { member, client, contact } = await aClientWithContact()
    const viewer = await member("readonly")
    expect((await viewer.does(readContact, { id: contact.id })).name).toBe("Ana Pires")
    const no = { code: "forbidden" }
    await expect(viewer.does(createContact, { clientId: client.id, name: "X" })).rejects.toMatchObject(no)
    await expect(viewer.does(updateContact, { id: contact.id, name: "X" })).rejects.toMatchObject(no)
    await expect(viewer.does(deleteContact, { id: contact.id })).rejects.toMatchObject(no)
    await expect((await member("staff")).does(listContacts, {})).rejects.toMatchObject(no)
  })
})
