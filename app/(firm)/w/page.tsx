import { getTranslations } from "next-intl/server"
import { WorkspaceHome } from "@/components/home/workspace-home"
import { readOverview } from "@/lib/domains/home/operations"
import { load } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

export async function generateMetadata() {
  return { title: (await getTranslations("navigation.items"))("home") }
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const [overview, kept] = await Promise.all([load(readOverview, {}), paramOf(searchParams, "kept", ["false", "true"])])
  return <WorkspaceHome overview={overview} removed={kept === "true"} />
}
