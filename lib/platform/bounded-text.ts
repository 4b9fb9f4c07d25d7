/** The text of a body, or null when it is larger than so many bytes: then no more than that was kept of it. */
export async function boundedText(request: Request, maximum: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maximum) return null
  const decoder = new TextDecoder()
  let text = ""
  let size = 0
  // What is sent in chunks announces no length, and leaving the loop ends the stream.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maximum) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
