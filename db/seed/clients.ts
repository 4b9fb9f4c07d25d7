import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { createContact } from "@/lib/domains/contacts/operations"
import { updateEngagement } from "@/lib/domains/engagements/operations"
import { createNote } from "@/lib/domains/notes/operations"
import { createPortalUser, revokePortalUser } from "@/lib/domains/portal-users/operations"
import { hashPassword } from "@/lib/platform/passwords"
import { clientStories } from "./clients-data"
import type { SoldWork } from "./crm"
import { demoId, demoPassword } from "./people"
import type { World } from "./world"

/** Who the clients are: people, notes, what was agreed since, and who of them uses the portal. */
export async function seedClients(world: World, full: boolean, sold: SoldWork[]) {
  const keeper = world.as(full ? "manager@acme.test" : "owner@birch.test")
  for (const work of sold) await tellStory(keeper, work)
  if (!full) return activatePortalUser(world, sold[0]!.email, sold[0]!.contact)

  await activatePortalUser(world, "pat@northwind.test", "Pat Morgan")
  await activatePortalUser(world, "gil@globex.test", "Gil Berger")
  const [northwind, globex] = sold
  const people = keeper.on(90)
  await people.does(createPortalUser, {
    id: northwind!.clientId,
    email: "marcus.bell@northwind.test",
    name: "Marcus Bell",
    role: "billing",
  })
  const former = await people.does(createPortalUser, {
    id: globex!.clientId,
    email: "tess.lowry@globex.test",
    name: "Tess Lowry",
    role: "viewer",
  })
  await keeper.on(40).does(revokePortalUser, { id: former.id })
  await seedOthers(world)
}

type Keeper = ReturnType<World["as"]>

async function tellStory(keeper: Keeper, { name, clientId: id, engagementId }: SoldWork) {
  const story = clientStories[name]
  if (!story) return
  const { address, taxId, contacts, notes, revisions } = story
  await keeper.on(70).does(updateClient, { id, address, taxId })
  for (const [name, jobTitle, email, phone] of contacts)
    await keeper.on(68).does(createContact, { clientId: id, name, jobTitle, email, phone })
  for (const [daysAgo, body, pinned = false] of notes)
    await keeper.on(daysAgo, 14).does(createNote, { clientId: id, body, pinned })
  for (const [daysAgo, summary, status] of revisions)
    await keeper.on(daysAgo).does(updateEngagement, { id: engagementId, summary, status })
}

/** Clients who came before there were proposals: one is still served, one has left. */
async function seedOthers(world: World) {
  const owner = world.as("owner@acme.test")
  const farm = await owner.on(186).does(createClient, {
    name: "Abbey Farm Cooperative",
    email: "office@abbeyfarm.test",
    phone: "+1 802 555 0127",
    address: "Route 7\nMiddlebury, VT 05753\nUnited States",
    ownerId: world.member("owner@acme.test"),
  })
  await owner.on(185).does(createContact, {
    clientId: farm.id,
    name: "Joan Pell",
    jobTitle: "Treasurer",
    email: "joan@abbeyfarm.test",
    isPrimary: true,
  })
  const left = await owner.on(186).does(createClient, { name: "Bay State Signs", email: "info@baystatesigns.test" })
  await owner
    .on(75)
    .does(createNote, { clientId: left.id, body: "Sold to a competitor. Files are kept until the tax years are over." })
  await owner.on(74).does(updateClient, { id: left.id, status: "archived" })
}

/** Gives an invited person their account and the demo's password, as accepting the invitation would. */
export async function activatePortalUser({ sql, firmId }: World, email: string, name: string) {
  const userId = demoId(`user ${email}`)
  await sql`insert into auth.users (id, email, name, password_hash, email_verified_at)
    values (${userId}, ${email}, ${name}, ${await hashPassword(demoPassword)}, now()) on conflict (email) do nothing`
  const rows = await sql<
    { id: string }[]
  >`update portal_users set user_id = (select id from auth.users where email = ${email}),
    name = ${name}, status = 'active', joined_at = created_at + interval '1 day' where firm_id = ${firmId} and email = ${email} returning id`
  if (rows.length === 0) throw new Error(`${email} has not been invited`)
  await sql`update auth.keys set used_at = now(), revoked_at = now() where kind = 'invite' and subject_id in ${sql(rows.map(({ id }) => id))}`
}
