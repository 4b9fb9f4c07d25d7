"use server"

import { action } from "@/lib/kernel/action"
import { createContact, deleteContact, updateContact } from "./operations"

const tab = ({ clientId }: { clientId: string }) => `/clients/${clientId}?tab=contacts`

export const createContactAction = action(createContact, { to: (contact) => `${tab(contact)}&done=contactCreated` })
export const updateContactAction = action(updateContact, { to: (contact) => `${tab(contact)}&done=saved` })
export const deleteContactAction = action(deleteContact, { to: (contact) => `${tab(contact)}&done=contactDeleted` })
