import { join } from "node:path"
import { root } from "./runtime.mjs"

/** The arguments that make Node run one of our TypeScript files as the server does. */
export const typescript = (file) => ["--conditions=react-server", "--import", "tsx", join(root, file)]
