import { getTranslations } from "next-intl/server"
import { LeadDetail, LeadFacts } from "@/components/leads/lead-detail"
import { leadStates, sourceName } from "@/components/leads/lead-words"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { readLead } from "@/lib/domains/leads/operations/leads"
import { load } from "@/lib/kernel/load"

export default async function LeadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [lead, may, t, states, nameOf] = await Promise.all([
    load(readLead, { id }),
    permitted(),
    getTranslations("leads"),
    leadStates(),
    sourceName(),
  ])
  const mayWrite = may("leads:write")
  const open = lead.status !== "converted" && lead.status !== "lost"
  const more = [
    { label: t("action.edit"), href: `/leads/${id}/edit` },
    ...(open ? [{ label: t("action.lose"), dialog: "lose" }] : []),
    ...(lead.status === "converted" ? [] : [{ label: t("action.delete"), dialog: "delete", danger: true }]),
  ]
  return (
    <Page
      title={lead.companyName}
      breadcrumbs={[{ label: t("title"), href: "/leads" }]}
      status={<StatusBadge status={lead.status} vocabulary={states} />}
      subtitle={lead.contactName}
      more={mayWrite ? more : undefined}
      aside={<LeadFacts lead={lead} source={nameOf(lead.source)} />}
    >
      <LeadDetail lead={lead} mayWrite={mayWrite} />
    </Page>
  )
}
