import { addresses } from "./surroundings"

export type Mail = {
  id: string
  recipients: string[]
  subject: string
  text: string
  html: string | null
  links: string[]
  attachments: { filename: string; contentType: string; size: number }[]
}

/** The mails that were sent to an address: newest first. */
export async function mailsTo(to: string, { wait = 0, since = "" } = {}): Promise<Mail[]> {
  const query = new URLSearchParams({ to, wait: String(wait), ...(since && { since }) })
  const { messages } = await (await fetch(`${addresses.mailbox}/api/messages?${query}`)).json()
  return messages
}

/** The newest mail to an address that is wanted; the mailbox holds its answer back until a mail arrives. */
export async function mailTo(to: string, wanted: (mail: Mail) => boolean, what: string): Promise<Mail> {
  let since = ""
  for (;;) {
    const mails = await mailsTo(to, { wait: 30, since })
    const found = mails.find(wanted)
    if (found) return found
    if (mails.length === 0) throw new Error(`no mail ${what} came to ${to} within 30 seconds`)
    since = mails[0]!.id
  }
}

const paths = (mail: Mail) => mail.links.map((link) => new URL(link).pathname)

export const mailAbout = (to: string, subject: RegExp) =>
  mailTo(to, (mail) => subject.test(mail.subject), `with a subject like ${subject}`)

export const mailWith = (to: string, path: RegExp) =>
  mailTo(to, (mail) => paths(mail).some((one) => path.test(one)), `with a link to ${path}`)

/** The link of a mail that leads to a path. */
export function linkIn({ links, subject }: Mail, path: RegExp): URL {
  const found = links.map((link) => new URL(link)).find(({ pathname }) => path.test(pathname))
  if (!found) throw new Error(`"${subject}" has no link to ${path}: ${links.join(" ")}`)
  return found
}

export async function attachmentOf(mail: Mail, index = 0): Promise<Buffer> {
  const answer = await fetch(`${addresses.mailbox}/messages/${mail.id}/attachments/${index}`)
  return Buffer.from(await answer.arrayBuffer())
}
