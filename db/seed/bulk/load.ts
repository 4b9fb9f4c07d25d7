import type postgres from "postgres"
import { issueInvoices, loadInvoices, postLedger } from "./money"
import { loadClients, loadPeople, prepare } from "./people"
import { loadSales } from "./sales"
import type { Crowd } from "./sizes"
import { loadEvents, loadTalk, sealEvents } from "./talk"
import { loadProjects, loadTasks, loadTime } from "./work"

type Options = { passwordHash: string; say?: (line: string) => void }

/**
 * Fills firms by the statement instead of by the row, as the database's owner: constraints and triggers hold as for
 * everybody. The connection must be one (`max: 1`): what the statements share lives in it.
 */
export async function loadCrowd(sql: postgres.Sql, crowd: Crowd, { passwordHash, say = () => {} }: Options) {
  const steps: [name: string, load: () => Promise<unknown>][] = [
    ["firms and people", () => loadPeople(sql, passwordHash)],
    ["clients", () => loadClients(sql, passwordHash)],
    ["projects", () => loadProjects(sql)],
    ["tasks", () => loadTasks(sql)],
    ["invoices", () => loadInvoices(sql)],
    ["issuing", () => issueInvoices(sql)],
    ["postings", () => postLedger(sql)],
    ["time", () => loadTime(sql)],
    ["sales", () => loadSales(sql)],
    ["messages", () => loadTalk(sql)],
    ["events", () => loadEvents(sql)],
    ["seals", () => sealEvents(sql)],
  ]
  await prepare(sql, crowd)
  for (const [name, load] of steps) {
    const from = performance.now()
    await load()
    // The next step joins with these; nobody has counted them yet.
    await sql`analyze clients, projects, tasks, invoices, payments`
    say(`${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`)
  }
}

/** Statistics and visibility as autovacuum leaves them. */
export const settle = (sql: postgres.Sql) => sql`vacuum analyze`
