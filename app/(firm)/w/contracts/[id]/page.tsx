import { Download } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { ContractBody } from "@/components/contracts/contract-body"
import { ContractFacts } from "@/components/contracts/contract-facts"
import { contractStates } from "@/components/contracts/contract-words"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { readContract } from "@/lib/domains/contracts/operations"
import { load } from "@/lib/kernel/load"

export default async function ContractPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [contract, may, t, states] = await Promise.all([
    load(readContract, { id }),
    permitted(),
    getTranslations("contracts"),
    contractStates(),
  ])
  const mayWrite = may("contracts:write")
  const actions = (
    <LinkButton href={`/api/v1/crm/contracts/${id}/download`} download icon={Download}>
      {t("action.download")}
    </LinkButton>
  )
  return (
    <Page
      title={contract.title}
      breadcrumbs={[{ label: t("title"), href: "/contracts" }]}
      status={<StatusBadge status={contract.status} vocabulary={states} />}
      subtitle={`${contract.number} · ${contract.clientName}`}
      actions={actions}
      more={
        mayWrite && (contract.status === "sent" || contract.status === "draft")
          ? [{ label: t("action.sign"), dialog: "sign" }]
          : undefined
      }
      aside={<ContractFacts contract={contract} />}
    >
      <ContractBody contract={contract} mayWrite={mayWrite} />
    </Page>
  )
}
