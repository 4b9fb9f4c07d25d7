"use server"

import { action } from "@/lib/kernel/action"
import { createApiKey, revokeApiKey } from "./operations"

export const createApiKeyAction = action(createApiKey, { data: ({ key, name }) => ({ key, name }) })
export const revokeApiKeyAction = action(revokeApiKey)
