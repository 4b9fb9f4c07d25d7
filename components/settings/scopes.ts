import { getTranslations } from "next-intl/server"
import { scopes } from "@/lib/domains/api-keys/schema"
import type { Permission } from "@/lib/kernel/permissions"

const own = ["self", "workspace", "keys", "jobs"] as const
const isOwn = (area: string): area is (typeof own)[number] => (own as readonly string[]).includes(area)

/** What a key may be allowed by who makes it, by the part of the product that it opens. */
export async function scopesByArea(can: (permission: Permission) => boolean) {
  const [t, team] = await Promise.all([getTranslations("settings.scopes"), getTranslations("team")])
  const held = scopes.filter(can)
  const areas = [...new Set(held.map((scope) => scope.split(":")[0]!))]
  return areas.map((area) => ({
    area: isOwn(area) ? t(area) : team(`areas.${area as "clients"}`),
    scopes: held
      .filter((scope) => scope.startsWith(`${area}:`))
      .map((value) => {
        const verb = value.split(":")[1]!
        return { value, label: verb === "use" ? t("use") : team(`verbs.${verb as "read"}`) }
      }),
  }))
}
