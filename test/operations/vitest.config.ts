import { defineConfig } from "vitest/config"
import common from "../../vitest.config"

/** What is tried on a whole installation, one file after the other, from a backup of the demo's data. */
export default defineConfig({
  ...common,
  test: {
    ...common.test,
    include: ["test/operations/**/*.test.ts"],
    exclude: [],
    globalSetup: "test/operations/setup.ts",
    silent: "passed-only",
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
