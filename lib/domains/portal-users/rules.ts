import { sign } from "@/lib/platform/secrets"

/** How long an invitation can be accepted. */
export const invitationHours = 72

/**
 * The secret of an invitation, made again from the row when its mail is written: it is never stored. Each change of the
 * row makes another, so whoever changes an invited row mints its invitation again.
 */
export function invitationSecret({ id, version }: { id: string; version: number }): string {
  return `inv_${sign("invitation", `${id}:${version}`)}`
}
