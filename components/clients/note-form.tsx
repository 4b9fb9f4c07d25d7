import { Lock } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"
import type { Note } from "@/lib/domains/notes/schema"

type NoteFormProps = { action: FormAction; clientId: string; note?: Note }

export async function NoteForm({ action, clientId, note }: NoteFormProps) {
  const [t, general] = await Promise.all([getTranslations("notes"), getTranslations("ui.action")])
  return (
    <ActionForm action={action} labels={{ body: t("body") }} className="form panel p-4">
      {note ? (
        <>
          <input type="hidden" name="id" value={note.id} />
          <input type="hidden" name="_version" value={note.version} />
        </>
      ) : (
        <input type="hidden" name="clientId" value={clientId} />
      )}
      <Field name="body" label={t(note ? "body" : "write")} required>
        <Textarea rows={note ? 8 : 3} defaultValue={note?.body} placeholder={t("placeholder")} />
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="pinned" value="false" />
        <Checkbox name="pinned" label={t("keepPinned")} defaultChecked={note?.pinned} />
        <span className="inline-flex items-center gap-1.5 text-sm text-muted">
          <Lock aria-hidden className="size-3.5" />
          {t("internal")}
        </span>
        <div className="ms-auto flex gap-2">
          {note && (
            <LinkButton variant="ghost" href={`/clients/${clientId}?tab=notes`}>
              {general("cancel")}
            </LinkButton>
          )}
          <SubmitButton>{t(note ? "save" : "add")}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  )
}
