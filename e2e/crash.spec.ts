import type { Answer, Api } from "./api"
import { owner as database } from "./database"
import { expect, test } from "./fixtures"
import { kill } from "./processes"
import { payAt, stripe } from "./stripe"
import { bill, buyer, log, offer, sell } from "./walk"

test.describe.configure({ timeout: 180_000 })
// The next test finds an installation that is up again.
test.afterEach(async ({ tokens }) => {
  await stripe.reset()
  const firm = await tokens("owner")
  await persist(() => firm.send("GET", "/auth/me"))
})

/** Asks until there is an answer: what a person or program does when a server was killed under them. */
async function persist<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (;;) {
    try {
      const answer = await ask()
      if (answer.status < 500) return answer
    } catch (error) {
      if (!/ECONN|socket hang up|EPIPE/.test(String(error))) throw error
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Runs calls side by side and kills a part once a few of them are through, again and again. */
async function underKills<T>(calls: (() => Promise<T>)[], part: "web" | "worker", every: number): Promise<T[]> {
  let through = 0
  let killed = 0
  const results: T[] = []
  const queue = calls.map((call, index) => ({ call, index }))
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      results[next.index] = await next.call()
      if (++through % every === 0) {
        kill(part)
        killed++
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  expect(killed).toBeGreaterThan(1)
  return results
}

const accept = (firm: Api, id: string) =>
  persist(() =>
    firm.post<Record<string, string>>(`/crm/proposals/${id}/accept`, {
      signerName: "Robin Reed",
      signerEmail: "robin@crash.test",
    }),
  )

test("acceptances survive a web server that is killed: one client each, and the same answer again", async ({
  unique,
  tokens,
}) => {
  const firm = await tokens("owner")
  const offers: string[] = []
  for (let i = 0; i < 6; i++) offers.push((await offer(firm, buyer(unique("Crash")))).proposal.id)

  const answers = await underKills(
    [...offers, ...offers, ...offers].map((id) => () => accept(firm, id)),
    "web",
    6,
  )

  for (const id of offers) {
    const said = answers
      .filter((_, i) => offers[i % offers.length] === id)
      .map(({ status, data }) => ({ status, clientId: data.clientId }))
    expect(new Set(said.map(({ clientId }) => clientId)).size).toBe(1)
    expect(said.every(({ status }) => status === 200)).toBe(true)
    const [made] = await database()<{ clients: number; contracts: number; projects: number }[]>`
      select count(distinct c.id)::int as clients, count(distinct k.id)::int as contracts, count(distinct p.id)::int as projects
        from proposals o join prospects x on x.firm_id = o.firm_id and x.id = o.prospect_id
        left join clients c on c.firm_id = o.firm_id and c.prospect_id = x.id
        left join contracts k on k.firm_id = o.firm_id and k.proposal_id = o.id
        left join projects p on p.firm_id = o.firm_id and p.client_id = c.id
       where o.id = ${id}`
    expect(made).toEqual({ clients: 1, contracts: 1, projects: 1 })
  }
})

test("invoices issued while web servers are killed leave no gap and no number twice", async ({ unique, tokens }) => {
  const firm = await tokens("owner")
  const drafts: string[] = []
  for (let i = 0; i < 3; i++) {
    const deal = await sell(firm, buyer(unique("Gap")))
    for (let j = 0; j < 4; j++) {
      await log(firm, deal)
      const draft = await firm.post(
        "/finance/invoices/from-time",
        { clientId: deal.clientId, projectId: deal.projectId },
        { expect: 201 },
      )
      drafts.push(draft.data.id)
    }
  }

  await underKills(
    drafts.map((id) => () => persist(() => firm.post(`/finance/invoices/${id}/send`, {}))),
    "web",
    4,
  )

  const numbers = await database()<{ number: number }[]>`
    select split_part(number, '-', 3)::int as number from invoices i join firms f on f.id = i.firm_id
     where f.subdomain = 'acme' and number like 'INV-' || extract(year from now()) || '-%' order by 1`
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, i) => i + 1))
  const sent = await database()<
    { id: string }[]
  >`select id from invoices where id = any (${drafts}) and number is not null`
  expect(sent).toHaveLength(drafts.length)
})

test("payments are booked once though web and worker die and webhooks come twice and out of order", async ({
  unique,
  tokens,
}) => {
  const firm = await tokens("owner")
  const deal = await sell(firm, buyer(unique("Pay")))
  const invoices: string[] = []
  for (let i = 0; i < 5; i++) invoices.push((await bill(firm, deal)).id)
  await stripe.faults({ duplicate: 2, disorder: true })

  await underKills(
    invoices.map((id) => async () => {
      const { data } = await persist(() => firm.post<{ url: string }>(`/finance/invoices/${id}/payment-link`, {}))
      kill("worker")
      await payAt(data.url, { email: "robin@crash.test", billingName: "Robin Reed" })
    }),
    "web",
    2,
  )

  await expect
    .poll(
      async () => (await database()`select id from invoices where id = any (${invoices}) and status = 'paid'`).length,
      { timeout: 60_000 },
    )
    .toBe(invoices.length)
  const books = await database()<{ payments: number; postings: number; debit: string; credit: string }[]>`
    select (select count(*)::int from payments where invoice_id = any (${invoices})) as payments,
      (select count(*)::int from ledger_transactions where kind like '%payment%' and source_id in (select id from payments where invoice_id = any (${invoices}))) as postings,
      sum(debit)::text as debit, sum(credit)::text as credit from ledger_entries`
  expect(books[0]).toMatchObject({ payments: invoices.length, postings: invoices.length })
  expect(books[0]!.debit).toBe(books[0]!.credit)
})

test("a worker that is killed leaves its work to the next, within seconds", async ({ unique, tokens }) => {
  const firm = await tokens("owner")
  const who = buyer(unique("Mail"))
  const sold = sell(firm, who)
  kill("worker")
  await sold
  kill("worker")
  await expect
    .poll(
      async () =>
        database()<{ status: string }[]>`select status from mails where recipient = ${who.email}`.then((rows) =>
          rows.map(({ status }) => status),
        ),
      { timeout: 30_000 },
    )
    .toContain("sent")
})

test("a job that was being done when its worker was killed is done by the next, within seconds", async ({
  unique,
  tokens,
}) => {
  const firm = await tokens("owner")
  const held = () =>
    database()<{ id: string }[]>`select id from graphile_worker.jobs where locked_at is not null`.then((jobs) =>
      jobs.map(({ id }) => id),
    )
  // Mails with a PDF take long enough to be found at it.
  let orphans: string[] = []
  for (let left = 5; left > 0 && orphans.length === 0; left--) {
    await sell(firm, buyer(unique("Orphan")))
    for (let tries = 500; tries > 0 && orphans.length === 0; tries--) orphans = await held()
    kill("worker")
    orphans = await held()
  }
  expect(orphans, "a job whose worker is gone").not.toEqual([])
  await expect
    .poll(
      () => database()<{ id: string }[]>`select id from graphile_worker.jobs where id = any(${orphans}::bigint[])`,
      { timeout: 45_000 },
    )
    .toEqual([])
})
