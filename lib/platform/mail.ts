import { createTransport, type SendMailOptions, type Transporter } from "nodemailer"
import { env } from "./env"
import { processWide } from "./process-wide"
import { scrub } from "./redact"

export interface Mail {
  to: string | { name: string; address: string }
  subject: string
  html: string
  text: string
  /** Stable for each mail, so that one sent twice after a crash is recognised as the same. */
  messageId?: string
  /** Shown as the sender's name, with our address behind it. */
  fromName?: string
  replyTo?: string
  attachments?: { filename: string; content: Buffer; contentType: string }[]
  headers?: Record<string, string>
}

export type MailResult =
  | { outcome: "sent"; messageId: string }
  /** The receiving side said never: trying again would not help. */
  | { outcome: "refused"; reason: string }
  | { outcome: "retry"; reason: string }

export async function sendMail({ fromName, headers, ...mail }: Mail, transport = pool()): Promise<MailResult> {
  if (!transport) return { outcome: "retry", reason: "no mail server is configured" }
  const message: SendMailOptions = {
    ...mail,
    from: fromName ? { name: fromName, address: senderAddress() } : sender(),
    // Machines' mail is not to be answered by machines.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  try {
    const { messageId } = (await transport.sendMail(message)) as { messageId: string }
    return { outcome: "sent", messageId }
  } catch (error) {
    return failure(error)
  }
}

/** A pooled connection to the server at `url`; TLS is required unless the server is this machine or the URL says otherwise. */
export function mailTransport(url: string): Transporter {
  const { hostname, searchParams } = new URL(url)
  const own = ["localhost", "127.0.0.1", "[::1]"].includes(hostname)
  return createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    dnsTimeout: 5_000,
    socketTimeout: 20_000,
    ...(searchParams.has("requireTLS") || searchParams.has("ignoreTLS") ? {} : { requireTLS: !own }),
    tls: { rejectUnauthorized: !own },
  } as Parameters<typeof createTransport>[0])
}

/** Whether the mail server answers and lets us in. */
export async function checkMail(transport = pool()): Promise<boolean> {
  return transport ? transport.verify() : false
}

/** Ends the pooled connections, so that the process can end. */
export function closeMail(): void {
  pools.open?.close()
  pools.open = undefined
}

const pools = processWide("mail", () => ({ open: undefined as Transporter | undefined }))

function pool(): Transporter | undefined {
  if (env.SMTP_URL) pools.open ??= mailTransport(env.SMTP_URL)
  return pools.open
}

const sender = () => env.MAIL_FROM ?? `no-reply@${env.ROOT_DOMAIN.replace(/:\d+$/, "")}`
const senderAddress = () => /<([^>]+)>/.exec(sender())?.[1] ?? sender()

function failure(error: unknown): MailResult {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message: string }
  const reason = scrub(message)
  // A wrong password for our own mail server also answers 5xx, but that is ours to mend.
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE"
  if (aboutThisMail && (responseCode === undefined || responseCode >= 500)) return { outcome: "refused", reason }
  return { outcome: "retry", reason }
}
