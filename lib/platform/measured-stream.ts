import { createHash } from "node:crypto"
import { Transform } from "node:stream"
import { WrongLengthError } from "./storage-contract"

/** Passes bytes on while counting and hashing them, and breaks off when they are not exactly as many as announced. */
export function measuredStream(announced: number) {
  const hash = createHash("sha256")
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      hash.update(chunk)
      if (size > announced) done(new WrongLengthError(true))
      else done(null, chunk)
    },
    flush(done) {
      done(size < announced ? new WrongLengthError(false) : null)
    },
  })
  return { stream, result: () => ({ size, sha256: hash.digest("hex") }) }
}
