import postgres from "postgres"
import { hashPassword } from "@/lib/platform/passwords"
import { demoPassword } from "../people"
import { loadCrowd, settle } from "./load"
import { large, small } from "./sizes"

const { MIGRATION_DATABASE_URL, NODE_ENV, DEMO, BULK_FIRMS } = process.env
if (!MIGRATION_DATABASE_URL || !BULK_FIRMS || (NODE_ENV === "production" && DEMO !== "1")) {
  console.error("MIGRATION_DATABASE_URL, BULK_FIRMS and, in production, DEMO=1 must be set")
  process.exit(1)
}

const sql = postgres(MIGRATION_DATABASE_URL, { max: 1, onnotice: () => {} })
try {
  const passwordHash = await hashPassword(demoPassword)
  const say = (line: string) => console.log(line)
  const [{ held }] = await sql<[{ held: number }]>`select count(*)::integer as held from firms`
  if (held === 0) {
    console.log("The large firm")
    await loadCrowd(sql, { from: 0, until: 0, size: large }, { passwordHash, say })
  }
  // In lots, so that no statement's triggers pile up in memory, and a longer list goes on where a shorter one ended.
  for (let from = Math.max(held, 1); from < Number(BULK_FIRMS); from += 1_000) {
    const until = Math.min(from + 999, Number(BULK_FIRMS) - 1)
    console.log(`Firms ${from} to ${until}`)
    await loadCrowd(sql, { from, until, size: small }, { passwordHash, say })
  }
  await settle(sql)
} finally {
  await sql.end()
}
