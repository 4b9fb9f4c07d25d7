import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ensureBrowser } from "../browser.mjs"
import { build, isBuilt, next } from "../build.mjs"
import { dataDir } from "../house.mjs"
import { startRadosgw } from "../radosgw.mjs"
import { root } from "../runtime.mjs"
import { checkMigrations } from "./migrations.mjs"
import { lintOpenApi } from "./openapi.mjs"
import { missingTools } from "./operations-tools.mjs"
import { playwrightCounts, vitestCounts } from "./tally.mjs"

const tool = (path) => join(root, "node_modules", path)

/** The steps of the suite in their order; each throws when it fails and leaves a sentence. Some run only when named. */
export const steps = {
  lint: {
    title: "Lint and format",
    run: ({ command }) => command("biome", [tool("@biomejs/biome/bin/biome"), "check", "."]),
  },

  types: {
    title: "Types",
    run: async ({ command }) => {
      await command("typegen", [next, "typegen"])
      await command("tsc", [tool("typescript/bin/tsc"), "--noEmit"])
    },
  },

  structure: {
    title: "Structure",
    run: ({ command }) => command("structure", [join(root, "bin/check-structure.mjs")]),
  },

  migrations: {
    title: "Migrations match the schema",
    run: ({ command, folder }) => checkMigrations(command, join(folder, "drizzle")),
  },

  unit: {
    title: "Unit and database tests",
    async run({ command, folder, tally, onStop }) {
      const s3 = await startRadosgw(mkdtempSync(join(tmpdir(), "consultantpro-s3-")))
      if (s3.omission) tally.omit(s3)
      else onStop(s3.stop)
      const report = join(folder, "vitest.json")
      rmSync(report, { force: true })
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
      const env = s3.endpoint ? { S3_TEST_ENDPOINT: s3.endpoint, REQUIRE_S3: "1" } : {}
      await counting(tally, vitestCounts, report, () =>
        command("vitest", [tool("vitest/vitest.mjs"), "run", ...reporters], { NODE_ENV: "test", ...env }),
      )
    },
  },

  long: {
    title: "Reliability goals in their full sizes",
    onRequest: true,
    // Hours; `LONG=0.05 npm run test:long -- ledger` does a twentieth of the files named.
    async run({ command, folder, tally, env, rest }) {
      const report = join(folder, "vitest-long.json")
      rmSync(report, { force: true })
      const files = rest.length > 0 ? rest.map((name) => `test/reliability/${name}`) : ["test/reliability/"]
      // One after another: what is timed is not to be disturbed by the next.
      const args = ["--no-file-parallelism", "--reporter=verbose", "--reporter=json", `--outputFile.json=${report}`]
      await counting(tally, vitestCounts, report, () =>
        command("vitest", [tool("vitest/vitest.mjs"), "run", ...files, ...args], {
          NODE_ENV: "test",
          LONG: env.LONG || "1",
        }),
      )
    },
  },

  build: {
    title: "Production build",
    run: ({ family, env, runDir }) => (isBuilt() ? console.log("  unchanged") : build(family, env, runDir)),
  },

  e2e: {
    title: "End-to-end tests",
    // `E2E_ONLY="crash live" npm test -- build e2e` runs the journeys of these files.
    run: (context) => playwright(context, (process.env.E2E_ONLY ?? "").split(" ").filter(Boolean)),
  },

  operations: {
    title: "Backup, restarts, failures and load",
    onRequest: true,
    // `npm test -- build operations` runs these alone; OPERATIONS_ONLY="backup load" only these files.
    async run({ command, folder, tally, house }) {
      for (const missing of missingTools()) tally.omit(missing)
      await house()
      const report = join(folder, "operations.json")
      rmSync(report, { force: true })
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
      const only = (process.env.OPERATIONS_ONLY ?? "").split(" ").filter(Boolean)
      await counting(tally, vitestCounts, report, () =>
        command("vitest", [tool("vitest/vitest.mjs"), "run", ...reporters, ...only], {
          NODE_ENV: "test",
          OPERATIONS_DATA_DIR: dataDir("e2e"),
        }),
      )
    },
  },

  pictures: {
    title: "Pictures that the end-to-end tests compare, made anew",
    onRequest: true,
    run: (context) => playwright(context, ["pictures", "--update-snapshots"]),
  },

  openapi: {
    title: "API description",
    async run({ house }) {
      const { env } = await house()
      await lintOpenApi(`http://${env.ROOT_DOMAIN}/api/v1/openapi.json`)
    },
  },
}

async function playwright({ command, folder, tally, house }, args) {
  const browser = ensureBrowser()
  if (browser.omission) return tally.omit(browser)
  const { env, runDir, server } = await house()
  const report = join(folder, "playwright.json")
  rmSync(report, { force: true })
  const own = {
    E2E_BASE_URL: `http://${env.ROOT_DOMAIN}`,
    E2E_RUN_DIR: runDir,
    E2E_REPORT: report,
    E2E_DATABASE_URL: env.MIGRATION_DATABASE_URL ?? server?.superuserUrl ?? env.DATABASE_URL,
  }
  await counting(tally, playwrightCounts, report, () =>
    command("playwright", [tool("@playwright/test/cli.js"), "test", ...args], { ...env, ...own }),
  )
}

// A runner that fails with no failed test in its report (a file that does not load) is a failure of its own.
async function counting(tally, read, report, run) {
  let problem
  await run().catch((error) => {
    problem = error
  })
  const counts = read(report)
  if (counts) tally.add(counts)
  if (problem && !counts?.failed) throw problem
  if (!problem && !counts?.passed) throw new Error("no test ran")
}
