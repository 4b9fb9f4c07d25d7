import type postgres from "postgres"
import { demoId } from "./people"

type Asked = { name: string; email: string; company: string; people: string; message: string; status: string }

/** Who asked the platform for a demonstration, by how many hours ago. */
const asked: Record<number, Asked> = {
  3: {
    name: "Mira Okafor",
    email: "mira@fennel-tax.test",
    company: "Fennel Tax Advisers",
    people: "6-20",
    message:
      "We are nine people and bill by the hour from a spreadsheet. How do proposals become projects, and can our clients pay by card?",
    status: "new",
  },
  27: {
    name: "Jonas Weidel",
    email: "jonas@weidel-partner.test",
    company: "Weidel & Partner",
    people: "21-100",
    message: "Three offices, two currencies. Please show us the ledger and the time approval. Thursdays suit us best.",
    status: "new",
  },
  70: {
    name: "Priya Raman",
    email: "priya@ostro.test",
    company: "Ostro Consulting",
    people: "1-5",
    message: "",
    status: "contacted",
  },
  190: {
    name: "Luc Bernard",
    email: "luc@atelier-nord.test",
    company: "Atelier Nord",
    people: "6-20",
    message: "Is the portal available under our own address, with our logo?",
    status: "contacted",
  },
  520: {
    name: "Hanna Lind",
    email: "hanna@lind-revision.test",
    company: "Lind Revision",
    people: "100+",
    message: "We compare four products this quarter and need single sign-on.",
    status: "closed",
  },
}

export async function seedDemoRequests(sql: postgres.Sql, today: Date) {
  for (const [hours, { name, email, company, people, message, status }] of Object.entries(asked)) {
    const at = new Date(today.getTime() - Number(hours) * 60 * 60 * 1000)
    await sql`insert into auth.demo_requests (id, name, email, company, people, message, status, created_at)
      values (${demoId(`demo request ${email}`)}, ${name}, ${email}, ${company}, ${people}, ${message}, ${status}, ${at})`
  }
}
