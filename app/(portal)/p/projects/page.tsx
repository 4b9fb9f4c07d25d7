import { getTranslations } from "next-intl/server"
import { OurProjects } from "@/components/projects/our-projects"
import { Page } from "@/components/shell/page"
import { listOurProjects } from "@/lib/domains/projects/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function OurProjectsPage({ searchParams }: { searchParams: SearchParams }) {
  const [found, t] = await Promise.all([
    load(listOurProjects, await readParams(listOurProjects, searchParams)),
    getTranslations("projects.portal"),
  ])
  return (
    <Page title={t("title")}>
      <OurProjects found={found} />
    </Page>
  )
}
