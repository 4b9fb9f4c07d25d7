import { and, asc, eq, sql } from "drizzle-orm"
import { clients, members, messages, portalUsers } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { type FirmProfile, firmProfile } from "@/lib/domains/firms/queries"
import { portalUrl } from "@/lib/domains/firms/rules"
import { fromFirm } from "@/lib/domains/mails/rules"
import { sendOnce } from "@/lib/domains/mails/writes"
import { rolePermissions } from "@/lib/kernel/permissions"
import { task } from "@/lib/kernel/reaction"
import { siteUrl } from "@/lib/platform/env"
import { translator } from "@/lib/platform/translator"
import { otherSide, type Side } from "./rules"

type Recipient = { id: string; email: string }
type Waiting = { id: string; authorName: string; body: string }

/** Mails the side that has not read what was written: once for each person until they read. */
export const remindOfUnread = task({
  name: "unread_messages",
  async run(payload, scope) {
    const { threadId, clientId, reader } = payload as { threadId: string; clientId: string; reader: Side }
    const found = await scope.read(async (db) => {
      const waiting = await waitingFor(db, threadId, reader)
      if (waiting.length === 0) return null
      const recipients = await (reader === "staff" ? ofTheFirm(db, clientId) : ofTheClient(db, clientId))
      const [client] = await db.select({ name: clients.name }).from(clients).where(eq(clients.id, clientId))
      return { waiting, recipients, client: client!, firm: await firmProfile(db) }
    })
    if (!found) return
    for (const recipient of found.recipients) {
      await sendOnce(scope, {
        // The first unread message names the burst: until it is read, others add no mail.
        dedupeKey: `messages.unread:${found.waiting[0]!.id}:${recipient.id}`,
        template: "messages.unread",
        to: recipient.email,
        subjectId: threadId,
        compose: async () => compose(reader, found, clientId),
      })
    }
  },
})

const waitingFor = (db: TenantDb, threadId: string, reader: Side): Promise<Waiting[]> =>
  db
    .select({ id: messages.id, authorName: messages.authorName, body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.authorKind, otherSide(reader)),
        reader === "staff" ? sql`read_by_firm_at is null` : sql`read_by_client_at is null`,
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))

const ofTheClient = (db: TenantDb, clientId: string): Promise<Recipient[]> =>
  db
    .select({ id: portalUsers.id, email: portalUsers.email })
    .from(portalUsers)
    .where(and(eq(portalUsers.clientId, clientId), eq(portalUsers.status, "active")))

/** Who looks after the client, if they may read messages; else the firm's owners. */
async function ofTheFirm(db: TenantDb, clientId: string): Promise<Recipient[]> {
  const active = await db
    .select({
      id: members.id,
      email: members.email,
      role: members.role,
      grants: members.grants,
      looksAfter: sql<boolean>`exists (select 1 from clients c where c.owner_id = members.id and c.id = ${clientId})`,
    })
    .from(members)
    .where(eq(members.status, "active"))
  const readers = active.filter(
    ({ role, grants }) => rolePermissions[role]?.includes("messages:read") || grants.includes("messages:read"),
  )
  const minder = readers.filter(({ looksAfter }) => looksAfter)
  return minder.length > 0 ? minder : readers.filter(({ role }) => role === "owner")
}

type Found = { waiting: Waiting[]; client: { name: string }; firm: FirmProfile }

function compose(reader: Side, { waiting, client, firm }: Found, clientId: string) {
  const t = translator(firm.locale, "messages.mail")
  const sender = reader === "staff" ? client.name : firm.name
  const values = { sender, count: waiting.length }
  const url =
    reader === "staff" ? siteUrl("firm", firm.subdomain, `/messages?client=${clientId}`) : portalUrl(firm, "/messages")
  const shown = waiting.slice(-3).map(({ authorName, body }) => `${authorName}: ${excerpt(body)}`)
  return fromFirm(firm, t("subject", values), {
    preheader: shown[0]!,
    heading: t("heading", values),
    paragraphs: shown,
    action: { label: t("action"), url },
    footer: [t("footer")],
  })
}

const excerpt = (text: string, length = 300) =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text
