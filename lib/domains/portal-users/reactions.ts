import { reaction } from "@/lib/kernel/reaction"
import { translator } from "@/lib/platform/translator"
import { clientById } from "../clients/queries"
import { firmProfile } from "../firms/queries"
import { portalUrl } from "../firms/rules"
import { fromFirm } from "../mails/rules"
import { sendOnce } from "../mails/writes"
import { portalUserById } from "./queries"
import { invitationHours, invitationSecret } from "./rules"

/** The invitation's link is made again from the row, so that its secret is stored nowhere. */
export const mailInvitation = reaction({
  on: "portalUser.invited",
  name: "portalUsers.mailInvitation",
  async run(event, scope) {
    const { portalUser, client, firm } = await scope.read(async (db) => {
      const portalUser = await portalUserById(db, event.subjectId)
      return { portalUser, client: await clientById(db, portalUser.clientId), firm: await firmProfile(db) }
    })
    if (portalUser.status !== "invited") return
    const t = translator(firm.locale, "clients.mail.invitation")
    await sendOnce(scope, {
      dedupeKey: `portalUser.invited:${event.id}`,
      template: "portalUser.invited",
      to: portalUser.email,
      subjectId: portalUser.id,
      compose: async () =>
        fromFirm(firm, t("subject", { firm: firm.name }), {
          preheader: t("preheader", { client: client.name }),
          heading: t("heading", { firm: firm.name }),
          paragraphs: [t("hello", { name: portalUser.name }), t("body", { firm: firm.name, client: client.name })],
          action: { label: t("action"), url: portalUrl(firm, `/invitations/${invitationSecret(portalUser)}`) },
          footer: [t("footer", { days: invitationHours / 24, email: portalUser.email })],
        }),
    })
  },
})
