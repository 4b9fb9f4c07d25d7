import { z } from "zod"
import { currency, decimalOut, email, id, line, maybe, moment, optionalLine, prose } from "@/lib/kernel/fields"

export const clientStatuses = ["active", "archived"] as const
export const portalRoles = ["admin", "billing", "viewer"] as const

export const clientOut = z
  .object({
    id,
    name: z.string(),
    status: z.enum(clientStatuses),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
    taxId: z.string(),
    currency: z.string(),
    ownerId: maybe(id),
    prospectId: maybe(id),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Client" })
export type Client = z.output<typeof clientOut>

const amountIn = z.object({ currency: z.string(), amount: decimalOut })

/** Null: not for the eyes of who asks. One amount for each currency. */
export const clientFigures = z
  .object({
    clientId: id,
    activeProjects: maybe(z.int()),
    openInvoices: maybe(z.int()),
    overdueInvoices: maybe(z.int()),
    outstanding: maybe(z.array(amountIn)),
    unbilledHours: maybe(decimalOut),
    unbilled: maybe(z.array(amountIn)),
  })
  .meta({ id: "ClientFigures" })
export type ClientFigures = z.output<typeof clientFigures>

const mailAddress = z.union([z.literal(""), email])

export const newClient = z.strictObject({
  name: line(),
  email: mailAddress.default(""),
  phone: optionalLine(50).default(""),
  address: prose(500).default(""),
  taxId: optionalLine(50).default(""),
  currency: currency.optional(),
  ownerId: maybe(id).optional(),
})

export const clientChange = z.strictObject({
  id,
  name: line().optional(),
  email: mailAddress.optional(),
  phone: optionalLine(50).optional(),
  address: prose(500).optional(),
  taxId: optionalLine(50).optional(),
  currency: currency.optional(),
  ownerId: maybe(id).optional(),
  status: z.enum(clientStatuses).optional(),
})
