import { eq } from "drizzle-orm"
import { contracts } from "@/db/schema"
import type { Scope } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { ourContractById } from "./queries"

/** Signs what waits for the client. The policies let a client lock nothing else; repeating changes nothing. */
export async function signAsClient({ db, actor, record }: Scope, id: string, signer: { name: string; email: string }) {
  const [waiting] = await db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, id)).for("update")
  if (waiting) {
    const signed = { signerName: signer.name, signerEmail: signer.email, signedOnBehalf: false }
    await db
      .update(contracts)
      .set({ ...signed, status: "signed", signedAt: now().toISOString() })
      .where(eq(contracts.id, id))
    record("contract.signed", { id, clientId: actor.clientId })
  }
  const contract = await ourContractById(db, id)
  if (contract.status !== "signed" || contract.signedOnBehalf)
    throw conflict(`contracts.refusals.not.${contract.status}`)
  return contract
}
