import { and, eq, ne } from "drizzle-orm"
import { z } from "zod"
import { contacts } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { clientById } from "@/lib/domains/clients/queries"
import { changedFields, touched } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { contactById, contactList, findContacts } from "./queries"
import { contactChange, contactOut, newContact } from "./schema"

export const listContacts = list({
  name: "contacts.list",
  summary: "List contacts",
  permission: "clients:read",
  rest: "GET /clients/contacts",
  input: contactList,
  item: contactOut,
  run: (input, { db }) => findContacts(db, input),
})

export const readContact = query({
  name: "contacts.read",
  summary: "Read a contact",
  permission: "clients:read",
  rest: "GET /clients/contacts/{id}",
  input: z.strictObject({ id }),
  output: contactOut,
  run: ({ id }, { db }) => contactById(db, id),
})

export const createContact = mutation({
  name: "contacts.create",
  summary: "Add a contact",
  permission: "clients:write",
  rest: "POST /clients/contacts",
  input: newContact,
  output: contactOut,

  async run(input, { db, record }) {
    const client = await clientById(db, input.clientId, { lock: true })
    const [contact] = await db.insert(contacts).values(input).returning()
    if (input.isPrimary) await onlyPrimary(db, contact!)
    record("contact.created", { id: contact!.id }, [])
    return { ...contact!, clientName: client.name }
  },
})

export const updateContact = mutation({
  name: "contacts.update",
  summary: "Change a contact",
  permission: "clients:write",
  rest: "PATCH /clients/contacts/{id}",
  input: contactChange,
  output: contactOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await contactById(db, id, { lock: true })
    expect(before)
    const [after] = await db.update(contacts).set(touched(changes)).where(eq(contacts.id, id)).returning()
    if (changes.isPrimary) await onlyPrimary(db, after!)
    const contact = { ...after!, clientName: before.clientName }
    record("contact.updated", { id }, changedFields(before, contact))
    return contact
  },
})

export const deleteContact = mutation({
  name: "contacts.delete",
  summary: "Delete a contact",
  permission: "clients:write",
  rest: "DELETE /clients/contacts/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: contactOut,

  async run({ id }, { db, record, expect }) {
    const contact = await contactById(db, id, { lock: true })
    expect(contact)
    await db.delete(contacts).where(eq(contacts.id, id))
    record("contact.deleted", { id })
    return contact
  },
})

/** A client has one primary contact at most: a new one takes the place of the old. */
const onlyPrimary = (db: TenantDb, { id, clientId }: { id: string; clientId: string }) =>
  db
    .update(contacts)
    .set({ isPrimary: false })
    .where(and(eq(contacts.clientId, clientId), eq(contacts.isPrimary, true), ne(contacts.id, id)))
