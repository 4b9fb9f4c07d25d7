import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { NextStep } from "@/components/ui/next-step"
import { StepButton } from "@/components/ui/step-button"
import { changeLeadAction, convertLeadAction } from "@/lib/domains/leads/actions"
import type { Lead } from "@/lib/domains/leads/schema"

/** What a lead is waiting for. */
export async function LeadNext({ lead, mayWrite }: { lead: Lead; mayWrite: boolean }) {
  const t = await getTranslations("leads.next")
  const { id, status, contactName: contact } = lead
  if (status === "converted")
    return (
      <NextStep
        title={t("converted")}
        action={
          lead.prospectId && (
            <LinkButton href={`/prospects/${lead.prospectId}`} variant="primary">
              {t("toProspect")}
            </LinkButton>
          )
        }
      />
    )
  if (status === "lost")
    return (
      <NextStep
        title={t("lost")}
        action={
          mayWrite && (
            <StepButton action={changeLeadAction} values={{ id, status: "contacted" }}>
              {t("again")}
            </StepButton>
          )
        }
      >
        {lead.lostReason}
      </NextStep>
    )
  if (status === "new")
    return (
      <NextStep
        title={t("new")}
        action={
          mayWrite && (
            <span className="flex flex-wrap gap-2">
              <StepButton action={convertLeadAction} values={{ id }} variant="secondary">
                {t("convert")}
              </StepButton>
              <StepButton action={changeLeadAction} values={{ id, status: "contacted" }}>
                {t("contacted")}
              </StepButton>
            </span>
          )
        }
      >
        {t("newBody", { contact })}
      </NextStep>
    )
  return (
    <NextStep
      title={t("open")}
      action={
        mayWrite && (
          <StepButton action={convertLeadAction} values={{ id }}>
            {t("convert")}
          </StepButton>
        )
      }
    >
      {t("openBody")}
    </NextStep>
  )
}
