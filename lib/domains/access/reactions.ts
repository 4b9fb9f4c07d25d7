import { createTranslator } from "use-intl/core"
import { env } from "@/lib/platform/env"
import { sendMail } from "@/lib/platform/mail"
import { renderMail } from "@/lib/platform/mail-layout"
import { defaultLocale, messagesFor } from "@/lib/platform/messages"
import { resetSecret } from "./rules"

/** The mail with the link for a new password; the link's secret is made again here and is stored nowhere. */
export async function sendResetMail({ keyId, email, host }: { keyId: string; email: string; host: string }) {
  const t = createTranslator({
    locale: defaultLocale,
    messages: messagesFor(defaultLocale),
    namespace: "access.mail.reset",
  })
  const { html, text } = renderMail({
    brand: { name: "ConsultantPro", accent: "#3b5bdb" },
    preheader: t("body"),
    heading: t("heading"),
    paragraphs: [t("body"), t("ignore")],
    action: { label: t("action"), url: `${env.PROTOCOL}://${host}/reset/${resetSecret(keyId)}` },
    footer: ["ConsultantPro"],
    locale: defaultLocale,
  })
  const result = await sendMail({
    to: email,
    subject: t("subject"),
    html,
    text,
    messageId: `<${keyId}@reset.consultantpro>`,
  })
  if (result.outcome === "retry") throw new Error(`reset mail could not be handed over yet: ${result.reason}`)
}
