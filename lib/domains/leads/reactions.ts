import { reaction } from "@/lib/kernel/reaction"
import { siteUrl } from "@/lib/platform/env"
import { translator } from "@/lib/platform/translator"
import { firmProfile } from "../firms/queries"
import { fromFirm } from "../mails/rules"
import { sendOnce } from "../mails/writes"
import { firmOwners, leadById } from "./queries"

/** Who typed a lead in knows of it; a form's leads are told to the firm's owners. */
export const mailLeadFromForm = reaction({
  on: "lead.created",
  name: "leads.mailLeadFromForm",
  async run(event, scope) {
    const { lead, firm, owners } = await scope.read(async (db) => ({
      lead: await leadById(db, event.subjectId),
      firm: await firmProfile(db),
      owners: await firmOwners(db),
    }))
    if (!lead.formId) return
    const t = translator(firm.locale, "leads.mail.received")
    const { companyName: company, contactName: contact, formTitle } = lead
    const form = formTitle ?? ""
    const facts: [string, string][] = [
      [t("company"), company],
      [t("contact"), contact],
      [t("email"), lead.email],
      [t("phone"), lead.phone],
      [t("message"), lead.message],
      [t("campaign"), Object.values(lead.utm).join(" · ")],
    ]
    for (const to of owners)
      await sendOnce(scope, {
        dedupeKey: `lead.created:${event.id}:${to}`,
        template: "lead.created",
        to,
        subjectId: lead.id,
        compose: async () => ({
          ...fromFirm(firm, t("subject", { company }), {
            preheader: t("preheader", { contact, company, form }),
            heading: t("heading", { company }),
            paragraphs: [t("body", { contact, form })],
            facts: facts.filter(([, value]) => value),
            action: { label: t("action"), url: siteUrl("firm", firm.subdomain, `/leads/${lead.id}`) },
            footer: [t("footer", { firm: firm.name })],
          }),
          replyTo: lead.email,
        }),
      })
  },
})
