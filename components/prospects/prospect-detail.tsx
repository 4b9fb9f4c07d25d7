import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { proposalStates } from "@/components/proposals/proposal-words"
import { DataTable } from "@/components/ui/data-table"
import { Facts } from "@/components/ui/facts"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { packRows, type Row } from "@/components/ui/table-rows"
import { Day } from "@/components/ui/when"
import type { Proposal } from "@/lib/domains/proposals/schema"
import type { Prospect } from "@/lib/domains/prospects/schema"
import { ProspectDialogs } from "./prospect-dialogs"
import { ProspectNext } from "./prospect-next"

type Props = {
  prospect: Prospect
  proposals: Proposal[]
  mayWrite: boolean
  mayPropose: boolean
  open: "won" | "lost" | "none"
}

export async function ProspectDetail({ prospect, proposals, mayWrite, mayPropose, open }: Props) {
  const [t, p, states] = await Promise.all([
    getTranslations("prospects"),
    getTranslations("proposals.field"),
    proposalStates(),
  ])
  const rows: Row[] = proposals.map(({ id, number, title, status, total, currency, createdAt }) => [
    id,
    `/proposals/${id}`,
    [number, title],
    status,
    [total, currency],
    createdAt,
  ])
  return (
    <>
      <ProspectNext prospect={prospect} proposals={proposals} mayWrite={mayWrite} mayPropose={mayPropose} />
      {rows.length > 0 && (
        <Panel title={t("detail.proposals")} flush>
          <DataTable
            caption={t("detail.proposals")}
            columns={[
              { key: "number", label: p("number") },
              { key: "status", label: p("status"), kind: "status", vocabulary: states, phone: "end" },
              { key: "total", label: p("total"), kind: "money" },
              { key: "created", label: p("created"), kind: "when", muted: true },
            ]}
            rows={packRows(rows)}
          />
        </Panel>
      )}
      <RecordTimeline subjectId={prospect.id} />
      {mayWrite && <ProspectDialogs prospect={prospect} open={open} />}
    </>
  )
}

export async function ProspectFacts({ prospect }: { prospect: Prospect }) {
  const t = await getTranslations("prospects")
  const { estimatedValue: value, currency } = prospect
  const link = (href: string | null, label: string) =>
    href && (
      <a className="link" href={href}>
        {label}
      </a>
    )
  return (
    <>
      <Panel title={t("detail.deal")}>
        <Facts
          facts={[
            [t("field.value"), value ? <Money key="value" amount={value} currency={currency} /> : t("none")],
            [t("field.probability"), t("percent", { value: prospect.probability })],
            [t("field.expectedCloseOn"), prospect.expectedCloseOn && <Day key="close" on={prospect.expectedCloseOn} />],
            [t("field.nextStep"), prospect.nextStep],
            [t("field.reason"), prospect.lostReason],
            [t("field.owner"), prospect.ownerName ?? t("field.nobody")],
          ]}
        />
      </Panel>
      <Panel title={t("detail.about")}>
        <Facts
          facts={[
            [t("field.contactName"), prospect.contactName],
            [t("field.email"), link(`mailto:${prospect.email}`, prospect.email)],
            [t("field.phone"), prospect.phone && link(`tel:${prospect.phone}`, prospect.phone)],
            [t("field.lead"), link(prospect.leadId && `/leads/${prospect.leadId}`, prospect.companyName)],
            [t("field.client"), link(prospect.clientId && `/clients/${prospect.clientId}`, prospect.companyName)],
          ]}
        />
      </Panel>
    </>
  )
}
