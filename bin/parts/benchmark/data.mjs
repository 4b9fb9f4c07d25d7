import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { removeEmbeddedPostgres } from "../postgres.mjs"
import { step } from "../say.mjs"
import { typescript } from "../typescript.mjs"

const fewFirms = 10

/** Removes data whose loading was cut off: nobody knows what is in it. */
export function removeUnfinished(dataDir) {
  if (existsSync(join(dataDir, "loading"))) removeEmbeddedPostgres(dataDir)
}

/**
 * Two databases on one server, each with the large firm: among few firms and among many. Loaded once and kept: the second
 * begins as a copy of the first, and more firms are added to those that are there.
 */
export async function loadData({ dataDir, server, family, migration, firms }) {
  const [few, many] = ["few", "many"].map((name) => addressOf(server.superuserUrl, name))
  const load = async (name, url, count) => {
    const env = { ...migration, MIGRATION_DATABASE_URL: url, BULK_FIRMS: String(count) }
    const run = (what, file) => family.run(what, process.execPath, typescript(file), { env })
    await step(`Migrating (${name})`, () => run("migrate", "db/migrate.ts"))
    if (held(dataDir, name) >= count) return
    await step(`Loading ${count} firms (${name}), once`, () => run("load", "db/seed/bulk/main.ts"))
    writeFileSync(join(dataDir, `loaded-${name}`), String(count))
  }
  writeFileSync(join(dataDir, "loading"), "")
  await createDatabase(server, "few", "template1")
  await load("few", few, fewFirms)
  await createDatabase(server, "many", "few")
  await load("many", many, firms)
  rmSync(join(dataDir, "loading"))
  return { few: addressOf(server.url, "few"), many: addressOf(server.url, "many"), owner: many }
}

const held = (dataDir, name) => {
  const file = join(dataDir, `loaded-${name}`)
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
}

const addressOf = (address, name) => {
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.href
}

async function createDatabase(server, name, template) {
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} })
  const [found] = await sql`select 1 from pg_database where datname = ${name}`
  if (!found) await sql.unsafe(`create database ${name} template ${template}`)
  await sql.end()
}

/** Rows of the large firm that pages are asked about. */
export async function idsOf(owner) {
  const sql = postgres(owner, { max: 1, onnotice: () => {} })
  const [ids] =
    await sql`select f.id as firm, m.id as member, (select id from invoices i where i.firm_id = f.id and status = 'sent' order by id limit 1) as invoice,
      p.id as project, t.id as task, p.client_id as client, to_char(current_date, 'YYYY-MM-DD') as day, m.email
    from firms f join members m on m.firm_id = f.id and m.role = 'owner' join projects p on p.firm_id = f.id and p.status = 'active'
      join tasks t on t.firm_id = f.id and t.project_id = p.id where f.subdomain = 'large' order by p.id, t.id limit 1`
  await sql.end()
  return ids
}
