import { driver } from "@/db/client"
import { keepAnchor, readAnchor } from "@/lib/platform/audit-anchor"
import { now } from "@/lib/platform/clock"
import { log } from "@/lib/platform/log"

type Head = { firmId: string; seq: string; hash: string }

/** Writes down outside of the database how far each firm's audit chain goes; what was written before must still hold. */
export async function anchorAudit() {
  const sql = driver("app_worker")
  const heads = await sql<Head[]>`select firm_id as "firmId", seq, hash from app.unanchored_heads()`
  for (const { firmId, seq, hash } of heads) {
    if (!(await holds(firmId))) {
      // The evidence stays as it is: a newer anchor would cover it up.
      log.error({ firm: firmId }, "an audit chain is not what it was when it was anchored")
      continue
    }
    await keepAnchor({ firmId, seq: Number(seq), hash, at: now().toISOString() })
    await sql`select app.note_anchor(${firmId}, ${seq})`
  }
}

async function holds(firmId: string) {
  const before = await readAnchor(firmId)
  if (before === null) return true
  if (before === "forged") return false
  const [row] = await driver("app_worker")<{ hash: string | null }[]>`
    select app.sealed_hash(${firmId}, ${before.seq}) as hash`
  return row!.hash === before.hash
}
