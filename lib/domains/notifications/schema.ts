import { z } from "zod"
import { id, maybe, moment } from "@/lib/kernel/fields"

export const subjectKinds = ["client", "invoice", "lead", "proposal", "task"] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const notificationOut = z
  .object({
    id,
    event: z.string(),
    subjectKind: z.enum(subjectKinds),
    subjectId: id,
    /** What happened, in the reader's language. */
    text: z.string(),
    /** The same as a key of the catalogue's `notifications` and what it names, for a page in another language. */
    sentence: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }),
    /** The page that shows it, on the host the reader uses. */
    href: z.string(),
    readAt: maybe(moment),
    createdAt: moment,
  })
  .meta({ id: "Notification" })
export type Notification = z.output<typeof notificationOut>

export const unreadOut = z.object({ count: z.int() })
export const readOut = z.object({ read: z.int() })
