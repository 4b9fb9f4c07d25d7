import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database } from "./client"

export type HostFirm = {
  id: string
  name: string
  subdomain: string
  portalDomain: string | null
  accent: string
  locale: string
  currency: string
  logoKey: string | null
  suspended: boolean
}

type Rows<T> = T[]
const call = async <T>(query: SQL): Promise<Rows<T>> =>
  (await database("app_gate").execute(query)) as unknown as Rows<T>
const bytes = (hash: Buffer) => sql`decode(${hash.toString("hex")}, 'hex')`

export type OpenKey = {
  kind: "session" | "access" | "refresh" | "handoff"
  surface: "workspace" | "portal" | "platform"
  hash: Buffer
  userId: string
  firmId: string | null
  clientId: string | null
  family?: string | null
  expiresAt: string
  ip?: string | null
  userAgent?: string | null
  bind?: string | null
}

export type SignUp = {
  keyId: string
  hash: Buffer
  firmName: string
  subdomain: string
  currency: string
  timeZone: string
  name: string
  email: string
  passwordHash: string
  until: string
  host: string
}

/** The few calls that precede a firm: one method for each function that app_gate may execute, nothing else. */
export const gate = {
  async firmByHost(kind: "subdomain" | "domain" | "id", name: string) {
    const [firm] =
      await call<HostFirm>(sql`select id, firm_name as name, subdomain, portal_domain as "portalDomain", accent, locale,
      currency, logo_key as "logoKey", suspended from auth.firm_by_host(${kind}, ${name})`)
    return firm
  },
  async credentials(email: string) {
    const [row] = await call<{ userId: string; passwordHash: string | null; operator: boolean }>(
      sql`select user_id as "userId", password_hash as "passwordHash", operator from auth.credentials(${email})`,
    )
    return row
  },
  async personByIdentity(issuer: string, subject: string) {
    const [row] = await call<{ userId: string }>(
      sql`select user_id as "userId" from auth.person_by_identity(${issuer}, ${subject})`,
    )
    return row?.userId
  },
  async linkIdentity(issuer: string, subject: string, email: string) {
    const [row] = await call<{ id: string | null }>(
      sql`select auth.link_identity(${issuer}, ${subject}, ${email}) as id`,
    )
    return row?.id ?? undefined
  },
  memberships: (userId: string) =>
    call<{ firmId: string; firmName: string; subdomain: string; memberId: string; role: string }>(
      sql`select firm_id as "firmId", firm_name as "firmName", subdomain, member_id as "memberId", role from auth.memberships(${userId})`,
    ),
  portalMemberships: (userId: string, firmId: string) =>
    call<{ clientId: string; clientName: string; portalUserId: string }>(
      sql`select client_id as "clientId", client_name as "clientName", portal_user_id as "portalUserId"
        from auth.portal_memberships(${userId}, ${firmId})`,
    ),
  async openKey(k: OpenKey) {
    await call(sql`select auth.open_key(${k.kind}, ${k.surface}, ${bytes(k.hash)}, ${k.userId}::uuid, ${k.firmId}::uuid, ${k.clientId}::uuid,
      ${k.family ?? null}::uuid, ${k.expiresAt}::timestamptz, ${k.ip ?? null}, ${k.userAgent ?? null}, ${k.bind ?? null})`)
  },
  async rotate(r: { old: Buffer; refresh: Buffer; access: Buffer; refreshUntil: string; accessUntil: string }) {
    const [row] = await call<{
      userId: string
      firmId: string | null
      clientId: string | null
      surface: "workspace" | "portal" | "platform"
    }>(
      sql`select user_id as "userId", firm_id as "firmId", client_id as "clientId", surface from auth.rotate(${bytes(r.old)},
        ${bytes(r.refresh)}, ${bytes(r.access)}, ${r.refreshUntil}::timestamptz, ${r.accessUntil}::timestamptz)`,
    )
    return row
  },
  async endKey(hash: Buffer) {
    await call(sql`select auth.end_key(${bytes(hash)})`)
  },
  async recentFailures(account: string, address: string) {
    const [row] = await call<{ byAccount: number; byAddress: number }>(
      sql`select by_account as "byAccount", by_address as "byAddress" from auth.recent_failures(${account}, ${address})`,
    )
    return row!
  },
  async noteFailure(account: string, address: string) {
    await call(sql`select auth.note_failure(${account}, ${address})`)
  },
  async forgetFailures(account: string) {
    await call(sql`select auth.forget_failures(${account})`)
  },
  async startReset(email: string, keyId: string, hash: Buffer, until: string, host: string) {
    await call(sql`select auth.start_reset(${email}, ${keyId}::uuid, ${bytes(hash)}, ${until}::timestamptz, ${host})`)
  },
  async finishReset(hash: Buffer, passwordHash: string) {
    const [row] = await call<{ id: string | null }>(
      sql`select auth.finish_reset(${bytes(hash)}, ${passwordHash}) as id`,
    )
    return row?.id ?? undefined
  },
  async invitation(hash: Buffer) {
    const [row] = await call<{
      about: "member" | "portal_user"
      firmId: string
      firmName: string
      subdomain: string
      clientId: string | null
      clientName: string | null
      email: string
      name: string
      userId: string | null
      hasPassword: boolean
    }>(sql`select about, firm_id as "firmId", firm_name as "firmName", subdomain, client_id as "clientId", client_name as "clientName",
      email, name, person as "userId", coalesce(has_password, false) as "hasPassword" from auth.invitation(${bytes(hash)})`)
    return row
  },
  async acceptInvitation(hash: Buffer, name: string, passwordHash: string | null) {
    const [row] = await call<{
      userId: string
      firmId: string
      clientId: string | null
      about: "member" | "portal_user"
    }>(
      sql`select user_id as "userId", firm_id as "firmId", client_id as "clientId", about from auth.accept_invitation(${bytes(hash)}, ${name}, ${passwordHash})`,
    )
    return row
  },
  async spendHandoff(hash: Buffer, firmId: string, surface: string, bind: string) {
    const [row] = await call<{ userId: string; clientId: string | null }>(
      sql`select user_id as "userId", client_id as "clientId" from auth.use_handoff(${bytes(hash)}, ${firmId}::uuid, ${surface}, ${bind})`,
    )
    return row
  },
  async openForm(firmId: string, slug: string, hash: Buffer, until: string) {
    const [row] = await call<{ id: string | null }>(
      sql`select auth.open_form(${firmId}::uuid, ${slug}, ${bytes(hash)}, ${until}::timestamptz) as id`,
    )
    return row?.id ?? undefined
  },
  async openWebhook(account: string, hash: Buffer, until: string) {
    const [row] = await call<{ id: string | null }>(
      sql`select auth.open_webhook(${account}, ${bytes(hash)}, ${until}::timestamptz) as id`,
    )
    return row?.id ?? undefined
  },
  async subdomainFree(subdomain: string) {
    const [row] = await call<{ free: boolean }>(sql`select auth.subdomain_free(${subdomain}) as free`)
    return row!.free
  },
  /** False when the subdomain was taken in the meantime. */
  async startSignUp(s: SignUp) {
    const [row] = await call<{
      started: boolean
    }>(sql`select auth.start_sign_up(${s.keyId}::uuid, ${bytes(s.hash)}, ${s.firmName},
      ${s.subdomain}, ${s.currency}, ${s.timeZone}, ${s.name}, ${s.email}, ${s.passwordHash}, ${s.until}::timestamptz, ${s.host}) as started`)
    return row!.started
  },
  async signUp(hash: Buffer) {
    const [row] = await call<{ firmName: string; subdomain: string; email: string; passwordHash: string }>(
      sql`select firm_name as "firmName", subdomain, email, password_hash as "passwordHash" from auth.sign_up(${bytes(hash)})`,
    )
    return row
  },
  async finishSignUp(hash: Buffer) {
    const [row] = await call<{ firmId: string; subdomain: string; email: string }>(
      sql`select firm_id as "firmId", subdomain, email from auth.finish_sign_up(${bytes(hash)})`,
    )
    return row
  },
  async requestDemo(r: { id: string; name: string; email: string; company: string; people: string; message: string }) {
    await call(
      sql`select auth.request_demo(${r.id}::uuid, ${r.name}, ${r.email}, ${r.company}, ${r.people}, ${r.message})`,
    )
  },
  /** Takes one from a bucket of `allowed` per `seconds`; remaining -1 means refused for `waitMs`. */
  async take(bucket: string, allowed: number, seconds: number) {
    const [row] = await call<{ remaining: number; waitMs: number }>(
      sql`select remaining, wait_ms as "waitMs" from auth.take(${bucket}, ${allowed}::integer, make_interval(secs => ${seconds}))`,
    )
    return row!
  },
  ping: () => call(sql`select 1`),
}
