import { createHash, randomBytes, randomUUID } from "node:crypto"
import { firmOf, idOf, plantRows, userOf, type World } from "../db/isolation/rows"
import { owner as database } from "./database"
import { root } from "./surroundings"

export type Keyed = { userId: string; secret: string; host: string; cookie: string }
export type PlantedWorld = World & {
  idOf(table: string, owner: string): string
  firmOf(owner: string): string
  /** A person of the firm, and one of each client. */
  staff(owner: string): Keyed
  client(owner: string): Keyed
}
type Wanted = { firms: number; clients: number; text?: World["text"] }

/** Firms with a row in every table for each of their clients, put straight into the database: no other test meets them. */
export async function plantWorld({ firms, clients, text }: Wanted): Promise<PlantedWorld> {
  const [namespace, name] = [randomUUID(), randomBytes(4).toString("hex")]
  const letters = [..."ABCDEFGH"].slice(0, firms)
  const owners = letters.flatMap((letter) => Array.from({ length: clients }, (_, at) => `${letter}${at + 1}`))
  const subdomainOf = (owner: string) => `planted-${owner[0]!.toLowerCase()}-${name}`
  const world: World = { owners, namespace, subdomainOf, text }
  const keys = new Map<string, Keyed>()
  await plantRows(database(), world)
  for (const owner of owners) {
    const firm = { id: firmOf(owner, namespace), subdomain: subdomainOf(owner) }
    for (const who of ["staff", "client"]) {
      const userId = userOf(`${who} ${owner}`, namespace)
      const email = text?.("auth.users", "email", owner) ?? "x"
      await database()`insert into auth.users (id, email, name, password_hash, email_verified_at)
        values (${userId}, ${`${who}-${email}-${randomBytes(4).toString("hex")}@${firm.subdomain}.test`}, 'Planted person',
          ${text?.("auth.users", "password_hash", owner) ?? null}, now())`
      keys.set(
        `${who} ${owner}`,
        await plantKey(firm, userId, who === "client" ? idOf("clients", owner, namespace) : null),
      )
    }
  }
  return {
    ...world,
    idOf: (table, owner) => idOf(table, owner, namespace),
    firmOf: (owner) => firmOf(owner, namespace),
    staff: (owner) => keys.get(`staff ${owner}`)!,
    client: (owner) => keys.get(`client ${owner}`)!,
  }
}

type Access = { kind?: "session" | "api"; scopes?: string[] }

/** A key of a person in a firm, for the workspace or a client's portal; the workspace's is also good as a bearer token. */
export async function plantKey(
  { id, subdomain }: { id: string; subdomain: string },
  userId: string,
  clientId: string | null,
  { kind = "session", scopes }: Access = {},
): Promise<Keyed> {
  const secret = `cpk_${randomBytes(32).toString("base64url")}`
  const surface = clientId ? "portal" : "workspace"
  await database()`insert into auth.keys (hash, kind, surface, firm_id, client_id, user_id, scopes, expires_at)
    values (${createHash("sha256").update(secret).digest()}, ${kind}, ${surface}, ${id}, ${clientId}, ${userId}, ${scopes ?? null},
      now() + interval '1 day')`
  return {
    userId,
    secret,
    host: clientId ? `${subdomain}.portal.${root}` : `${subdomain}.${root}`,
    cookie: `${clientId ? "__Host-ps" : "__Host-fs"}=${secret}`,
  }
}
