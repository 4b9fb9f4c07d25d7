import type { Happened, Reaction } from "@/lib/kernel/reaction"
import { owner as database, type Somebody } from "./given"
import { scopeOf } from "./reacting"

/** Does what the worker would do when something happened last: each reaction, and again, since it may be repeated. */
export async function react(system: Somebody, name: string, reactions: Reaction[]) {
  const [event] = await database<Happened[]>`
    select id, name, subject_id as "subjectId", client_id as "clientId", at from audit_events
     where firm_id = ${system.visit.site.firm!.id} and name = ${name} order by at desc, id desc limit 1`
  if (!event) throw new Error(`nothing called ${name} has happened`)
  const scope = await scopeOf(system)
  const wanted = reactions.filter(({ on }) => [on].flat().includes(event.name))
  for (const one of [...wanted, ...wanted]) await one.run(event, scope)
}
