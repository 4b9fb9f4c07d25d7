import { type ActionRule, actionPolicy } from "./action-policy"
import { actionsOf, changedSince, isRefused, places, send, tryAction, typed } from "./actions"
import { tenantHashes } from "./database"
import { expect, test } from "./fixtures"
import { type Actor, actors } from "./route-policy"
import { cookieFor, difference, manifest, rowOf } from "./routes"
import { hosts } from "./surroundings"
import { member } from "./team"

const built = () =>
  actionsOf(manifest("server/server-reference-manifest.json")).filter(({ name }) => !name.startsWith("design/"))
const ruled = () =>
  built().flatMap((action) => {
    const rule = actionPolicy[action.name]
    return rule && rule.may !== "everybody" ? [{ action, rule, may: rule.may }] : []
  })
const aNewcomer = async (tokens: Parameters<typeof member>[0]) =>
  (await member(tokens, { role: "staff", grants: [] })).email

test("every server action of the build is declared, and nothing else is", () => {
  const [here, declared] = [built().map(({ name }) => name), Object.keys(actionPolicy)]
  expect(difference(here, declared), "actions without a policy").toEqual([])
  expect(difference(declared, here), "policies without an action").toEqual([])
})

test("every action refuses everybody who may not, with rows of the firm's own, and changes nothing", async ({
  tokens,
}) => {
  test.setTimeout(120_000)
  const newcomer = await aNewcomer(await tokens("owner"))
  for (const actor of actors) await cookieFor(actor, "acme", newcomer)
  const before = await tenantHashes()
  const problems: string[] = []
  let tried = 0
  for (const { action, rule, may } of ruled()) {
    const wrong = actors.filter((actor) => !may.includes(actor))
    const found = await Promise.all(wrong.map((actor) => tryAction(action, rule, actor, newcomer)))
    problems.push(...found.flat())
    tried += wrong.length
  }
  expect(problems).toEqual([])
  expect(await changedSince(before)).toEqual([])
  expect(tried).toBeGreaterThan(400)
})

test("who may do it in one firm may not with another firm's rows", async ({ tokens }) => {
  const newcomer = await aNewcomer(await tokens("owner"))
  const cookie = await cookieFor("birch", "acme", newcomer)
  const before = await tenantHashes()
  const problems: string[] = []
  for (const { action, rule } of ruled()) {
    if (!rule.of || !rule.may.includes("owner")) continue
    const { path } = places(action).find(({ host }) => host === "acme")!
    const answer = await send(action.id, hosts.birch, path, typed((await rowOf(rule.of, "acme")).id), cookie)
    if (!isRefused(answer))
      problems.push(`${action.name}: ${answer.status} ${answer.redirect} ${answer.text.slice(0, 300)}`)
  }
  expect(problems).toEqual([])
  expect(await changedSince(before)).toEqual([])
})

test("who may do it for one client may not with a sibling's rows", async ({ tokens }) => {
  const newcomer = await aNewcomer(await tokens("owner"))
  const before = await tenantHashes()
  const problems: string[] = []
  for (const [actor, other] of [
    ["pat", "Globex"],
    ["gil", "Northwind"],
  ] as const) {
    const cookie = await cookieFor(actor, "portal", newcomer)
    for (const { action, rule, may } of ruled()) {
      if (!rule.of || !may.includes(actor)) continue
      const { path } = places(action).find(({ host }) => host === "portal")!
      const answer = await send(action.id, hosts.portal, path, typed((await rowOf(rule.of, "acme", other)).id), cookie)
      if (!isRefused(answer))
        problems.push(`${actor} ${action.name}: ${answer.status} ${answer.redirect} ${answer.text.slice(0, 300)}`)
    }
  }
  expect(problems).toEqual([])
  expect(await changedSince(before)).toEqual([])
})

test("a firm's action is no less refused when it is called through the portal or the website", async ({ tokens }) => {
  const newcomer = await aNewcomer(await tokens("owner"))
  const before = await tenantHashes()
  const problems: string[] = []
  for (const { action, rule, may } of ruled()) {
    if (!may.includes("owner")) continue
    const fields = typed(rule.of ? (await rowOf(rule.of, "acme")).id : "x")
    for (const [actor, host, path] of [
      ["pat", "portal", "/projects"],
      ["operator", "root", "/platform"],
      ["anonymous", "root", "/sign-in"],
    ] as const) {
      const answer = await send(action.id, hosts[host], path, fields, await cookieFor(actor, host, newcomer))
      if (!isRefused(answer))
        problems.push(`${actor} ${action.name} on ${host}: ${answer.status} ${answer.text.slice(0, 200)}`)
    }
  }
  expect(problems).toEqual([])
  expect(await changedSince(before)).toEqual([])
})

test("the gate finds an action that nobody declared, and one that lets in whom it should not", async ({ tokens }) => {
  const newcomer = await aNewcomer(await tokens("owner"))
  const planted = {
    node: { f00: { filename: "lib/domains/leads/actions.ts", exportedName: "leakAction", workers: {} } },
  }
  expect(
    difference(
      actionsOf(planted).map(({ name }) => name),
      Object.keys(actionPolicy),
    ),
  ).toEqual(["leads/leakAction"])

  const action = built().find(({ name }) => name === "leads/createLeadAction")!
  const nobody: ActionRule & { may: Actor[] } = { may: [] }
  const before = await tenantHashes()
  const problems = await tryAction(action, nobody, "owner", newcomer)
  expect(problems.join()).toContain("owner is not refused leads/createLeadAction")
  expect(await changedSince(before)).toContain("rows of leads have changed")
})
