import { and, eq, inArray, isNull, not } from "drizzle-orm"
import {
  clients,
  contacts,
  leads,
  notes,
  projects,
  proposals,
  prospects,
  sampleRecords,
  tasks,
  timeEntries,
} from "@/db/schema"
import { newId } from "@/db/schema/columns"
import { sqlState, type TenantDb } from "@/db/tenant"
import type { Scope } from "@/lib/kernel/operation"
import { now, today } from "@/lib/platform/clock"
import { moneyString } from "@/lib/platform/money"
import { translator } from "@/lib/platform/translator"
import { takeNumber } from "../numbers/writes"
import { sampleNumber } from "../proposals/rules"
import { replaceLines } from "../proposals/writes"
import { usualProbability } from "../prospects/rules"
import { shiftDays } from "../time/rules"
import { pricedEntry, workerOf } from "../time/writes"
import { type SampleRow, shelves } from "./queries"
import {
  removalOrder,
  sampleClients,
  sampleHours,
  sampleLeads,
  sampleLines,
  sampleProspects,
  sampleRate,
  sampleTasks,
} from "./rules"
import type { SampleKind } from "./schema"

type Planting = Awaited<ReturnType<typeof newPlanting>>

/**
 * Makes the samples and remembers each. They are written as rows, not through the operations: nothing may follow from
 * them (mails, numbers), and the audit trail tells of them once.
 */
export async function plantSamples(scope: Scope, firm: { hourlyRate: string | null }) {
  const planting = await newPlanting(scope, firm)
  await plantLeads(planting)
  await plantPipeline(planting)
  const clientId = await plantClients(planting)
  await plantProject(planting, clientId)
  await scope.db.insert(sampleRecords).values(planting.made)
}

async function newPlanting({ db, actor }: Scope, firm: { hourlyRate: string | null }) {
  const made: { kind: SampleKind; subjectId: string; name: string }[] = []
  const member = await workerOf(db, actor, null)
  const day = today(actor.timeZone)
  return {
    db,
    actor,
    made,
    member,
    day: (inDays: number) => shiftDays(day, inDays),
    rate: moneyString(member.hourlyRate ?? firm.hourlyRate ?? sampleRate, actor.currency),
    t: translator(actor.locale, "samples.records"),
    /** A new id, remembered with what the row will be called. */
    remember(kind: SampleKind, name: string) {
      const subjectId = newId()
      made.push({ kind, subjectId, name })
      return subjectId
    },
  }
}

async function plantLeads({ db, t, member, remember }: Planting) {
  await db.insert(leads).values(
    sampleLeads.map(({ key, ...given }) => {
      const companyName = t(`leads.${key}.company`)
      const [contactName, message] = [t(`leads.${key}.contact`), t(`leads.${key}.message`)]
      return { ...given, id: remember("lead", companyName), companyName, contactName, message, ownerId: member.id }
    }),
  )
}

async function plantPipeline({ db, actor, t, day, member, remember }: Planting) {
  const { currency } = actor
  const rows = sampleProspects.map(({ key, email, stage, value, closesIn }) => {
    const companyName = t(`prospects.${key}.company`)
    return {
      id: remember("prospect", companyName),
      companyName,
      contactName: t(`prospects.${key}.contact`),
      email,
      stage,
      currency,
      probability: usualProbability[stage],
      estimatedValue: moneyString(value, currency),
      expectedCloseOn: day(closesIn),
      nextStep: t(`prospects.${key}.nextStep`),
      ownerId: member.id,
    }
  })
  await db.insert(prospects).values(rows)

  const { id: prospectId, companyName, contactName: recipientName, email: recipientEmail } = rows[0]!
  const [title, intro, terms] = [t("proposal.title"), t("proposal.intro"), t("proposal.terms")]
  const id = remember("proposal", title)
  const recipient = { prospectId, companyName, recipientName, recipientEmail }
  await db
    .insert(proposals)
    .values({ ...recipient, id, number: sampleNumber, title, intro, terms, currency, validUntil: day(30) })
  const lines = sampleLines.map(({ key, ...line }) => ({ ...line, description: t(`lines.${key}`), taxRate: "0" }))
  await replaceLines(db, id, lines, currency)
}

