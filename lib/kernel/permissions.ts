/** Everything that can be permitted. An operation names one; roles and scopes are sets of them. */
export const permissions = [
  "self:use",
  "workspace:use",
  "firm:read",
  "firm:manage",
  "team:read",
  "team:manage",
  "keys:manage",
  "jobs:manage",
  "audit:read",
  "leads:read",
  "leads:write",
  "prospects:read",
  "prospects:write",
  "proposals:read",
  "proposals:write",
  "contracts:read",
  "contracts:write",
  "clients:read",
  "clients:write",
  "notes:read",
  "notes:write",
  "projects:read",
  "projects:write",
  "tasks:write",
  "time:own",
  "time:all",
  "invoices:read",
  "invoices:write",
  "payments:read",
  "payments:write",
  "ledger:read",
  "ledger:write",
  "messages:read",
  "messages:write",
  "portal:read",
  "portal:write",
  "portal:billing",
  "link:proposal",
  "link:form",
  "platform:read",
  "platform:manage",
  "system:run",
  "public:visit",
] as const

export type Permission = (typeof permissions)[number]

const firm = permissions.filter((name) => !/^(portal|link|platform|system|public):/.test(name))
const without = (...names: Permission[]) => firm.filter((name) => !names.includes(name))

/** What each role may do. Staff hold nothing but their own account until somebody grants them more. */
export const rolePermissions: Record<string, readonly Permission[]> = {
  owner: firm,
  admin: without(),
  manager: without("firm:manage", "team:manage", "keys:manage", "jobs:manage", "ledger:write"),
  staff: ["self:use", "workspace:use"],
  readonly: firm.filter(
    (name) => name === "self:use" || name === "workspace:use" || (name.endsWith(":read") && name !== "audit:read"),
  ),
  portal_admin: ["self:use", "portal:read", "portal:write", "portal:billing"],
  portal_billing: ["self:use", "portal:read", "portal:billing"],
  portal_viewer: ["self:use", "portal:read"],
  link: ["link:proposal", "link:form"],
  operator: ["self:use", "platform:read", "platform:manage"],
  system: [...firm, "system:run"],
}

/** What may be granted to staff, one by one. */
export const grantable = firm.filter(
  (name) => !["self:use", "workspace:use", "firm:manage", "team:manage", "keys:manage", "jobs:manage"].includes(name),
)

export const isPermission = (name: string): name is Permission => (permissions as readonly string[]).includes(name)
