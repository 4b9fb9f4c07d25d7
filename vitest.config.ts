import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}test/empty.ts` } },
  test: {
    include: ["{lib,db,stand-ins,components,bin,test}/**/*.test.{ts,tsx}"],
    // These need a whole installation: a step of their own starts it.
    exclude: ["test/operations/**"],
    // next-auth imports next/server, which plain Node does not find without its ending.
    server: { deps: { inline: ["next-auth"] } },
    globalSetup: "test/database.ts",
    retry: 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
