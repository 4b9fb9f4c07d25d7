import { getLocale, getNow, getTimeZone, getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { CopyField } from "@/components/ui/copy-field"
import { DialogButton } from "@/components/ui/dialog"
import { formatDay, formatRelative } from "@/components/ui/format"
import { NextStep } from "@/components/ui/next-step"
import { StepButton } from "@/components/ui/step-button"
import { duplicateProposalAction } from "@/lib/domains/proposals/actions"
import type { ProposalDetail } from "@/lib/domains/proposals/schema"

/** What a proposal is waiting for. */
export async function ProposalNext({ proposal, mayWrite }: { proposal: ProposalDetail; mayWrite: boolean }) {
  const t = await getTranslations("proposals.next")
  const { id, status, recipientName: name } = proposal
  if (status === "draft" && proposal.lines.length === 0)
    return (
      <NextStep
        title={t("empty")}
        action={
          mayWrite && (
            <LinkButton href={`/proposals/${id}/edit`} variant="primary">
              {t("addLines")}
            </LinkButton>
          )
        }
      >
        {t("emptyBody")}
      </NextStep>
    )
  if (status === "draft")
    return (
      <NextStep
        title={t("draft")}
        action={
          mayWrite && (
            <DialogButton dialog="send" variant="primary">
              {t("send")}
            </DialogButton>
          )
        }
      >
        {t("draftBody", { name })}
      </NextStep>
    )
  if (status === "sent") return <Waiting proposal={proposal} mayWrite={mayWrite} />
  if (status === "accepted")
    return (
      <NextStep
        title={t("accepted", { name: proposal.acceptance?.signerName ?? name })}
        action={
          proposal.projectId && (
            <LinkButton href={`/projects/${proposal.projectId}`} variant="primary">
              {t("toProject")}
            </LinkButton>
          )
        }
      >
        {proposal.projectId ? t("acceptedBody") : t("converting")}
      </NextStep>
    )
  const locale = await getLocale()
  return (
    <NextStep
      title={status === "expired" ? t("expired") : t("declined")}
      action={
        mayWrite && (
          <StepButton action={duplicateProposalAction} values={{ id }}>
            {t("copyIt")}
          </StepButton>
        )
      }
    >
      {status === "expired" && proposal.validUntil
        ? t("expiredBody", { day: formatDay(locale, proposal.validUntil) })
        : (proposal.declineReason ?? t("declinedBody"))}
    </NextStep>
  )
}

async function Waiting({ proposal, mayWrite }: { proposal: ProposalDetail; mayWrite: boolean }) {
  const [t, locale, timeZone, now] = await Promise.all([
    getTranslations("proposals.next"),
    getLocale(),
    getTimeZone(),
    getNow(),
  ])
  const { publicUrl, sentAt, viewedAt, recipientName: name } = proposal
  const when = sentAt ? formatRelative(locale, new Date(sentAt), now, timeZone) : ""
  return (
    <>
      <NextStep
        title={t("sent", { name })}
        action={
          mayWrite && (
            <DialogButton dialog="accept" variant="secondary">
              {(await getTranslations("proposals.action"))("accept")}
            </DialogButton>
          )
        }
      >
        {t(viewedAt ? "viewedBody" : "sentBody", { when })}
      </NextStep>
      {publicUrl ? (
        <CopyField value={publicUrl} label={t("copy")} />
      ) : (
        mayWrite && <p className="text-muted">{t("linkDead")}</p>
      )}
    </>
  )
}
