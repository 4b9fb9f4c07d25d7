import { parentPort } from "node:worker_threads"
import { renderToBuffer } from "@react-pdf/renderer"
import type { Rendered } from "./pdf"
import type { DocumentContent } from "./pdf-content"
import { BusinessDocument } from "./pdf-document"

parentPort?.on("message", async ({ id, content }: { id: number; content: DocumentContent }) => {
  const done: Rendered = { id }
  try {
    done.bytes = new Uint8Array(await renderToBuffer(<BusinessDocument {...content} />))
  } catch (error) {
    done.error = error instanceof Error ? error : new Error(String(error))
  }
  parentPort?.postMessage(done)
})
