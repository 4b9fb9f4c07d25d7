import type { World } from "./world"

/** Tells a firm's half year: each part by the domain that it belongs to. */
export async function furnish(_world: World, _full: boolean) {}
