import { existsSync } from "node:fs"
import { canInstall, install, installCommand } from "../apt.mjs"

const tools = [
  {
    packages: ["caddy"],
    files: ["/usr/bin/caddy", "/usr/local/bin/caddy"],
    omission: "rolling restarts behind the proxy",
  },
  {
    packages: ["faketime"],
    files: ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`),
    omission: "a clock that jumps",
  },
  { packages: ["openssl"], files: ["/usr/bin/openssl"], omission: "rolling restarts behind the proxy: no certificate" },
]

/** What the operations' tests need beside the product: installed as root, else named with the command that adds it. */
export function missingTools() {
  const missing = () => tools.filter(({ files }) => !files.some((file) => existsSync(file)))
  const packages = missing().flatMap((one) => one.packages)
  if (packages.length > 0 && canInstall()) install(packages)
  const left = missing().map(({ omission, packages: names }) => ({ omission, command: installCommand(names) }))
  if (process.getuid?.() === 0) return left
  return [
    ...left,
    { omission: "a disk that is full: only root may make a small one", command: "run the tests as root" },
  ]
}
