import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { requirePermission } from "@/components/navigation/permitted"
import { ProposalForm } from "@/components/proposals/proposal-form"
import { Page } from "@/components/shell/page"
import { updateProposalAction } from "@/lib/domains/proposals/actions"
import { readProposal } from "@/lib/domains/proposals/operations/editing"
import { load } from "@/lib/kernel/load"

export default async function EditProposalPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("proposals:write")
  const { id } = await params
  const [proposal, t] = await Promise.all([load(readProposal, { id }), getTranslations("proposals")])
  if (proposal.status !== "draft") redirect(`/proposals/${id}`)
  const breadcrumbs = [
    { label: t("title"), href: "/proposals" },
    { label: proposal.number, href: `/proposals/${id}` },
  ]
  return (
    <Page title={t("edit")} breadcrumbs={breadcrumbs}>
      <ProposalForm action={updateProposalAction} proposal={proposal} currency={proposal.currency} />
    </Page>
  )
}
