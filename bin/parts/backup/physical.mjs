// The embedded server brings no pg_dump: its files are copied while it runs, with the log of all that was written meanwhile.
import { chownSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { embeddedPostgres } from "../postgres.mjs"
import { serverHome, unprivileged } from "../postgres-files.mjs"
import { Refused } from "./command.mjs"
import { collect, copyFile, putBack, treeOf } from "./files.mjs"

const segment = /^[0-9A-F]{24}$/
// What a server makes anew at its start; the log comes apart, and pg_control last of all.
const leftOut =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^postmaster\.(pid|opts)$|(^|\/)(pgsql_tmp|pg_internal\.init)/
const control = "global/pg_control"

/** Copies a running server's files between pg_backup_start and pg_backup_stop, and the log from one to the other. */
export async function backUpPhysically({ url, data }, { to, count }) {
  const sql = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} })
  try {
    const [{ tablespaces }] =
      await sql`select count(*)::int as tablespaces from pg_tablespace where spcname not like 'pg\\_%'`
    if (tablespaces > 0)
      throw new Refused("This server has tablespaces outside its folder, which a copy of the folder does not hold.")
    const [{ version }] = await sql`select current_setting('server_version') as version`
    // The slot ends with this connection; until then no log of the backup is thrown away.
    await sql`select pg_create_physical_replication_slot(${`backup_${process.pid}`}, true, true)`
    const [{ first }] = await sql`select pg_walfile_name(pg_backup_start('consultantpro', true)) as first`
    const { files, folders } = treeOf(data, (path) => leftOut.test(path))
    const place = { to, prefix: "base", count }
    const paths = files.filter((path) => path !== control)
    const base = [...(await collect(data, paths, place)), ...(await collect(data, [control], place))]
    const [stop] = await sql`select pg_walfile_name(lsn) as last, labelfile from pg_backup_stop(false)`
    const log = readdirSync(join(data, "pg_wal")).filter(
      (name) => segment.test(name) && name >= first && name <= stop.last,
    )
    if (!log.includes(first) || !log.includes(stop.last))
      throw new Error(`the log from ${first} to ${stop.last} is not whole`)
    const wal = await collect(join(data, "pg_wal"), log, { to, prefix: "wal", count })
    return { server: version, folders, label: stop.labelfile, files: [...base, ...wal] }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Puts the files into a new data folder and lets the server bring itself up to the backup's end; answers its version. */
export async function restorePhysically(from, manifest, { dataDir, count }) {
  const account = unprivileged()
  const home = serverHome(dataDir, account)
  const data = join(home, "data")
  const own = (path) => account.uid !== undefined && chownSync(path, account.uid, account.gid)
  const folder = (path) => {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    own(path)
  }
  const put = (place) => async (source, path) => {
    // The server flushes its whole folder itself before it recovers.
    const copied = await copyFile(source, join(place, path), { flush: false })
    own(join(place, path))
    return copied
  }
  for (const path of ["", ...manifest.folders, "pg_wal/archive_status"]) folder(join(data, path))
  await putBack(from, manifest, "base", put(data), count)
  await putBack(from, manifest, "wal", put(join(data, "pg_wal")), count)
  writeFileSync(join(data, "backup_label"), manifest.label, { mode: 0o600, flush: true })
  own(join(data, "backup_label"))

  // It refuses to start when the log does not reach to the backup's end.
  const server = embeddedPostgres({ folder: dataDir })
  try {
    await server.start()
    const sql = postgres(server.superuserUrl, { max: 1 })
    const [{ tables }] =
      await sql`select count(*)::int as tables from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`
    await sql.end()
    return `${tables} tables`
  } finally {
    await server.stop()
  }
}
