import { at } from "./fixtures"
import { type Actor, type Rule, routePolicy } from "./route-policy"
import { pathFor } from "./routes"
import type { HostName } from "./surroundings"

/** The pages that an actor may have on a host, with ids of rows that are theirs. */
export async function pagesOf(actor: Actor, on: Rule["on"] & HostName): Promise<string[]> {
  const rules = Object.entries(routePolicy).filter((entry): entry is [string, Rule] => "to" in entry[1])
  const mine = rules.filter(([, rule]) => rule.on === on && rule.to.includes(actor))
  const paths = await Promise.all(mine.map(([route, rule]) => pathFor(route, rule, actor, "own")))
  return paths.map((path) => at(on, path))
}
