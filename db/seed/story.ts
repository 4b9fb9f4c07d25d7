import { seedClients } from "./clients"
import { seedCrm } from "./crm"
import { seedDelivery } from "./delivery"
import { seedFinance } from "./finance"
import type { World } from "./world"

/** Tells a firm's half year: each part by the domain that it belongs to. */
export async function furnish(world: World, full: boolean) {
  const sold = await seedCrm(world, full)
  await seedClients(world, full, sold)
  await seedDelivery(world, full, sold)
  await seedFinance(world, full, sold)
}
