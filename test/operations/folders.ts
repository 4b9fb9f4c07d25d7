import { join } from "node:path"
import { root } from "../../bin/parts/runtime.mjs"

export const folder = (name: string) => join(root, ".data", `operations-${name}`)
