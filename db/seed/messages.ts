import { createMessage, markConversationRead } from "@/lib/domains/messages/operations"
import { createOurMessage, markOurMessagesRead } from "@/lib/domains/messages/portal"
import type { SoldWork } from "./crm"
import { conversations, type Said } from "./messages-data"
import type { World } from "./world"

/** What firm and clients have written to each other; the last words still wait to be read. */
export async function seedMessages(world: World, full: boolean, sold: SoldWork[]) {
  if (!full) return converse(world, sold[0]!, conversations.birch!, "birch.test")
  for (const work of sold)
    if (conversations[work.name]) await converse(world, work, conversations[work.name]!, "acme.test")
}

async function converse(world: World, { clientId, email }: SoldWork, said: Said[], domain: string) {
  const client = world.as(email)
  const member = (who: string) => world.as(`${who}@${domain}`)
  let last: Said | undefined
  for (const one of said) {
    const [daysAgo, hour, who, body] = one
    // Who answers has read what came before.
    if (last && (last[2] === "client") !== (who === "client")) {
      if (who === "client") await client.on(daysAgo, hour).does(markOurMessagesRead, {})
      else await member(who).on(daysAgo, hour).does(markConversationRead, { id: clientId })
    }
    if (who === "client") await client.on(daysAgo, hour).does(createOurMessage, { body })
    else await member(who).on(daysAgo, hour).does(createMessage, { clientId, body })
    last = one
  }
}
