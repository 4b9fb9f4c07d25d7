import { createApiKey, revokeApiKey } from "@/lib/domains/api-keys/operations"
import { deactivateMember, inviteMember } from "@/lib/domains/team/operations"
import { demoId } from "./people"
import type { World } from "./world"

/** Who came and went, and which programs work with the firm's data. */
export async function seedTeam(world: World, full: boolean) {
  const owner = world.as(full ? "owner@acme.test" : "owner@birch.test")
  await owner.on(110).does(createApiKey, { name: "Website form", scopes: ["leads:write"], days: "365" })
  await owner.on(30).does(createApiKey, { name: "Monthly report", scopes: ["invoices:read", "payments:read"] })
  const old = await owner
    .on(170)
    .does(createApiKey, { name: "Import of 2025", scopes: ["clients:read", "clients:write"] })
  await owner.on(164).does(revokeApiKey, { id: old.id })
  if (!full) return

  const theo = await owner.on(175).does(inviteMember, {
    email: "theo.marsh@acme.test",
    name: "Theo Marsh",
    role: "staff",
    grants: ["clients:read", "projects:read", "tasks:write", "time:own"],
    hourlyRate: "110.00",
  })
  await join(world, theo)
  await owner.on(48).does(deactivateMember, { id: theo.id })
  await owner.on(1).does(inviteMember, { email: "ines.duarte@acme.test", name: "Ines Duarte", role: "manager" })
}

/** Lets an invited person in, as accepting the invitation would. */
async function join({ sql, firmId }: World, { id, email, name }: { id: string; email: string; name: string }) {
  const userId = demoId(`user ${email}`)
  await sql`insert into auth.users (id, email, name, email_verified_at) values (${userId}, ${email}, ${name}, now())`
  await sql`update members set user_id = ${userId}, status = 'active', joined_at = created_at + interval '1 day'
    where firm_id = ${firmId} and id = ${id}`
}
