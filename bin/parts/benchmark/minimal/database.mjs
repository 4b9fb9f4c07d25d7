import postgres from "postgres"

globalThis.floorSql ??= process.env.FLOOR_DATABASE_URL && postgres(process.env.FLOOR_DATABASE_URL, { max: 8 })

export const sql = globalThis.floorSql
export const ids = JSON.parse(process.env.FLOOR_IDS ?? "{}")
