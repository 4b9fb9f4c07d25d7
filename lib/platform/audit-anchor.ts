import { json } from "node:stream/consumers"
import { z } from "zod"
import { sign, signed } from "./secrets"
import { storage } from "./storage"

const shape = z.strictObject({ firmId: z.string(), seq: z.int(), hash: z.string(), at: z.string() })
const file = shape.extend({ signature: z.string() })

/** The end of a firm's audit chain at a moment, kept where whoever owns the database has no say. */
export type Anchor = z.output<typeof shape>

const purpose = "audit anchor"
const placeOf = (firmId: string) => `${firmId}/audit/anchor.json`
const text = ({ firmId, seq, hash, at }: Anchor) => JSON.stringify([firmId, seq, hash, at])

export async function keepAnchor(anchor: Anchor): Promise<void> {
  const body = JSON.stringify({ ...anchor, signature: sign(purpose, text(anchor)) })
  await storage().put(placeOf(anchor.firmId), Buffer.from(body), { contentType: "application/json" })
}

/** The last anchor of a firm; null when there is none yet, "forged" when it isn't one of ours. */
export async function readAnchor(firmId: string): Promise<Anchor | null | "forged"> {
  const stored = await storage().get(placeOf(firmId))
  if (!stored) return null
  const { success, data } = file.safeParse(await json(stored.body).catch(() => null))
  if (!success || data.firmId !== firmId) return "forged"
  const { signature, ...anchor } = data
  return signed(purpose, text(anchor), signature) ? anchor : "forged"
}
