import { ClientOverview } from "@/components/clients/client-overview"
import { ClientPage, clientTabs } from "@/components/clients/client-page"
import { ClientTabContent } from "@/components/clients/client-tab"
import { permitted } from "@/components/navigation/permitted"
import { readClient, readClientFigures } from "@/lib/domains/clients/operations"
import { listPortalUsersOfClient } from "@/lib/domains/portal-users/operations"
import { listAssignable, listProjects } from "@/lib/domains/projects/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function Client({ params, searchParams }: Props) {
  const { id } = await params
  const client = await load(readClient, { id })
  const [tab, can, figures, projects, portal, people] = await Promise.all([
    paramOf(searchParams, "tab", clientTabs),
    permitted(),
    load(readClientFigures, { id }),
    loadIfAllowed(listProjects, { clientId: id, limit: 1 }),
    load(listPortalUsersOfClient, { id, limit: 1 }),
    loadIfAllowed(listAssignable, {}),
  ])
  const owner = people?.items.find((person) => person.id === client.ownerId)?.name ?? null
  const known = { projectCount: projects?.count ?? null, portalUsers: portal.count }
  return (
    <ClientPage client={client} tab={tab} can={can} owner={owner} openInvoices={figures.openInvoices ?? 0}>
      {tab === "overview" ? (
        <ClientOverview client={client} figures={figures} can={can} {...known} />
      ) : (
        <ClientTabContent
          search={searchParams}
          clientId={id}
          tab={tab}
          can={can}
          archived={client.status === "archived"}
        />
      )}
    </ClientPage>
  )
}
