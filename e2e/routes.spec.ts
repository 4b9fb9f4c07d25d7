import { expect, test } from "./fixtures"
import { actors, type Open, type Rule, routePolicy } from "./route-policy"
import { difference, manifest, routesOf, tryOpen, tryRoute } from "./routes"
import { member } from "./team"

const built = () => routesOf(manifest<Record<string, string>>("app-path-routes-manifest.json"))
const rules = Object.entries(routePolicy).filter((entry): entry is [string, Rule] => "to" in entry[1])
const opens = Object.entries(routePolicy).filter((entry): entry is [string, Open] => "answers" in entry[1])

test("every route of the build is declared, and nothing else is", () => {
  const declared = Object.keys(routePolicy)
  expect(difference(built(), declared), "routes without a policy").toEqual([])
  expect(difference(declared, built()), "policies without a route").toEqual([])
})

test("every page answers every kind of person as declared, for own, siblings', foreign, random and malformed ids", async ({
  tokens,
}) => {
  test.setTimeout(240_000)
  const newcomer = await member(await tokens("owner"), { role: "staff", grants: [] })
  const problems: string[] = []
  let tried = 0
  // One after the other for each: what a page marks as read is counted on the next.
  const asActor = async (actor: (typeof actors)[number]) => {
    for (const [route, rule] of rules) {
      const result = await tryRoute(route, rule, actor, newcomer.email)
      problems.push(...result.problems)
      tried += result.tried
    }
  }
  await Promise.all(actors.map(asActor))
  expect(problems).toEqual([])
  expect(tried).toBeGreaterThan(rules.length * actors.length)
})

test("what is open to everybody answers nonsense as declared", async () => {
  const problems: string[] = []
  for (const [route, rule] of opens) problems.push(...(await tryOpen(route, rule)))
  expect(problems).toEqual([])
})

test("the gate finds a route that nobody declared, and a page that is more open than it should be", async ({
  tokens,
}) => {
  const newcomer = await member(await tokens("owner"), { role: "staff", grants: [] })
  const planted = [...built(), "/w/forgotten/[id]"]
  expect(difference(planted, Object.keys(routePolicy))).toEqual(["/w/forgotten/[id]"])

  const tooStrict: Rule = { on: "acme", to: ["owner"], of: ["clients"] }
  const open = await tryRoute("/w/clients/[id]", tooStrict, "viewer", newcomer.email)
  expect(open.problems.join()).toMatch(/viewer gets 200 .* for own .*, not 403/)
  const tooLax: Rule = { on: "acme", to: actors, of: ["clients"] }
  const closed = await tryRoute("/w/clients/[id]", tooLax, "newcomer", newcomer.email)
  expect(closed.problems.join()).toMatch(/newcomer gets 403 .* for own .*, not 200/)
})
