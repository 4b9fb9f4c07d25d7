import { PortalConversation } from "@/components/messages/portal-conversation"
import { readOurConversation } from "@/lib/domains/messages/portal"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { currentSite } from "@/lib/platform/current-site"

export default async function PortalMessagesPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ firm }, { cursor }] = await Promise.all([
    currentSite("portal"),
    readParams(readOurConversation, searchParams),
  ])
  return <PortalConversation firm={firm!.name} cursor={cursor} />
}
