import { Download } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { contractStates } from "@/components/contracts/contract-words"
import { OurContract } from "@/components/contracts/our-contract"
import { permitted, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { readOurContract } from "@/lib/domains/contracts/portal"
import { load } from "@/lib/kernel/load"

export default async function OurContractPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [contract, person, may, t, states] = await Promise.all([
    load(readOurContract, { id }),
    viewer(),
    permitted(),
    getTranslations("contracts.portal"),
    contractStates(),
  ])
  const actions = (
    <LinkButton href={`/api/v1/portal/contracts/${id}/download`} download icon={Download}>
      {t("download")}
    </LinkButton>
  )
  return (
    <Page
      title={contract.title}
      breadcrumbs={[{ label: t("title"), href: "/contracts" }]}
      status={<StatusBadge status={contract.status} vocabulary={states} />}
      subtitle={contract.number}
      actions={actions}
      width="narrow"
    >
      <OurContract
        contract={contract}
        firmName={person?.firm?.name ?? ""}
        signer={person && may("portal:write") ? person.name : null}
      />
    </Page>
  )
}
