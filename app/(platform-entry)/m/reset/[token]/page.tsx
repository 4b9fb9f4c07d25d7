import { ResetPage } from "@/components/access/reset-page"
import { currentSite } from "@/lib/platform/current-site"

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const [{ firm }, { token }] = await Promise.all([currentSite("root"), params])
  return <ResetPage firm={firm} token={token} />
}
