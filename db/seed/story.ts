import { seedClients } from "./clients"
import { seedCrm } from "./crm"
import { seedDelivery } from "./delivery"
import { seedFinance } from "./finance"
import { seedMessages } from "./messages"
import { seedNotifications } from "./notifications"
import { seedTeam } from "./team"
import type { World } from "./world"

/** Tells a firm's half year: each part by the domain that it belongs to. */
export async function furnish(world: World, full: boolean) {
  await seedTeam(world, full)
  const sold = await seedCrm(world, full)
  await seedClients(world, full, sold)
  await seedDelivery(world, full, sold)
  await seedFinance(world, full, sold)
  await seedMessages(world, full, sold)
  await seedNotifications(world, full)
}
