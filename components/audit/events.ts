import { getMessages, getTranslations } from "next-intl/server"

/** Every kind of event there is a sentence for, to choose from. */
export async function eventOptions(): Promise<{ value: string; label: string }[]> {
  const [{ audit }, t] = await Promise.all([getMessages(), getTranslations("audit.events")])
  return Object.entries(audit.events)
    .flatMap(([subject, verbs]) => Object.keys(verbs).map((verb) => `${subject}.${verb}`))
    .map((value) => ({ value, label: t(value as "client.created") }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

const paths: Record<string, string> = {
  client: "/clients",
  contract: "/contracts",
  invoice: "/invoices",
  lead: "/leads",
  member: "/team",
  payment: "/payments",
  project: "/projects",
  proposal: "/proposals",
  prospect: "/prospects",
  task: "/tasks",
}

/** Where the record of an event is, if it has a page of its own and hasn't been deleted. */
export function recordHref({ name, subjectId }: { name: string; subjectId: string }): string | null {
  const [subject = "", verb] = name.split(".")
  const path = paths[subject]
  return path && verb !== "deleted" ? `${path}/${subjectId}` : null
}
