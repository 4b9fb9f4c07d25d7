import { PortalHome } from "@/components/home/portal-home"
import { readOurOverview } from "@/lib/domains/home/portal"
import { load } from "@/lib/kernel/load"
import { currentSite } from "@/lib/platform/current-site"

export default async function Page() {
  const [{ firm }, overview] = await Promise.all([currentSite("portal"), load(readOurOverview, {})])
  return <PortalHome overview={overview} firm={firm!.name} />
}
