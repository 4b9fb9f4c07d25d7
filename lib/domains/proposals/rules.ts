import { createHash } from "node:crypto"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { dateIn, now } from "@/lib/platform/clock"
import { Decimal, moneyString, roundMoney, sumMoney } from "@/lib/platform/money"
import { sign } from "@/lib/platform/secrets"
import type { NewLine, ProposalStatus } from "./schema"

/** What a draft to look around with has in place of a number: it takes a real one when it is sent. */
export const sampleNumber = "SAMPLE"

/** What a line comes to, rounded half away from zero to the currency's minor unit. */
export function pricedLine(line: NewLine, currency: string) {
  const amount = roundMoney(new Decimal(line.quantity).times(line.unitPrice), currency)
  const tax = amount.times(line.taxRate).dividedBy(100)
  const { description, quantity, unitPrice, taxRate, optional } = line
  return {
    description,
    quantity,
    unitPrice,
    taxRate,
    optional,
    selected: line.optional ? (line.selected ?? false) : true,
    amount: moneyString(amount, currency),
    tax: moneyString(tax, currency),
  }
}

type Priced = { amount: string; tax: string; optional: boolean; selected: boolean }

/** The sums of the lines that count: optional ones only when they are selected. */
export function totalsOf(lines: Priced[], currency: string) {
  const counted = lines.filter(({ optional, selected }) => !optional || selected)
  const subtotal = sumMoney(counted.map(({ amount }) => amount))
  const taxTotal = sumMoney(counted.map(({ tax }) => tax))
  return {
    subtotal: moneyString(subtotal, currency),
    taxTotal: moneyString(taxTotal, currency),
    total: moneyString(subtotal.plus(taxTotal), currency),
  }
}

export function requireNoDebt(total: string) {
  if (new Decimal(total).isNegative()) throw invalidField("lines", "proposals.refusals.negative")
}

type Stored = { status: ProposalStatus; validUntil: string | null }

/** The state as people see it: a sent proposal expires the day after its last day. */
export const statusOn = ({ status, validUntil }: Stored, today: string): ProposalStatus =>
  status === "sent" && validUntil !== null && validUntil < today ? "expired" : status

/** The last day of a proposal that is written today, unless somebody chooses another. */
export const validForMonth = (timeZone?: string) =>
  dateIn(timeZone ?? "UTC", new Date(now().getTime() + 30 * 24 * 60 * 60 * 1000))

/** Refuses an answer to a proposal that doesn't wait for one. */
export function requireOpen(proposal: Stored, today: string) {
  const status = statusOn(proposal, today)
  if (status !== "sent") throw conflict(`proposals.refusals.not.${status}`)
}

/** The secret of the public link, made again from the proposal whenever it is needed. */
export const linkSecret = ({ id, linkVersion }: { id: string; linkVersion: number }) =>
  `prp_${sign("proposal-link", `${id}:${linkVersion}`)}`

type Choosable = { id: string; optional: boolean; selected: boolean }

export type Choice = { selectedLineIds?: string[]; options?: { id: string; taken: boolean }[] }

export const choiceOf = ({ selectedLineIds, options }: Choice) =>
  selectedLineIds ?? options?.filter(({ taken }) => taken).map(({ id }) => id)

/** The lines as the client takes them; without a choice of theirs, as the firm proposed them. */
export function chosen<Line extends Choosable>(lines: Line[], selectedLineIds: string[] | undefined): Line[] {
  if (!selectedLineIds) return lines
  const optional = new Set(lines.filter((line) => line.optional).map(({ id }) => id))
  if (selectedLineIds.some((id) => !optional.has(id)))
    throw invalidField("selectedLineIds", "proposals.refusals.noSuchLine")
  const taken = new Set(selectedLineIds)
  return lines.map((line) => (line.optional ? { ...line, selected: taken.has(line.id) } : line))
}

export const selectedIds = (lines: Choosable[]) =>
  lines.filter((line) => line.optional && line.selected).map(({ id }) => id)

type Document = {
  id: string
  number: string
  title: string
  intro: string
  terms: string
  companyName: string
  recipientName: string
  currency: string
  validUntil: string | null
  lines: (Choosable & Record<"description" | "quantity" | "unitPrice" | "taxRate" | "amount" | "tax", string>)[]
}

/** A fingerprint of what was accepted: the same words and figures in the same order give the same. */
export function documentHash(proposal: Document): string {
  const { id, number, title, intro, terms, companyName, recipientName, currency, validUntil, lines } = proposal
  const rows = lines.map((line) => [
    line.id,
    line.description,
    line.quantity,
    line.unitPrice,
    line.taxRate,
    line.amount,
    line.tax,
    line.optional,
    line.selected,
  ])
  const { subtotal, taxTotal, total } = totalsOf(lines, currency)
  return createHash("sha256")
    .update(
      JSON.stringify([
        [id, number, title, intro, terms, companyName, recipientName, currency, validUntil],
        rows,
        [subtotal, taxTotal, total],
      ]),
    )
    .digest("hex")
}
