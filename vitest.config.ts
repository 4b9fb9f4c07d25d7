import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

// What is tried on a whole installation, one file after the other: `npm test -- operations` names one.
const operations = process.env.OPERATIONS_DATA_DIR !== undefined

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}test/empty.ts` } },
  test: {
    ...(operations
      ? { include: ["test/operations/**/*.test.ts"], globalSetup: "test/operations/setup.ts", fileParallelism: false }
      : {
          include: ["{lib,db,stand-ins,components,bin,test}/**/*.test.{ts,tsx}"],
          exclude: ["test/operations/**"],
          globalSetup: "test/database.ts",
        }),
    // next-auth imports next/server, which plain Node does not find without its ending.
    server: { deps: { inline: ["next-auth"] } },
    retry: 0,
    silent: operations && "passed-only",
    testTimeout: operations ? 180_000 : 20_000,
    hookTimeout: operations ? 180_000 : 60_000,
  },
})
