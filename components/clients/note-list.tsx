import { Pin, PinOff } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { When } from "@/components/ui/when"
import { pinNoteAction } from "@/lib/domains/notes/actions"
import type { Note } from "@/lib/domains/notes/schema"

export async function NoteList({ notes, mayWrite }: { notes: Note[]; mayWrite: boolean }) {
  const t = await getTranslations("notes")
  if (notes.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  return (
    <ul className="grid gap-3">
      {notes.map((note) => (
        <li key={note.id} className="panel grid gap-2 p-4">
          <header className="flex flex-wrap items-center gap-2 text-sm">
            <Avatar name={note.authorName ?? "?"} />
            <span className="font-medium">{note.authorName ?? t("nobody")}</span>
            <span className="text-muted">
              <When at={note.createdAt} />
              {note.version > 1 && note.updatedAt !== note.createdAt ? ` · ${t("edited")}` : ""}
            </span>
            {note.pinned && (
              <Badge tone="accent" icon={Pin}>
                {t("pinned")}
              </Badge>
            )}
            {mayWrite && <NoteTools note={note} />}
          </header>
          <p className="whitespace-pre-line break-words">{note.body}</p>
        </li>
      ))}
    </ul>
  )
}

async function NoteTools({ note: { id, clientId, pinned } }: { note: Note }) {
  const t = await getTranslations("notes")
  return (
    <div className="ms-auto flex gap-1">
      <ActionForm action={pinNoteAction} guard={false} className="contents">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="pinned" value={String(!pinned)} />
        <SubmitButton variant="ghost" size="sm" icon={pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}>
          {t(pinned ? "unpin" : "pin")}
        </SubmitButton>
      </ActionForm>
      <LinkButton variant="ghost" size="sm" href={`/clients/${clientId}/notes/${id}`}>
        {t("edit")}
      </LinkButton>
    </div>
  )
}
