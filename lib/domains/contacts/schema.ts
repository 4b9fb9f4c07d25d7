import { z } from "zod"
import { email, id, line, moment, optionalLine } from "@/lib/kernel/fields"

export const contactOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    jobTitle: z.string(),
    isPrimary: z.boolean(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Contact" })
export type Contact = z.output<typeof contactOut>

const mailAddress = z.union([z.literal(""), email])

export const newContact = z.strictObject({
  clientId: id,
  name: line(),
  email: mailAddress.default(""),
  phone: optionalLine(50).default(""),
  jobTitle: optionalLine().default(""),
  isPrimary: z.boolean().default(false),
})

export const contactChange = z.strictObject({
  id,
  name: line().optional(),
  email: mailAddress.optional(),
  phone: optionalLine(50).optional(),
  jobTitle: optionalLine().optional(),
  isPrimary: z.boolean().optional(),
})
