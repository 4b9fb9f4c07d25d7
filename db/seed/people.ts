import type postgres from "postgres"
import { v5 } from "uuid"
import { hashPassword } from "@/lib/platform/passwords"

/** One password for everybody in the demo; a production start refuses it. */
export const demoPassword = "demo-Passw0rd!"

const namespace = "6f1c3f0e-6f57-4a0e-9a51-2c1d3f0a9b10"
/** Ids of the demo are made from names, so that every seed makes the same ones. */
export const demoId = (name: string) => v5(name, namespace)

export type DemoMember = { email: string; name: string; role: string; grants?: string[]; rate?: string }
export type DemoFirm = {
  name: string
  subdomain: string
  currency: string
  timeZone: string
  accent: string
  address: string
  taxId: string
  members: DemoMember[]
}

/** A firm and its people, from the day it joined. Sign-up does this for real firms; here the owner's database role does. */
export async function seedFirm(sql: postgres.Sql, firm: DemoFirm, since: Date) {
  const id = demoId(`firm ${firm.subdomain}`)
  const password = await hashPassword(demoPassword)
  await sql`insert into firms (id, name, subdomain, currency, time_zone, accent, address, tax_id, hourly_rate, payment_terms_days, created_at, updated_at)
    values (${id}, ${firm.name}, ${firm.subdomain}, ${firm.currency}, ${firm.timeZone}, ${firm.accent}, ${firm.address}, ${firm.taxId}, '140.00', 14, ${since}, ${since})`
  for (const { email, name, role, grants = [], rate = "140.00" } of firm.members) {
    const userId = demoId(`user ${email}`)
    await sql`insert into auth.users (id, email, name, password_hash, email_verified_at, created_at)
      values (${userId}, ${email}, ${name}, ${password}, ${since}, ${since})`
    await sql`insert into members (firm_id, id, user_id, email, name, role, grants, status, hourly_rate, joined_at, created_at, updated_at)
      values (${id}, ${demoId(`member ${email}`)}, ${userId}, ${email}, ${name}, ${role}, ${grants}, 'active', ${rate}, ${since}, ${since}, ${since})`
  }
  return id
}

export async function seedOperators(sql: postgres.Sql, since: Date) {
  const password = await hashPassword(demoPassword)
  for (const [email, name] of [
    ["operator@platform.test", "Odile Operator"],
    ["approver@platform.test", "Arne Approver"],
  ] as const) {
    await sql`insert into auth.users (id, email, name, password_hash, email_verified_at, operator, created_at)
      values (${demoId(`user ${email}`)}, ${email}, ${name}, ${password}, ${since}, true, ${since})`
  }
}
