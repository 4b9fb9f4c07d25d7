import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { NextStep } from "@/components/ui/next-step"
import { StepButton } from "@/components/ui/step-button"
import type { Proposal } from "@/lib/domains/proposals/schema"
import { changeProspectAction } from "@/lib/domains/prospects/actions"
import type { Prospect } from "@/lib/domains/prospects/schema"

type Props = { prospect: Prospect; proposals: Proposal[]; mayWrite: boolean; mayPropose: boolean }

/** What a deal is waiting for: the proposal that is open, else a new one. */
export async function ProspectNext({ prospect, proposals, mayWrite, mayPropose }: Props) {
  const t = await getTranslations("prospects.next")
  const { id, stage, companyName: company, contactName: contact } = prospect
  const link = (href: string, label: string) => (
    <LinkButton href={href} variant="primary">
      {label}
    </LinkButton>
  )
  const sent = proposals.find(({ status }) => status === "sent")
  const draft = proposals.find(({ status }) => status === "draft")
  if (stage === "won")
    return (
      <NextStep title={t("won")} action={prospect.clientId && link(`/clients/${prospect.clientId}`, t("toClient"))}>
        {t("wonBody", { company })}
      </NextStep>
    )
  if (stage === "lost")
    return (
      <NextStep
        title={t("lost")}
        action={
          mayWrite && (
            <StepButton action={changeProspectAction} values={{ id, stage: "qualified" }}>
              {t("again")}
            </StepButton>
          )
        }
      >
        {prospect.lostReason}
      </NextStep>
    )
  if (sent)
    return (
      <NextStep title={t("sent")} action={link(`/proposals/${sent.id}`, t("toSent", { number: sent.number }))}>
        {t("sentBody", { number: sent.number })}
      </NextStep>
    )
  if (draft)
    return (
      <NextStep title={t("draft")} action={link(`/proposals/${draft.id}`, t("toDraft", { number: draft.number }))} />
    )
  return (
    <NextStep title={t("open")} action={mayPropose && link(`/proposals/new?prospectId=${id}`, t("create"))}>
      {t("openBody", { contact })}
    </NextStep>
  )
}
