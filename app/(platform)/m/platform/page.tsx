import { getTranslations } from "next-intl/server"
import { FirmTable } from "@/components/console/firm-table"
import { Page } from "@/components/shell/page"
import { listPlatformFirms } from "@/lib/domains/platform/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export async function generateMetadata() {
  return { title: (await getTranslations("platform.firms"))("title") }
}

export default async function FirmsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listPlatformFirms, searchParams)
  const [found, t] = await Promise.all([
    load(listPlatformFirms, { limit: 50, ...asked }),
    getTranslations("platform.firms"),
  ])
  return (
    <Page title={t("title")} count={found.count} subtitle={t("subtitle")}>
      <FirmTable found={found} narrowed={Boolean(asked.q || asked.state)} />
    </Page>
  )
}
