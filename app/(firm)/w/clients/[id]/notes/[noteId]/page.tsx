import { getTranslations } from "next-intl/server"
import { NoteForm } from "@/components/clients/note-form"
import { wayTo } from "@/components/clients/way"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { readClient } from "@/lib/domains/clients/operations"
import { deleteNoteAction, updateNoteAction } from "@/lib/domains/notes/actions"
import { readNote } from "@/lib/domains/notes/operations"
import { load } from "@/lib/kernel/load"

export default async function EditNotePage({ params }: { params: Promise<{ noteId: string }> }) {
  await requirePermission("notes:write")
  const note = await load(readNote, { id: (await params).noteId })
  const [client, t] = await Promise.all([load(readClient, { id: note.clientId }), getTranslations("notes")])
  return (
    <Page
      title={t("editTitle")}
      breadcrumbs={await wayTo(client, "notes")}
      more={[{ label: t("delete"), dialog: "delete", danger: true }]}
      width="narrow"
    >
      <NoteForm action={updateNoteAction} clientId={client.id} note={note} />
      <ConfirmDialog
        id="delete"
        title={t("deleteTitle")}
        confirm={t("delete")}
        action={deleteNoteAction}
        values={{ id: note.id }}
      >
        <p>{t("deleteBody")}</p>
      </ConfirmDialog>
    </Page>
  )
}
