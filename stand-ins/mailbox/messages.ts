import { EventEmitter, once } from "node:events"
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type AddressObject, type Attachment, simpleParser } from "mailparser"

interface Person {
  name: string
  address: string
}

export interface Message {
  id: string
  receivedAt: string
  /** The addresses the server was told to deliver to, whatever the headers say. */
  recipients: string[]
  from: Person[]
  to: Person[]
  replyTo: Person[]
  subject: string
  messageId: string | null
  headers: Record<string, string>
  text: string
  html: string | null
  links: string[]
  attachments: { filename: string; contentType: string; size: number }[]
}

export interface Wanted {
  to?: string
  /** A time, or the id of a message already seen. */
  since?: string
}

/** The mails received, kept as files so that they survive a restart. */
export async function openMessages(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const all: Message[] = []
  const arrivals = new EventEmitter().setMaxListeners(0)
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort())
    all.push(JSON.parse(await readFile(join(folder, file), "utf8")))
  let count = 0

  async function add(raw: Buffer, recipients: string[]): Promise<Message> {
    const receivedAt = new Date().toISOString()
    const id = `${receivedAt.replace(/\D/g, "")}-${String(++count).padStart(5, "0")}-${process.pid}`
    const message = await readMessage(raw, { id, receivedAt, recipients })
    const file = join(folder, id)
    await writeFile(`${file}.eml`, raw, { mode: 0o600 })
    await writeFile(`${file}.part`, JSON.stringify(message), { mode: 0o600 })
    await rename(`${file}.part`, `${file}.json`)
    all.push(message)
    arrivals.emit("message")
    return message
  }

  function find({ to, since }: Wanted = {}): Message[] {
    const address = to?.toLowerCase()
    // Of mails that come at once, one of a lower id may be read after one of a higher: what came since is a matter of places.
    const seen = all.findIndex(({ id }) => id === since) + 1
    return all
      .slice(seen)
      .filter((message) => !address || message.recipients.includes(address))
      .filter((message) => !since || seen > 0 || (isId(since) ? message.id > since : message.receivedAt >= since))
      .reverse()
  }

  /** The wanted messages, as soon as there is one. */
  async function waitFor(wanted: Wanted, signal: AbortSignal): Promise<Message[]> {
    while (find(wanted).length === 0 && !signal.aborted)
      await once(arrivals, "message", { signal }).catch((error) => {
        if (!signal.aborted) throw error
      })
    return find(wanted)
  }

  async function clear(to?: string): Promise<number> {
    const gone = find({ to })
    for (const { id } of gone) {
      all.splice(
        all.findIndex((message) => message.id === id),
        1,
      )
      for (const ending of ["json", "eml"]) await rm(join(folder, `${id}.${ending}`), { force: true })
    }
    return gone.length
  }

  const byId = (id: string) => all.find((message) => message.id === id)
  const source = (message: Message) => readFile(join(folder, `${message.id}.eml`))
  const attachment = async (message: Message, index: number): Promise<Attachment | undefined> =>
    (await simpleParser(await source(message))).attachments[index]

  return { add, find, waitFor, clear, byId, source, attachment }
}

const isId = (since: string) => /^\d{17}-/.test(since)

export type Messages = Awaited<ReturnType<typeof openMessages>>

async function readMessage(raw: Buffer, received: Pick<Message, "id" | "receivedAt" | "recipients">): Promise<Message> {
  const parsed = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true })
  const html = parsed.html || null
  const text = parsed.text ?? ""
  return {
    ...received,
    from: people(parsed.from),
    to: people(parsed.to),
    replyTo: people(parsed.replyTo),
    subject: parsed.subject ?? "",
    messageId: parsed.messageId ?? null,
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()]),
    ),
    text,
    html,
    links: [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])],
    attachments: parsed.attachments.map(({ filename, contentType, size }, i) => ({
      filename: filename ?? `attachment-${i + 1}`,
      contentType,
      size,
    })),
  }
}

function people(given: AddressObject | AddressObject[] | undefined): Person[] {
  return [given ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .map(({ name, address }) => ({ name, address: address ?? "" }))
}
