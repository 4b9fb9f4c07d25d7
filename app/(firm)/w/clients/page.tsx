import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { ClientTable } from "@/components/clients/client-table"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listClients } from "@/lib/domains/clients/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function ClientsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listClients, searchParams)
  const [found, can, t] = await Promise.all([
    load(listClients, { limit: 50, ...asked }),
    permitted(),
    getTranslations("clients"),
  ])
  const mayCreate = can("clients:write")
  return (
    <Page
      title={t("title")}
      count={found.count}
      actions={
        mayCreate && (
          <LinkButton variant="primary" href="/clients/new" icon={Plus}>
            {t("new")}
          </LinkButton>
        )
      }
    >
      <ClientTable found={found} narrowed={Boolean(asked.q || asked.status || asked.ownerId)} mayCreate={mayCreate} />
    </Page>
  )
}