/** Answers the first client, whose project there is. */
async function plantClients({ db, actor, t, member, remember }: Planting) {
  const ids: string[] = []
  for (const { key, email, contacts: people } of sampleClients) {
    const [name, address, body] = [t(`clients.${key}.name`), t(`clients.${key}.address`), t(`clients.${key}.note`)]
    const clientId = remember("client", name)
    ids.push(clientId)
    await db
      .insert(clients)
      .values({ id: clientId, name, email, address, currency: actor.currency, ownerId: member.id })
    await db.insert(contacts).values(
      people.map((person, at) => {
        const name = t(`contacts.${person.key}.name`)
        const jobTitle = t(`contacts.${person.key}.title`)
        return { id: remember("contact", name), clientId, name, jobTitle, email: person.email, isPrimary: at === 0 }
      }),
    )
    await db.insert(notes).values({ id: remember("note", body), clientId, body, authorId: member.id })
  }
  return ids[0]!
}

async function plantProject({ db, actor, t, day, rate, member, remember }: Planting, clientId: string) {
  const { currency } = actor
  const name = t("project.name")
  const projectId = remember("project", name)
  await db.insert(projects).values({
    id: projectId,
    clientId,
    name,
    description: t("project.description"),
    status: "active",
    currency,
    hourlyRate: rate,
    startsOn: day(-10),
    dueOn: day(14),
    managerId: member.id,
  })

  const taskIds = new Map<string, string>()
  const rows = sampleTasks.map(({ key, status, dueIn }, position) => {
    const title = t(`tasks.${key}`)
    const id = remember("task", title)
    taskIds.set(key, id)
    const completedAt = status === "done" ? now().toISOString() : null
    return { id, projectId, clientId, title, status, position, completedAt, dueOn: day(dueIn), assigneeId: member.id }
  })
  await db.insert(tasks).values(rows)

  for (const { key, task, daysAgo, hours, billable } of sampleHours) {
    const worked = { projectId, taskId: taskIds.get(task)!, date: day(-daysAgo), hours, billable }
    const priced = await pricedEntry(db, actor, worked, member)
    const description = t(`time.${key}`)
    const id = remember("timeEntry", description)
    await db.insert(timeEntries).values({ ...worked, ...priced, id, description, memberId: member.id })
  }
}

/** Deletes each of them that nobody has made real; what is left is the firm's own from now on, and the answer. */
export async function removeSamples(db: TenantDb, samples: SampleRow[], day: string) {
  const belongings = samples.filter(({ kind }) => kind === "contact" || kind === "note")
  for (const kind of removalOrder) {
    for (const sample of samples.filter((one) => one.kind === kind))
      await removeUnlessReal(db, sample, kind === "client" ? belongings : [])
  }
  const left = await stillThere(db, samples)
  await leave(db, left, day)
  await db.delete(sampleRecords).where(isNull(sampleRecords.keptAt))
  return left
}

class InUse extends Error {}

// What is real hangs on a record by a foreign key: the database refuses, and its word holds against whoever comes late.
async function removeUnlessReal(db: TenantDb, sample: SampleRow, belongings: SampleRow[]) {
  try {
    await db.transaction(async (savepoint) => {
      for (const one of belongings) await take(savepoint, one, sample)
      if ((await take(savepoint, sample)) === 0) throw new InUse()
    })
  } catch (error) {
    if (!(error instanceof InUse) && sqlState(error) !== "23503") throw error
  }
}

async function take(db: Pick<TenantDb, "delete">, { kind, subjectId, name }: SampleRow, client?: SampleRow) {
  const { table, id, name: called, real, clientId } = shelves[kind]
  const its = client && clientId && eq(clientId, client.subjectId)
  const where = and(eq(id, subjectId), eq(called, name), real && not(real), its)
  return (await db.delete(table).where(where).returning({ id })).length
}

async function stillThere(db: TenantDb, samples: SampleRow[]) {
  const left: SampleRow[] = []
  for (const sample of samples) {
    const { table, id } = shelves[sample.kind]
    if ((await db.$count(table, eq(id, sample.subjectId))) > 0) left.push(sample)
  }
  return left
}

/** Leaves them to the firm: a draft among them gets a number like any other. */
async function leave(db: TenantDb, left: SampleRow[], day: string) {
  const ids = left.map(({ subjectId }) => subjectId)
  if (ids.length === 0) return
  await db.update(sampleRecords).set({ keptAt: now().toISOString() }).where(inArray(sampleRecords.subjectId, ids))
  const unnumbered = and(inArray(proposals.id, ids), eq(proposals.number, sampleNumber))
  for (const { id } of await db.select({ id: proposals.id }).from(proposals).where(unnumbered))
    await db
      .update(proposals)
      .set({ number: await takeNumber(db, "P", day) })
      .where(eq(proposals.id, id))
}
