import { createTranslator } from "use-intl/core"
import { siteUrl } from "@/lib/platform/env"
import { sendMail } from "@/lib/platform/mail"
import { renderMail } from "@/lib/platform/mail-layout"
import { defaultLocale, messagesFor } from "@/lib/platform/messages"
import { signUpSecret } from "./writes"

const words = () =>
  createTranslator({ locale: defaultLocale, messages: messagesFor(defaultLocale), namespace: "sign-up.mail" })
const brand = { name: "ConsultantPro", accent: "#3b5bdb" }

/** The mail that proves the owner's address; its link opens the firm. */
export async function sendSignUpMail({
  keyId,
  email,
  name,
  firm,
}: {
  keyId: string
  email: string
  name: string
  firm: string
}) {
  const t = words()
  const { html, text } = renderMail({
    brand,
    preheader: t("preheader", { firm }),
    heading: t("heading", { firm }),
    paragraphs: [t("greeting", { name }), t("body")],
    action: { label: t("action", { firm }), url: siteUrl("root", null, `/welcome/${signUpSecret(keyId)}`) },
    footer: [t("ignore")],
    locale: defaultLocale,
  })
  await handOver({
    to: email,
    subject: t("subject", { firm }),
    html,
    text,
    messageId: `<${keyId}@sign-up.consultantpro>`,
  })
}

export async function sendDemoRequestMail({ id, email, name }: { id: string; email: string; name: string }) {
  const t = words()
  const { html, text } = renderMail({
    brand,
    preheader: t("demo.body"),
    heading: t("demo.heading"),
    paragraphs: [t("greeting", { name }), t("demo.body")],
    footer: ["ConsultantPro"],
    locale: defaultLocale,
  })
  await handOver({ to: email, subject: t("demo.subject"), html, text, messageId: `<${id}@demo-request.consultantpro>` })
}

async function handOver(mail: Parameters<typeof sendMail>[0]) {
  const result = await sendMail(mail)
  if (result.outcome === "retry") throw new Error(`mail could not be handed over yet: ${result.reason}`)
}
