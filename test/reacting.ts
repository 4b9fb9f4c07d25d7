import { withKey } from "@/db/tenant"
import { actorOf } from "@/lib/kernel/actor"
import { perform } from "@/lib/kernel/perform"
import type { Happened, Reaction, ReactionScope } from "@/lib/kernel/reaction"
import { owner, type Somebody } from "./given"

/** What the worker gives to a reaction, with the firm's own job key. */
export async function scopeOf({ key, visit }: Somebody): Promise<ReactionScope> {
  return {
    key,
    actor: await withKey(key, "read", async (_db, who) => actorOf(who, "job")),
    read: (work) => withKey(key, "read", work),
    write: (work) => withKey(key, "write", work),
    perform: (operation, input) => perform(operation, key, input as never, visit) as never,
  }
}

/** Runs a reaction for every event it listens to, oldest first, as the worker would; doing so twice must be harmless. */
export async function react(system: Somebody, firmId: string, reaction: Reaction) {
  const names = Array.isArray(reaction.on) ? reaction.on : [reaction.on]
  const events = await owner<Happened[]>`select id, name, subject_id as "subjectId", client_id as "clientId", at::text
    from audit_events where firm_id = ${firmId} and name = any(${names}) order by at, id`
  const scope = await scopeOf(system)
  for (const event of events) await reaction.run({ ...event }, scope)
}
