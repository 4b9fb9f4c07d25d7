import { getTranslations } from "next-intl/server"
import type { MenuEntry } from "@/components/ui/menu"
import type { ProposalDetail } from "@/lib/domains/proposals/schema"

/** What can be done with a proposal beside its next step. */
export async function proposalMenu(proposal: ProposalDetail, mayWrite: boolean): Promise<MenuEntry[]> {
  const t = await getTranslations("proposals.action")
  const { id, status, publicUrl } = proposal
  const pdf: MenuEntry = { label: t("pdf"), href: `/api/v1/crm/proposals/${id}/pdf`, download: true }
  if (!mayWrite) return [pdf]
  if (status === "draft")
    return [
      { label: t("edit"), href: `/proposals/${id}/edit` },
      pdf,
      { line: true },
      { label: t("delete"), dialog: "delete", danger: true },
    ]
  if (status !== "sent") return [pdf, { label: t("duplicate"), dialog: "duplicate" }]
  return [
    { label: t("sendAgain"), dialog: "send" },
    { label: t("decline"), dialog: "decline" },
    pdf,
    { label: t("duplicate"), dialog: "duplicate" },
    ...(publicUrl ? [{ line: true } as const, { label: t("revoke"), dialog: "revoke", danger: true }] : []),
  ]
}
