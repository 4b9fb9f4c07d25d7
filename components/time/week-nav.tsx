import { ChevronLeft, ChevronRight } from "lucide-react"
import { getLocale, getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { formatDay } from "@/components/ui/format"
import { shiftDays } from "@/lib/domains/time/rules"

type WeekNavProps = { from: string; until: string; memberId?: string }

export async function WeekNav({ from, until, memberId }: WeekNavProps) {
  const [t, locale] = await Promise.all([getTranslations("time.week"), getLocale()])
  const whose = memberId ? `&memberId=${memberId}` : ""
  const href = (days: number) => `/time?on=${shiftDays(from, days)}${whose}`
  return (
    <nav className="flex flex-wrap items-center gap-2" aria-label={t("label", { from, until })}>
      <LinkButton size="sm" iconOnly icon={ChevronLeft} href={href(-7)}>
        {t("previous")}
      </LinkButton>
      <LinkButton size="sm" iconOnly icon={ChevronRight} href={href(7)}>
        {t("next")}
      </LinkButton>
      <h2 className="text-base font-medium">
        {t("label", { from: formatDay(locale, from), until: formatDay(locale, until) })}
      </h2>
      <LinkButton size="sm" variant="ghost" href={memberId ? `/time?memberId=${memberId}` : "/time"}>
        {t("today")}
      </LinkButton>
    </nav>
  )
}
