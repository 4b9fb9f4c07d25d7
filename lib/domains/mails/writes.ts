import { and, eq } from "drizzle-orm"
import { mails } from "@/db/schema"
import type { ReactionScope } from "@/lib/kernel/reaction"
import { now } from "@/lib/platform/clock"
import { env } from "@/lib/platform/env"
import { type Mail as OutgoingMail, sendMail } from "@/lib/platform/mail"

type Composed = Omit<OutgoingMail, "to" | "messageId">
type Mail = {
  /** One mail for each key, however often the work is repeated: "invoice.sent:<event id>". */
  dedupeKey: string
  template: string
  to: string
  subjectId: string
  compose(): Promise<Composed>
}

/** Sends a mail once: the intent is written first, the network comes between two transactions. */
export async function sendOnce(scope: ReactionScope, { dedupeKey, template, to, subjectId, compose }: Mail) {
  const mail = await scope.write(async (db) => {
    await db.insert(mails).values({ dedupeKey, template, recipient: to, subjectId }).onConflictDoNothing()
    const [row] = await db.select().from(mails).where(eq(mails.dedupeKey, dedupeKey))
    return row!
  })
  if (mail.status !== "queued") return

  const result = await sendMail({
    ...(await compose()),
    to,
    messageId: `<${mail.id}@${env.ROOT_DOMAIN.replace(/:\d+$/, "")}>`,
  })
  if (result.outcome === "retry") throw new Error(`mail ${mail.id} could not be handed over yet: ${result.reason}`)
  await scope.write((db) =>
    db
      .update(mails)
      .set(
        result.outcome === "sent"
          ? { status: "sent", sentAt: now().toISOString() }
          : { status: "refused", error: result.reason },
      )
      .where(and(eq(mails.id, mail.id), eq(mails.status, "queued"))),
  )
}
