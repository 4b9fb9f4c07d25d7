import { firmProfile } from "@/lib/domains/firms/queries"
import { fromFirm } from "@/lib/domains/mails/rules"
import { sendOnce } from "@/lib/domains/mails/writes"
import { invitationHours, invitationSecret } from "@/lib/domains/portal-users/rules"
import { reaction } from "@/lib/kernel/reaction"
import { siteUrl } from "@/lib/platform/env"
import { translator } from "@/lib/platform/translator"
import { memberById } from "./queries"

/** The invitation's link is made again from the row, so that its secret is stored nowhere. */
export const mailInvitation = reaction({
  on: "member.invited",
  name: "team.mailInvitation",
  async run(event, scope) {
    const { member, firm } = await scope.read(async (db) => ({
      member: await memberById(db, event.subjectId),
      firm: await firmProfile(db),
    }))
    if (member.status !== "invited") return
    const t = translator(firm.locale, "team.mail.invitation")
    await sendOnce(scope, {
      dedupeKey: `member.invited:${event.id}`,
      template: "member.invited",
      to: member.email,
      subjectId: member.id,
      compose: async () =>
        fromFirm(firm, t("subject", { firm: firm.name }), {
          preheader: t("preheader", { firm: firm.name }),
          heading: t("heading", { firm: firm.name }),
          paragraphs: [t("hello", { name: member.name }), t("body", { firm: firm.name })],
          action: {
            label: t("action"),
            url: siteUrl("firm", firm.subdomain, `/invitations/${invitationSecret(member)}`),
          },
          footer: [t("footer", { days: invitationHours / 24, email: member.email })],
        }),
    })
  },
})
