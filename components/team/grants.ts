import { getTranslations } from "next-intl/server"
import { grantable } from "@/lib/kernel/permissions"

type Grant = { value: string; label: string }

/** What can be granted, by the part of the product that it opens. */
export async function grantsByArea(): Promise<{ area: string; grants: Grant[] }[]> {
  const t = await getTranslations("team")
  const areas = [...new Set(grantable.map((name) => name.split(":")[0]!))]
  return areas.map((area) => ({
    area: t(`areas.${area as "clients"}`),
    grants: grantable
      .filter((name) => name.startsWith(`${area}:`))
      .map((value) => ({ value, label: t(`verbs.${value.split(":")[1] as "read"}`) })),
  }))
}
