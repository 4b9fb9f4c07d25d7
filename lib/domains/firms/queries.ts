import { firms } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"

/** The firm as its papers, mails and public pages show it; of the columns that a client may read too. */
export async function firmProfile(db: TenantDb) {
  const [firm] = await db
    .select({
      id: firms.id,
      name: firms.name,
      subdomain: firms.subdomain,
      portalDomain: firms.portalDomain,
      currency: firms.currency,
      locale: firms.locale,
      timeZone: firms.timeZone,
      accent: firms.accent,
      address: firms.address,
      taxId: firms.taxId,
      logoKey: firms.logoKey,
    })
    .from(firms)
  return firm!
}

export type FirmProfile = Awaited<ReturnType<typeof firmProfile>>
