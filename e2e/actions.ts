import { randomUUID } from "node:crypto"
import type { ActionRule } from "./action-policy"
import { tenantHashes } from "./database"
import { post } from "./forms"
import type { Actor } from "./route-policy"
import { routePolicy } from "./route-policy"
import { cookieFor, rowOf, shown } from "./routes"
import { hosts } from "./surroundings"

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> }
export type Action = { id: string; name: string; routes: string[] }

/** The build's server actions as `<folder>/<name>`, each with the pages that can call it. */
export const actionsOf = ({ node }: Manifest): Action[] =>
  Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename.split("/").at(-2)}/${exportedName}`,
    routes: Object.keys(workers).map(routeOf),
  }))

const routeOf = (worker: string) => worker.replace(/^app|\/\([\w-]+\)|\/page$/g, "") || "/"
type Host = "acme" | "portal" | "root"
const hostOf = (route: string): Host => (route.startsWith("/w") ? "acme" : route.startsWith("/p") ? "portal" : "root")

export type Sent = { status: number; text: string; redirect: string }

/** Calls an action as the browser's script does: state and form as its two arguments. */
export async function send(
  id: string,
  host: string,
  path: string,
  fields: Record<string, string>,
  cookie: Record<string, string>,
): Promise<Sent> {
  const form = Object.entries(fields).map(([name, value]): [string, string] => [`_1_${name}`, value])
  // The form's fields go first: they are looked for when the arguments are read.
  const body: [string, string][] = [...form, ["0", JSON.stringify([{ ok: false, fields: {}, values: {} }, "$K1"])]]
  const answer = await post(host, path, body, {
    "next-action": id,
    accept: "text/x-component",
    origin: `http://${host}`,
    ...cookie,
  })
  return { status: answer.status, text: answer.text, redirect: String(answer.headers["x-action-redirect"] ?? "") }
}

const filled = (route: string) => {
  const rule = routePolicy[route]
  return shown(route, rule?.on ?? "acme").replace(/\[[\w.]+\]/g, () => randomUUID())
}

/** Where an action can be called: the page with the fewest ids in its address, for each kind of host. */
export function places({ routes }: Action): { host: Host; path: string }[] {
  const simple = routes.toSorted((a, b) => a.split("[").length - b.split("[").length)
  const first = new Map<Host, string>()
  for (const route of simple) if (!first.has(hostOf(route))) first.set(hostOf(route), filled(route))
  return [...first].map(([host, path]) => ({ host, path }))
}

/** What a person might type into any form: an action that forgets to ask who it is would take it. */
export const typed = (id: string) => ({
  id,
  clientId: id,
  projectId: id,
  prospectId: id,
  taskId: id,
  ids: id,
  name: "Planted",
  title: "Planted",
  companyName: "Planted",
  contactName: "Planted",
  email: "planted@evil.test",
  body: "Planted",
  description: "Planted",
  hours: "1",
  date: new Date().toISOString().slice(0, 10),
  amount: "1",
  unitPrice: "1",
  status: "done",
  role: "admin",
  source: "evil",
  code: "6666",
  type: "asset",
  signerName: "Planted",
  signerEmail: "planted@evil.test",
})

export const isRefused = ({ status, text, redirect }: Sent) =>
  // Next answers {} when it finds the action on no page of the host.
  status >= 400 || text === "{}" || /^\/sign-in/.test(redirect) || (/"ok":false/.test(text) && redirect === "")

/** Posts an action as somebody who may not: a sentence for each time it is not refused. */
export async function tryAction(action: Action, { of }: ActionRule, actor: Actor, newcomer: string): Promise<string[]> {
  const problems: string[] = []
  const id = of ? (await rowOf(of, "acme")).id : randomUUID()
  for (const { host, path } of places(action)) {
    const answer = await send(action.id, hosts[host], path, typed(id), await cookieFor(actor, host, newcomer))
    if (!isRefused(answer))
      problems.push(
        `${actor} is not refused ${action.name}: ${answer.status} ${answer.redirect} ${answer.text.slice(0, 300)}`,
      )
  }
  return problems
}

/** Sentences about tables whose rows are not what they were. */
export async function changedSince(before: Record<string, string>): Promise<string[]> {
  const after = await tenantHashes()
  return Object.keys(after)
    .filter((name) => after[name] !== before[name])
    .map((name) => `rows of ${name} have changed`)
}
