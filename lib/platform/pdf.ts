import { resolve } from "node:path"
import { Worker } from "node:worker_threads"
import { logoOf } from "./logo"
import type { DocumentContent } from "./pdf-content"
import { processWide } from "./process-wide"

export type { DocumentContent } from "./pdf-content"

export interface Rendered {
  id: number
  bytes?: Uint8Array
  error?: Error
}

interface Waiting {
  resolve: (bytes: Buffer) => void
  reject: (error: Error) => void
}

const press = processWide("pdf-press", () => ({
  thread: undefined as Worker | undefined,
  waiting: new Map<number, Waiting>(),
  count: 0,
}))

/** The document as PDF, set in a thread of its own so that requests do not wait for it. */
export async function renderDocument(content: DocumentContent): Promise<Buffer> {
  const data = await logoOf(content.brand.logoKey)
  return print(data ? { ...content, brand: { ...content.brand, logo: { data, format: "png" } } } : content)
}

function print(content: DocumentContent): Promise<Buffer> {
  press.thread ??= startThread()
  const { thread } = press
  const id = ++press.count
  return new Promise((resolve, reject) => {
    press.waiting.set(id, { resolve, reject })
    thread.ref()
    thread.postMessage({ id, content })
  })
}

// The renderer is React's client side, which does not load where the process runs under the react-server condition.
function startThread(): Worker {
  const program = resolve(/* turbopackIgnore: true */ process.cwd(), "lib/platform/pdf-thread.tsx")
  const thread = new Worker(/* turbopackIgnore: true */ program, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_OPTIONS: "" },
  })
  thread.unref()
  thread.on("message", ({ id, bytes, error }: Rendered) => {
    const waiting = press.waiting.get(id)
    press.waiting.delete(id)
    if (press.waiting.size === 0) thread.unref()
    if (bytes) waiting?.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    else waiting?.reject(error ?? new Error("the PDF could not be made"))
  })
  const lost = (error: Error) => {
    if (press.thread === thread) press.thread = undefined
    for (const { reject } of press.waiting.values()) reject(error)
    press.waiting.clear()
  }
  thread.on("error", lost)
  thread.on("exit", (code) => lost(new Error(`the PDF thread ended (${code})`)))
  return thread
}

/** Ends the thread; the next document starts another. */
export async function closePdf(): Promise<void> {
  await press.thread?.terminate()
}
