import { InvitationPage } from "@/components/access/invitation-page"
import { readInvitation } from "@/lib/domains/access/public"
import { loadIfAllowed } from "@/lib/kernel/load"
import { currentSite } from "@/lib/platform/current-site"

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const [{ firm }, { token }] = await Promise.all([currentSite("firm"), params])
  return <InvitationPage firm={firm} token={token} invitation={await loadIfAllowed(readInvitation, { token })} />
}
