const given = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} must be set: \`npm test -- e2e\` starts what the journeys need and tells them`)
  return value
}

/** The installation under test, as bin/test starts it; hosts without their port resolve to 127.0.0.1 here. */
export const root = process.env.ROOT_DOMAIN ?? new URL(process.env.E2E_BASE_URL ?? "http://localhost:3000").host
export const port = Number(new URL(`http://${root}`).port || 80)
export const hosts = {
  root,
  auth: `auth.${root}`,
  acme: `acme.${root}`,
  portal: `acme.portal.${root}`,
  birch: `birch.${root}`,
  birchPortal: `birch.portal.${root}`,
} as const
export type HostName = keyof typeof hosts

export const addresses = {
  get mailbox() {
    return new URL(given("MAILBOX_URL")).origin.replace("localhost", "127.0.0.1")
  },
  get stripe() {
    return given("STRIPE_API_BASE")
  },
  /** The database as its owner sees it: to prove that a refused call changed nothing. */
  get database() {
    return given("E2E_DATABASE_URL")
  },
}

export const password = "demo-Passw0rd!"

/** Whom the demo knows, and where they sign in. */
export const people = {
  owner: { host: "acme", email: "owner@acme.test" },
  admin: { host: "acme", email: "admin@acme.test" },
  manager: { host: "acme", email: "manager@acme.test" },
  staff: { host: "acme", email: "staff@acme.test" },
  viewer: { host: "acme", email: "viewer@acme.test" },
  pat: { host: "portal", email: "pat@northwind.test" },
  gil: { host: "portal", email: "gil@globex.test" },
  birch: { host: "birch", email: "owner@birch.test" },
  operator: { host: "root", email: "operator@platform.test" },
} as const satisfies Record<string, { host: HostName; email: string }>
export type Role = keyof typeof people
