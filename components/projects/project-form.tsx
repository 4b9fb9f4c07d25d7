import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { MoneyInput } from "@/components/ui/money-input"
import { Picker } from "@/components/ui/picker"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { billings, type Project } from "@/lib/domains/projects/schema"
import type { Choice } from "@/lib/kernel/choices"

type ProjectFormProps = {
  action: FormAction
  project?: Project
  /** Whom it may be for; a project that exists keeps its client. */
  clients: Choice[]
  clientId?: string
  currency: string
  people: { id: string; name: string }[]
}

export async function ProjectForm({ action, project, clients, clientId, currency, people }: ProjectFormProps) {
  const t = await getTranslations("projects")
  const names = ["name", "description", "billing", "budget", "hourlyRate", "startsOn", "dueOn"] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)]))
  const options = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ActionForm action={action} labels={{ ...labels, clientId: t("fields.client"), managerId: t("fields.manager") }}>
      {project ? (
        <>
          <input type="hidden" name="id" value={project.id} />
          <input type="hidden" name="_version" value={project.version} />
        </>
      ) : (
        <Field name="clientId" label={t("fields.client")} required>
          <Picker
            options={clients}
            url="/api/v1/clients/choices"
            defaultValue={clientId}
            placeholder={t("pickClient")}
          />
        </Field>
      )}
      <Field name="name" label={t("fields.name")} required>
        <TextInput defaultValue={project?.name} />
      </Field>
      <Field name="description" label={t("fields.description")} hint={t("hints.description")}>
        <Textarea defaultValue={project?.description} />
      </Field>
      <div className="form-row">
        <Field name="billing" label={t("fields.billing")}>
          <Select
            defaultValue={project?.billing ?? "time_and_materials"}
            options={billings.map((value) => ({ value, label: t(`billings.${value}`) }))}
          />
        </Field>
        <Field name="managerId" label={t("fields.manager")}>
          <Picker options={options(people)} defaultValue={project?.managerId ?? undefined} placeholder={t("nobody")} />
        </Field>
      </div>
      <div className="form-row">
        <Field name="budget" label={t("fields.budget")} hint={t("hints.currency", { currency })}>
          <MoneyInput currency={currency} defaultValue={project?.budget ?? undefined} />
        </Field>
        <Field name="hourlyRate" label={t("fields.hourlyRate")} hint={t("hints.hourlyRate")}>
          <MoneyInput currency={currency} defaultValue={project?.hourlyRate ?? undefined} />
        </Field>
      </div>
      <div className="form-row">
        <Field name="startsOn" label={t("fields.startsOn")}>
          <DateInput defaultValue={project?.startsOn ?? undefined} />
        </Field>
        <Field name="dueOn" label={t("fields.dueOn")}>
          <DateInput defaultValue={project?.dueOn ?? undefined} />
        </Field>
      </div>
      <div className="form-actions">
        <SubmitButton>{t(project ? "save" : "create")}</SubmitButton>
        <LinkButton variant="ghost" href={project ? `/projects/${project.id}` : "/projects"}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
