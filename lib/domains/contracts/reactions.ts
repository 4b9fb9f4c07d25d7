import { reaction } from "@/lib/kernel/reaction"
import { formatMoney } from "@/lib/platform/money"
import { translator } from "@/lib/platform/translator"
import { firmProfile } from "../firms/queries"
import { portalUrl } from "../firms/rules"
import { fromFirm } from "../mails/rules"
import { sendOnce } from "../mails/writes"
import { contractPdf } from "./documents"
import { contractById, coveredLines, partyOf, readersOf } from "./queries"

/** The contract goes to everybody who may read it in the portal; before anybody can, to who signed. */
export const mailContract = reaction({
  on: "contract.sent",
  name: "contracts.mailContract",
  async run(event, scope) {
    const { contract, firm, client, lines, readers } = await scope.read(async (db) => {
      const contract = await contractById(db, event.subjectId)
      return {
        contract,
        firm: await firmProfile(db),
        client: await partyOf(db, contract.id),
        lines: await coveredLines(db, contract.proposalId),
        readers: await readersOf(db, contract),
      }
    })
    const t = translator(firm.locale, "contracts.mail.sent")
    const { number, title } = contract
    for (const { email: to, name } of readers)
      await sendOnce(scope, {
        dedupeKey: `contract.sent:${event.id}:${to}`,
        template: "contract.sent",
        to,
        subjectId: contract.id,
        compose: async () => {
          const { filename, contentType, body } = await contractPdf({ firm, client, contract, lines })
          return {
            ...fromFirm(firm, t("subject", { number, title }), {
              preheader: t("preheader", { firm: firm.name }),
              heading: t("heading", { firm: firm.name }),
              paragraphs: [t("hello", { name }), t(contract.status === "signed" ? "signed" : "unsigned")],
              facts: [
                [t("number"), number],
                [t("value"), formatMoney(contract.total, contract.currency, firm.locale)],
              ],
              action: { label: t("action"), url: portalUrl(firm, `/contracts/${contract.id}`) },
            }),
            attachments: [{ filename, contentType, content: Buffer.from(body) }],
          }
        },
      })
  },
})
