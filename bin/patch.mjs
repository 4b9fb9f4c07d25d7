// For the build of an image, after `npm ci`: the demo and the tests patch by themselves.
import { patchPostgresJs } from "./parts/patch-postgres-js.mjs"

console.log(`postgres.js: ${patchPostgresJs()} places patched`)
