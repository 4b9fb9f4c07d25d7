import { ProjectPanel } from "@/components/projects/project-panel"
import { listContacts } from "@/lib/domains/contacts/operations"
import { listEngagements } from "@/lib/domains/engagements/operations"
import { createNoteAction } from "@/lib/domains/notes/actions"
import { listNotes } from "@/lib/domains/notes/operations"
import { listPortalUsersOfClient } from "@/lib/domains/portal-users/operations"
import { listProjects } from "@/lib/domains/projects/operations"
import { readStatement } from "@/lib/domains/statements/operations"
import { load } from "@/lib/kernel/load"
import type { Permission } from "@/lib/kernel/permissions"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { today } from "@/lib/platform/clock"
import { ClientStatement } from "./client-statement"
import { ContactList } from "./contact-list"
import { EngagementList } from "./engagement-list"
import { InviteForm } from "./invite-form"
import { NoteForm } from "./note-form"
import { NoteList } from "./note-list"
import { PortalUserList } from "./portal-user-list"

type ClientTabProps = {
  clientId: string
  tab: string
  can: (permission: Permission) => boolean
  archived: boolean
  search: SearchParams
}

/** What an open tab of a client's page shows. */
export async function ClientTabContent({ clientId, tab, can, archived, search }: ClientTabProps) {
  const of = { clientId, limit: 100 }
  const mayWrite = can("clients:write")
  if (tab === "contacts") {
    const { items } = await load(listContacts, of)
    return <ContactList clientId={clientId} contacts={items} mayWrite={mayWrite} />
  }
  if (tab === "projects") {
    const { items } = await load(listProjects, of)
    return <ProjectPanel clientId={clientId} projects={items} mayWrite={can("projects:write") && !archived} />
  }
  if (tab === "engagements") {
    const { items } = await load(listEngagements, of)
    return <EngagementList clientId={clientId} engagements={items} mayWrite={mayWrite && !archived} />
  }
  if (tab === "statement") {
    const asked = await readParams(readStatement, search)
    // Days in the wrong order show the last ones: nothing is lost, and the form says which they are.
    if (asked.from && asked.from > (asked.to ?? today())) asked.from = undefined
    return <ClientStatement statement={await load(readStatement, { ...asked, clientId })} />
  }
  if (tab === "notes") {
    const { items } = await load(listNotes, of)
    return (
      <>
        {can("notes:write") && <NoteForm action={createNoteAction} clientId={clientId} />}
        <NoteList notes={items} mayWrite={can("notes:write")} />
      </>
    )
  }
  const { items } = await load(listPortalUsersOfClient, { id: clientId, limit: 100 })
  return (
    <>
      <PortalUserList users={items} mayWrite={mayWrite && !archived} />
      {mayWrite && !archived && <InviteForm clientId={clientId} />}
    </>
  )
}
