import { getLocale, getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { formatMoney } from "@/components/ui/format"
import { NextStep } from "@/components/ui/next-step"
import type { Client, ClientFigures } from "@/lib/domains/clients/schema"

type ClientStepProps = {
  client: Client
  figures: ClientFigures
  projectCount: number | null
  portalUsers: number
  can: (permission: "clients:write" | "projects:write" | "invoices:write") => boolean
}

/** What the client is waiting for: one step, the most pressing. */
export async function ClientStep(props: ClientStepProps) {
  const step = await stepOf(props)
  if (!step) return null
  const action = (
    <LinkButton variant="primary" href={step.href}>
      {step.label}
    </LinkButton>
  )
  return (
    <NextStep title={step.title} action={action}>
      {step.body}
    </NextStep>
  )
}

async function stepOf({ client: { id, name, status }, figures, projectCount, portalUsers, can }: ClientStepProps) {
  const [t, locale] = await Promise.all([getTranslations("clients.next"), getLocale()])
  if (status === "archived") return null
  if (projectCount === 0 && can("projects:write")) {
    const href = `/projects/new?clientId=${id}`
    return { title: t("projectTitle"), body: t("projectBody"), label: t("project"), href }
  }
  if (portalUsers === 0 && can("clients:write")) {
    const href = `/clients/${id}?tab=portal`
    return { title: t("inviteTitle", { name }), body: t("inviteBody"), label: t("invite"), href }
  }
  const unbilled = figures.unbilled?.find(({ amount }) => Number(amount) > 0)
  if (!unbilled || !can("invoices:write")) return null
  const hours = Number(figures.unbilledHours)
  const amount = formatMoney(locale, unbilled.amount, unbilled.currency)
  const href = `/invoices/new?clientId=${id}`
  return { title: t("billTitle", { hours }), body: t("billBody", { amount }), label: t("bill", { hours }), href }
}
