import { WorkspaceHome } from "@/components/home/workspace-home"
import { workspaceOverview } from "@/lib/domains/home/operations"
import { load } from "@/lib/kernel/load"

export default async function Page() {
  return <WorkspaceHome overview={await load(workspaceOverview, {})} />
}
