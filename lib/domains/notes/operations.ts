import { eq } from "drizzle-orm"
import { z } from "zod"
import { notes } from "@/db/schema"
import { clientById } from "@/lib/domains/clients/queries"
import { changedFields, touched } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { findNotes, noteById, noteList } from "./queries"
import { newNote, noteChange, noteOut } from "./schema"

// Events of notes name no client: even that there are notes is the firm's own business.

export const listNotes = list({
  name: "notes.list",
  summary: "List internal notes",
  permission: "notes:read",
  rest: "GET /clients/notes",
  input: noteList,
  item: noteOut,
  run: (input, { db }) => findNotes(db, input),
})

export const readNote = query({
  name: "notes.read",
  summary: "Read an internal note",
  permission: "notes:read",
  rest: "GET /clients/notes/{id}",
  input: z.strictObject({ id }),
  output: noteOut,
  run: ({ id }, { db }) => noteById(db, id),
})

export const createNote = mutation({
  name: "notes.create",
  summary: "Write an internal note",
  permission: "notes:write",
  rest: "POST /clients/notes",
  input: newNote,
  output: noteOut,

  async run(input, { db, actor, record }) {
    await clientById(db, input.clientId)
    const [note] = await db
      .insert(notes)
      .values({ ...input, authorId: actor.id })
      .returning()
    record("note.created", { id: note!.id })
    return { ...note!, authorName: actor.name }
  },
})

export const updateNote = mutation({
  name: "notes.update",
  summary: "Change an internal note",
  permission: "notes:write",
  rest: "PATCH /clients/notes/{id}",
  input: noteChange,
  output: noteOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await noteById(db, id, { lock: true })
    expect(before)
    const [after] = await db.update(notes).set(touched(changes)).where(eq(notes.id, id)).returning()
    const note = { ...after!, authorName: before.authorName }
    record("note.updated", { id }, changedFields(before, note))
    return note
  },
})

export const deleteNote = mutation({
  name: "notes.delete",
  summary: "Delete an internal note",
  permission: "notes:write",
  rest: "DELETE /clients/notes/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: noteOut,

  async run({ id }, { db, record, expect }) {
    const note = await noteById(db, id, { lock: true })
    expect(note)
    await db.delete(notes).where(eq(notes.id, id))
    record("note.deleted", { id })
    return note
  },
})
