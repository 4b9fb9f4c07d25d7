"use server"

import { action } from "@/lib/kernel/action"
import { createMessage } from "./operations"
import { createOurMessage } from "./portal"

export const postMessageAction = action(createMessage)
export const postOurMessageAction = action(createOurMessage)
