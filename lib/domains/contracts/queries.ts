import { and, asc, eq, getColumns, ne, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, contracts, portalUsers, proposalLines, proposals } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { contractStatuses } from "./schema"

const sorts = ["number", "createdAt", "title", "total"] as const

export const contractList = listInput(sorts, {
  status: z.enum(contractStatuses).optional(),
  clientId: id.optional(),
})

const sortBy = {
  number: { by: contracts.number, type: "text" },
  createdAt: { by: contracts.id, type: "uuid" },
  title: { by: contracts.title, type: "text" },
  total: { by: contracts.total, type: "numeric" },
} as const

const joined = (db: TenantDb, sortValue: SQL<string> = sql<string>`''`) =>
  db
    .select({ ...getColumns(contracts), clientName: always(clients.name), proposalNumber: proposals.number, sortValue })
    .from(contracts)
    .leftJoin(clients, eq(clients.id, contracts.clientId))
    .leftJoin(proposals, eq(proposals.id, contracts.proposalId))

export function findContracts(db: TenantDb, { q, status, clientId, ...asked }: z.output<typeof contractList>) {
  // The client's name is searched in a subquery, so that counting needs no join.
  const clientName = sql`(select c.name from clients c where c.firm_id = contracts.firm_id and c.id = contracts.client_id)`
  const where = and(
    status ? eq(contracts.status, status) : undefined,
    clientId ? eq(contracts.clientId, clientId) : undefined,
    matches(q, contracts.number, contracts.title, clientName),
  )
  return pageOfRows(asked, {
    id: contracts.id,
    sorts: sortBy,
    fallback: "-createdAt",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      joined(db, sortValue)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where) => db.$count(contracts, where),
  })
}

export async function contractById(db: TenantDb, contractId: string) {
  const [contract] = await joined(db).where(eq(contracts.id, contractId))
  if (!contract) throw notFound("contract")
  return contract
}

export async function lockContract(db: TenantDb, contractId: string) {
  const [contract] = await db.select().from(contracts).where(eq(contracts.id, contractId)).for("update")
  if (!contract) throw notFound("contract")
  return contract
}

/** What the contract covers: the lines of its proposal that were taken. */
export const coveredLines = (db: TenantDb, proposalId: string | null) =>
  proposalId === null
    ? Promise.resolve([])
    : db
        .select({
          description: proposalLines.description,
          quantity: proposalLines.quantity,
          unitPrice: proposalLines.unitPrice,
          amount: proposalLines.amount,
          tax: proposalLines.tax,
        })
        .from(proposalLines)
        .where(and(eq(proposalLines.proposalId, proposalId), eq(proposalLines.selected, true)))
        .orderBy(asc(proposalLines.position))

/** The columns that a client may read. */
const ourColumns = {
  id: contracts.id,
  number: contracts.number,
  proposalId: contracts.proposalId,
  title: contracts.title,
  terms: contracts.terms,
  status: contracts.status,
  currency: contracts.currency,
  total: contracts.total,
  startsOn: contracts.startsOn,
  endsOn: contracts.endsOn,
  sentAt: contracts.sentAt,
  signedAt: contracts.signedAt,
  signerName: contracts.signerName,
  signedOnBehalf: contracts.signedOnBehalf,
  createdAt: contracts.createdAt,
}

export const ourContractList = listInput(["number", "createdAt"], {
  status: z.enum(["sent", "signed", "void"]).optional(),
})

export function findOurContracts(db: TenantDb, { q, status, ...asked }: z.output<typeof ourContractList>) {
  const where = and(
    ne(contracts.status, "draft"),
    status ? eq(contracts.status, status) : undefined,
    matches(q, contracts.number, contracts.title),
  )
  return pageOfRows(asked, {
    id: contracts.id,
    sorts: sortBy,
    fallback: "-createdAt",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...ourColumns, sortValue })
        .from(contracts)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where) => db.$count(contracts, where),
  })
}

export async function ourContractById(db: TenantDb, contractId: string) {
  const [contract] = await db.select(ourColumns).from(contracts).where(eq(contracts.id, contractId))
  if (!contract) throw notFound("contract")
  return contract
}

/** The client as it is named on paper. */
export async function partyOf(db: TenantDb, contractId: string) {
  const [client] = await db
    .select({ name: clients.name, address: clients.address })
    .from(contracts)
    .innerJoin(clients, eq(clients.id, contracts.clientId))
    .where(eq(contracts.id, contractId))
  return client!
}

type Addressed = { clientId: string; signerName: string | null; signerEmail: string | null }

/** Who gets the contract by mail: those who may sign in for the client, or who signed when nobody may yet. */
export async function readersOf(db: TenantDb, { clientId, signerName, signerEmail }: Addressed) {
  const active = await db
    .select({ name: portalUsers.name, email: portalUsers.email })
    .from(portalUsers)
    .where(and(eq(portalUsers.clientId, clientId), eq(portalUsers.status, "active")))
  if (active.length > 0) return active
  return signerEmail ? [{ name: signerName ?? signerEmail, email: signerEmail }] : []
}
