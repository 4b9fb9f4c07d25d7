import { randomBytes, randomInt } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { owner as database } from "./database"

/** Secrets by their kind. */
export type Canaries = Record<string, string>

const random = () => randomBytes(32).toString("base64url")

/** A secret of each kind that nobody else has, in the form that the real ones have. */
export function canaries(): Canaries {
  return {
    password: `Passw0rd-${random()}`,
    accessToken: ["eyJhbGciOiJIUzI1NiJ9", Buffer.from(`{"jti":"${random()}"}`).toString("base64url"), random()].join(
      ".",
    ),
    refreshToken: random(),
    cardNumber: cardNumber(),
    resetSecret: random(),
    apiKey: `cpk_${random()}`,
    invitationSecret: random(),
  }
}

/** Sixteen digits with a right check digit. */
function cardNumber(): string {
  const digits = [4, ...Array.from({ length: 14 }, () => randomInt(10))]
  const sum = digits
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0)
  return [...digits, (10 - (sum % 10)) % 10].join("")
}

// Of a token the signature: what it is worth. A part of a secret that was cut is a find too.
const coreOf = (secret: string) => (secret.split(".").at(-1) ?? secret).slice(-24, -4)
const needlesOf = (kind: string, secret: string) =>
  kind === "cardNumber"
    ? [secret, secret.replace(/\d{4}(?=\d)/g, "$& "), secret.replace(/\d{4}(?=\d)/g, "$&-")]
    : [coreOf(secret)]

const needles = (secrets: Canaries) =>
  Object.entries(secrets).flatMap(([kind, secret]) => needlesOf(kind, secret).map((needle) => ({ kind, needle })))

/** Sentences about secrets in a text. */
export function canariesIn(text: string, secrets: Canaries, where: string): string[] {
  return needles(secrets)
    .filter(({ needle }) => text.includes(needle))
    .map(({ kind, needle }) => {
      const at = text.indexOf(needle)
      return `${kind} in ${where}: ${text.slice(Math.max(0, at - 200), at + 80)}`
    })
}

const logs = { web: logOf("web"), worker: logOf("worker") }
/** The file that a process of the installation prints to. */
export function logOf(name: "web" | "worker"): string {
  return join(process.env.E2E_RUN_DIR ?? "", "../logs", `${name}.log`)
}
export const readLog = (name: "web" | "worker") => readFileSync(logs[name], "utf8")

export const inLogs = (secrets: Canaries) =>
  (["web", "worker"] as const).flatMap((name) => canariesIn(readLog(name), secrets, `the ${name} log`))

/** From now on every payload that is given to the queue is kept, also of jobs that are done and gone. */
export async function watchJobs(): Promise<void> {
  await database().unsafe(`create schema if not exists witness;
    create table if not exists witness.payloads (payload text);
    create or replace function witness.note() returns trigger language plpgsql security definer set search_path = pg_catalog as
      $$ begin insert into witness.payloads values (new.payload::text || coalesce(new.last_error, '')); return null; end $$;
    create or replace trigger witness after insert or update on graphile_worker._private_jobs
      for each row execute function witness.note()`)
}
export const watchNoLonger = () => database().unsafe("drop schema witness cascade")

/** Every table of the database, row by row: the trail, the queue and what it was given, and all that an installation keeps. */
export async function inDatabase(secrets: Canaries): Promise<string[]> {
  const tables = await database()<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  for (const wanted of ["public.audit_events", "witness.payloads", "graphile_worker._private_jobs", "auth.keys"])
    if (!tables.some(({ name }) => name === wanted)) throw new Error(`there is no ${wanted} to look through`)
  const found: string[] = []
  for (const { name } of tables) {
    const like = needles(secrets).map(({ needle }) => `%${needle.replaceAll("_", "\\_")}%`)
    const rows = await database().unsafe<{ text: string }[]>(
      `select r::text as text from ${name} r where r::text like any ($1) limit 3`,
      [like],
    )
    found.push(...rows.flatMap(({ text }) => canariesIn(text, secrets, name)))
  }
  return found
}
