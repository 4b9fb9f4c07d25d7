import { getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import type { verifyAudit } from "@/lib/domains/audit/operations"
import type { load } from "@/lib/kernel/load"

type Chain = Awaited<ReturnType<typeof load<typeof verifyAudit.input, typeof verifyAudit.output>>>

/** Whether the trail is as it was written. */
export async function ChainState({ chain: { intact, sealed, unsealed, brokenAt } }: { chain: Chain }) {
  const t = await getTranslations("audit.chain")
  return (
    <div className="mb-5">
      {intact ? (
        <Banner tone="positive" title={sealed > 0 ? t("intact", { count: sealed }) : t("none")}>
          <p className="text-sm">
            {t("intactBody")} {unsealed > 0 && t("waiting", { count: unsealed })}
          </p>
        </Banner>
      ) : (
        <Banner tone="danger" title={t("broken", { at: brokenAt ?? 0 })}>
          <p>{t("brokenBody")}</p>
        </Banner>
      )}
    </div>
  )
}
