import { getTranslations } from "next-intl/server"
import { DemoRequests, demoStates } from "@/components/console/demo-requests"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { listDemoRequests } from "@/lib/domains/sign-up/operations"
import { load } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

export async function generateMetadata() {
  return { title: (await getTranslations("sign-up.console"))("title") }
}

export default async function DemoRequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ requests }, state, may, t] = await Promise.all([
    load(listDemoRequests, {}),
    paramOf(searchParams, "state", ["all", ...demoStates]),
    permitted(),
    getTranslations("sign-up.console"),
  ])
  return (
    <Page title={t("title")} count={requests.length} subtitle={t("subtitle")}>
      <DemoRequests requests={requests} state={state} mayManage={may("platform:manage")} />
    </Page>
  )
}
