import { z } from "zod"
import { id, maybe, moment } from "@/lib/kernel/fields"

/** A firm as operators see it: counts and times, nothing of its content. */
export const platformFirm = z
  .object({
    id,
    name: z.string(),
    subdomain: z.string(),
    portalDomain: maybe(z.string()),
    currency: z.string(),
    createdAt: moment,
    suspendedAt: maybe(moment),
    members: z.int(),
    clients: z.int(),
    projects: z.int(),
    invoices: z.int(),
    lastActiveAt: maybe(moment),
  })
  .meta({ id: "PlatformFirm" })
export type PlatformFirm = z.output<typeof platformFirm>

export const platformJobs = z.object({
  tasks: z.array(
    z.object({ task: z.string(), waiting: z.int(), running: z.int(), dead: z.int(), oldest: maybe(moment) }),
  ),
})
