import { getTranslations } from "next-intl/server"
import { Inbox } from "@/components/messages/inbox"
import { listConversations, listMessages, readConversation } from "@/lib/domains/messages/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export async function generateMetadata() {
  return { title: (await getTranslations("messages"))("title") }
}

export default async function MessagesPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ q }, { cursor }, { client }] = await Promise.all([
    readParams(listConversations, searchParams),
    readParams(listMessages, searchParams),
    searchParams,
  ])
  const [{ items }, open] = await Promise.all([
    load(listConversations, { q, limit: 100 }),
    typeof client === "string" ? loadIfAllowed(readConversation, { id: client }) : null,
  ])
  return <Inbox conversations={items} q={q} open={open && { clientId: open.id, name: open.clientName, cursor }} />
}
