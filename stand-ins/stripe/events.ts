import type Stripe from "stripe"
import type { Call } from "./call"
import { missing } from "./failure"
import { createdIn, listOf } from "./lists"

export function retrieveEvent({ world, owner, path }: Call): Stripe.Event {
  const event = world.state.get("event", owner, path.id!)
  if (!event) throw missing("event", path.id!)
  return event
}

export function listEvents({ world, owner, params }: Call<Stripe.EventListParams>): Stripe.ApiList<Stripe.Event> {
  const { created, type, types } = params
  const named = types ?? (type ? [type] : undefined)
  const wanted = (event: Stripe.Event) => !named || named.some((name) => matches(name, event.type))
  return listOf("/v1/events", world.state.all("event", owner).filter(createdIn(created)).filter(wanted), params)
}

const matches = (name: string, type: string) =>
  name.endsWith("*") ? type.startsWith(name.slice(0, -1)) : type === name
