import { getTranslations } from "next-intl/server"

type Event = { name: string; fields: string[] }

/** Tells an event as the end of a sentence that begins with who did it: “changed the client: phone, address”. */
export async function eventWriter(): Promise<(event: Event) => string> {
  const [t, fieldNames, team] = await Promise.all([
    getTranslations("audit.events"),
    getTranslations("fields"),
    getTranslations("team"),
  ])
  const fieldName = (field: string) => {
    const [area, verb] = field.split(":") as ["clients", "read"]
    if (verb && team.has(`areas.${area}`) && team.has(`verbs.${verb}`))
      return `${team(`areas.${area}`)} (${team(`verbs.${verb}`)})`.toLowerCase()
    return fieldNames.has(field as "name") ? fieldNames(field as "name").toLowerCase() : inWords(field)
  }
  return ({ name, fields }) => {
    const text = t.has(name as "client.created") ? t(name as "client.created") : inWords(name)
    return fields.length > 0 ? `${text}: ${fields.map(fieldName).join(", ")}` : text
  }
}

/** `hourlyRate` or `invoice.partPaid` as plain words. */
export const inWords = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[._]/g, " ")
    .toLowerCase()
