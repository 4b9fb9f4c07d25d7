import { createClient } from "@/lib/domains/clients/operations"
import { createInvoice } from "@/lib/domains/invoices/operations/drafts"
import { sendInvoice } from "@/lib/domains/invoices/operations/issuing"
import { createInvoiceFromTime } from "@/lib/domains/invoices/time/operations"
import { trialBalance } from "@/lib/domains/ledger/operations"
import { createProject } from "@/lib/domains/projects/operations"
import { createTask } from "@/lib/domains/tasks/operations/tasks"
import { createTimeEntry } from "@/lib/domains/time/operations/entries"
import { today } from "@/lib/platform/clock"
import type { Somebody } from "./given"

/** A client with a project and a task to bill time on. */
export async function aProject(owner: Somebody, client: { name?: string; email?: string; currency?: string } = {}) {
  const { id: clientId, currency } = await owner.does(createClient, { name: "Harbour & Co", ...client })
  const { id: projectId } = await owner.does(createProject, { clientId, name: "Year end 2026" })
  const { id: taskId } = await owner.does(createTask, { id: projectId, title: "Bookkeeping" })
  return { clientId, projectId, taskId, currency }
}

type Time = { hours: string; hourlyRate?: string; taskId?: string | null; date?: string; billable?: boolean }

export const worked = (owner: Somebody, project: { projectId: string; taskId: string }, time: Time) =>
  owner.does(createTimeEntry, {
    projectId: project.projectId,
    taskId: project.taskId,
    date: today(),
    hourlyRate: "200.00",
    description: "Work",
    ...time,
  })

/** A draft from 2.5 hours at 200.00: 500.00, and tax on it. */
export async function aDraft(owner: Somebody, taxRate = "0") {
  const project = await aProject(owner, { email: "accounts@harbour.test" })
  await worked(owner, project, { hours: "2.50" })
  return owner.does(createInvoiceFromTime, { clientId: project.clientId, projectId: project.projectId, taxRate })
}

/** An invoice of one line that has been sent. */
export async function anInvoice(
  owner: Somebody,
  unitPrice = "500.00",
  given: { clientId?: string; taxRate?: string } = {},
) {
  const clientId =
    given.clientId ?? (await owner.does(createClient, { name: "Harbour & Co", email: "accounts@harbour.test" })).id
  const lines = [{ description: "Advice", unitPrice, taxRate: given.taxRate ?? "0" }]
  const { id } = await owner.does(createInvoice, { clientId, lines })
  return owner.does(sendInvoice, { id })
}

/** What each account shows, by its code; the ledger must balance for this to answer. */
export async function balances(owner: Somebody): Promise<Record<string, string>> {
  const { currencies } = await owner.does(trialBalance, {})
  for (const { debit, credit } of currencies) if (debit !== credit) throw new Error(`${debit} is not ${credit}`)
  return Object.fromEntries(currencies.flatMap(({ rows }) => rows.map((row) => [row.account, row.balance])))
}

/** How each of several tries was refused; "done" for one that was not. */
export const outcomes = async (tries: Promise<unknown>[]) =>
  (await Promise.allSettled(tries)).map((one) => (one.status === "fulfilled" ? "done" : (one.reason.code as string)))
