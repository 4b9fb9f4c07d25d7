import type { DemoFirm } from "./people"

export const acme: DemoFirm = {
  name: "Acme Advisory",
  subdomain: "acme",
  currency: "USD",
  timeZone: "America/New_York",
  accent: "#2f5d9b",
  address: "48 Wharf Street\nPortland, ME 04101\nUnited States",
  taxId: "47-2918306",
  members: [
    { email: "owner@acme.test", name: "Olivia Hart", role: "owner", rate: "220.00" },
    { email: "admin@acme.test", name: "Adam Reyes", role: "admin", rate: "160.00" },
    { email: "manager@acme.test", name: "Maya Lindqvist", role: "manager", rate: "180.00" },
    {
      email: "staff@acme.test",
      name: "Sam Okafor",
      role: "staff",
      rate: "120.00",
      grants: ["projects:read", "tasks:write", "time:own"],
    },
    { email: "viewer@acme.test", name: "Vera Novak", role: "readonly", rate: "120.00" },
  ],
}

export const birch: DemoFirm = {
  name: "Birch & Co",
  subdomain: "birch",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  accent: "#3f6b4f",
  address: "Lindenallee 12\n20259 Hamburg\nGermany",
  taxId: "DE 281 339 045",
  members: [{ email: "owner@birch.test", name: "Bruno Falk", role: "owner", rate: "150.00" }],
}
