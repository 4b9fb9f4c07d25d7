"use server"

import { action } from "@/lib/kernel/action"
import { createClient, updateClient } from "./operations"

export const createClientAction = action(createClient, { to: ({ id }) => `/clients/${id}?done=clientCreated` })
export const updateClientAction = action(updateClient, { to: ({ id }) => `/clients/${id}?done=saved` })
export const archiveClientAction = action(updateClient, {
  to: ({ id, status }) => `/clients/${id}?done=${status === "archived" ? "clientArchived" : "clientRestored"}`,
})
