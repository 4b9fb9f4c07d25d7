"use server"

import { action } from "@/lib/kernel/action"
import { createNote, deleteNote, updateNote } from "./operations"

const tab = ({ clientId }: { clientId: string }) => `/clients/${clientId}?tab=notes`

export const createNoteAction = action(createNote)
export const pinNoteAction = action(updateNote)
export const updateNoteAction = action(updateNote, { to: (note) => `${tab(note)}&done=saved` })
export const deleteNoteAction = action(deleteNote, { to: (note) => `${tab(note)}&done=noteDeleted` })
