import { createHash } from "node:crypto"
import postgres from "postgres"
import { databaseUrl, type Login } from "../client"
import { firmOf, idOf, type Owner, userOf } from "./rows"

/** Somebody at the database's door: a login role, and a key or none. */
export type Context = {
  name: string
  login: Login
  secret: string | null
  /** The rows this context may see at most; of firm-wide tables those of the firm. */
  sees: "firm A" | "firm B" | "client A1" | "client A2" | "proposal A1" | "nothing"
}

export const contexts: Context[] = [
  { name: "staff of A", login: "app_firm", secret: "staff-a", sees: "firm A" },
  { name: "staff of B", login: "app_firm", secret: "staff-b", sees: "firm B" },
  { name: "job of A", login: "app_worker", secret: "job-a", sees: "firm A" },
  { name: "client A1", login: "app_portal", secret: "client-a1", sees: "client A1" },
  { name: "client A2, its sibling", login: "app_portal", secret: "client-a2", sees: "client A2" },
  { name: "holder of a proposal's link", login: "app_portal", secret: "link-a1", sees: "proposal A1" },
  { name: "operator", login: "app_platform", secret: "operator", sees: "nothing" },
  { name: "the gate", login: "app_gate", secret: null, sees: "nothing" },
  { name: "the queue", login: "app_queue", secret: null, sees: "nothing" },
  { name: "firm role without a key", login: "app_firm", secret: null, sees: "nothing" },
  { name: "portal role without a key", login: "app_portal", secret: null, sees: "nothing" },
  { name: "worker without a key", login: "app_worker", secret: null, sees: "nothing" },
  { name: "staff with an expired key", login: "app_firm", secret: "expired", sees: "nothing" },
  { name: "staff with a revoked key", login: "app_firm", secret: "revoked", sees: "nothing" },
  { name: "client at the firm's door", login: "app_firm", secret: "client-a1", sees: "nothing" },
  { name: "staff at the portal's door", login: "app_portal", secret: "staff-a", sees: "nothing" },
  { name: "job's key at the firm's door", login: "app_firm", secret: "job-a", sees: "nothing" },
  { name: "operator at the firm's door", login: "app_firm", secret: "operator", sees: "nothing" },
]

/** The people behind the rows and the keys they hold. */
export async function plantKeys(sql: postgres.Sql) {
  const people = [
    ...(["A1", "A2", "B1"] as Owner[]).flatMap((owner) => [`staff ${owner}`, `client ${owner}`]),
    "operator",
  ]
  for (const who of people) {
    await sql`insert into auth.users (id, email, name, operator) values (${userOf(who)}, ${`${who.replace(" ", "-").toLowerCase()}@x.test`}, ${who}, ${who === "operator"})`
  }
  const key = (secret: string, values: Record<string, string | Date | null>) =>
    sql`insert into auth.keys ${sql({ hash: createHash("sha256").update(secret).digest(), expires_at: new Date(Date.now() + 3_600_000), ...values })}`
  const staff = (owner: Owner) => ({
    kind: "session",
    surface: "workspace",
    firm_id: firmOf(owner),
    user_id: userOf(`staff ${owner}`),
  })
  const client = (owner: Owner) => ({
    kind: "session",
    surface: "portal",
    firm_id: firmOf(owner),
    client_id: idOf("clients", owner),
    user_id: userOf(`client ${owner}`),
  })
  await key("staff-a", staff("A1"))
  await key("staff-b", staff("B1"))
  await key("expired", { ...staff("A1"), expires_at: new Date(Date.now() - 1000) })
  await key("revoked", { ...staff("A1"), revoked_at: new Date() })
  await key("client-a1", client("A1"))
  await key("client-a2", client("A2"))
  await key("job-a", { kind: "job", surface: "workspace", firm_id: firmOf("A1") })
  await key("link-a1", {
    kind: "link",
    surface: "portal",
    firm_id: firmOf("A1"),
    subject_kind: "proposal",
    subject_id: idOf("proposals", "A1"),
  })
  await key("operator", { kind: "session", surface: "platform", user_id: userOf("operator") })
}

/** One connection for each login. */
export function openLogins() {
  const pools = new Map<Login, postgres.Sql>()
  for (const { login } of contexts) {
    if (!pools.has(login)) pools.set(login, postgres(databaseUrl(login), { max: 1, onnotice: () => {} }))
  }
  return pools
}
