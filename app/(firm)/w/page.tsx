import { getTranslations } from "next-intl/server"
import { WorkspaceHome } from "@/components/home/workspace-home"
import { readOverview } from "@/lib/domains/home/operations"
import { load } from "@/lib/kernel/load"

export async function generateMetadata() {
  return { title: (await getTranslations("navigation.items"))("home") }
}

export default async function Page() {
  return <WorkspaceHome overview={await load(readOverview, {})} />
}
