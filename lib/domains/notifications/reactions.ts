import { reaction } from "@/lib/kernel/reaction"
import { followEvent } from "./operations"
import { readingEvents, tellingEvents } from "./rules"

export const tellPeople = reaction({
  on: [...tellingEvents, ...readingEvents],
  name: "notifications.tellPeople",
  run: async ({ id }, { perform }) => void (await perform(followEvent, { id })),
})
