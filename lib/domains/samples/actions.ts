"use server"

import { action } from "@/lib/kernel/action"
import { addSampleData, removeSampleData } from "./operations"

export const addSampleDataAction = action(addSampleData, { to: () => "/?done=samplesAdded" })
export const removeSampleDataAction = action(removeSampleData, {
  to: ({ kept }) => (kept.length > 0 ? "/?kept=true" : "/?done=samplesRemoved"),
})
