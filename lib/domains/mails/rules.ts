import { type MailLayout, renderMail } from "@/lib/platform/mail-layout"
import { directionOf } from "@/lib/platform/messages"
import type { FirmProfile } from "../firms/queries"
import { mailBrand } from "../firms/rules"

type Letter = Omit<MailLayout, "brand" | "locale" | "direction" | "footer"> & { footer?: string[] }

/** A mail from the firm: in its name, colour and language, with its address at the end. */
export function fromFirm(firm: FirmProfile, subject: string, { footer = [], ...letter }: Letter) {
  const address = firm.address.split("\n").join(", ")
  return {
    subject,
    fromName: firm.name,
    ...renderMail({
      ...letter,
      brand: mailBrand(firm),
      footer: [...footer, address].filter(Boolean),
      locale: firm.locale,
      direction: directionOf(firm.locale),
    }),
  }
}
