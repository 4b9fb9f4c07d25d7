import type postgres from "postgres"

/** Leads, a pipeline with a proposal for each prospect, and what came of those that were won. */
export async function loadSales(sql: postgres.Sql) {
  await sql`insert into leads (firm_id, id, company_name, contact_name, email, source, status, owner_id, created_at, updated_at)
    select id, pg_temp.id('lead', no, n), pg_temp.company(n * 3), 'Caller ' || n, 'caller' || n || '@lead.test', (array['manual', 'website', 'referral'])[1 + n % 3],
      (array['new', 'contacted', 'qualified', 'lost'])[1 + n % 4], pg_temp.id('member', no, 1 + n % members), now() - make_interval(days => n % 300), now()
    from bulk, generate_series(1, leads) n`
  await sql`insert into prospects (firm_id, id, company_name, contact_name, email, stage, estimated_value, currency, expected_close_on, owner_id, created_at, updated_at)
    select id, pg_temp.id('prospect', no, n), pg_temp.company(n * 5), 'Buyer ' || n, 'buyer' || n || '@prospect.test',
      (array['new', 'qualified', 'proposal', 'negotiation', 'won', 'lost'])[1 + n % 6], 1000 + n * 13 % 9000, currency,
      case when n % 4 > 0 then current_date + n % 90 end, pg_temp.id('member', no, 1 + n % members), now() - interval '60 days', now()
    from bulk, generate_series(1, prospects) n`
  await sql`insert into proposals (firm_id, id, number, prospect_id, client_id, title, currency, status, recipient_name, recipient_email, company_name, valid_until,
      subtotal, total, sent_at, created_at, updated_at)
    select id, pg_temp.id('proposal', no, n), 'P-2025-' || lpad(n::text, 5, '0'), pg_temp.id('prospect', no, n), case when n <= clients then pg_temp.id('client', no, n) end,
      pg_temp.subject(n * 11), currency, (array['draft', 'sent', 'accepted', 'declined'])[1 + n % 4], 'Buyer ' || n, 'buyer' || n || '@prospect.test', pg_temp.company(n * 5),
      current_date + n % 60 - 30, 1000 + n * 13 % 9000, 1000 + n * 13 % 9000, case when n % 4 > 0 then now() end, now() - interval '50 days', now()
    from bulk, generate_series(1, prospects) n`
  await sql`insert into contracts (firm_id, id, number, client_id, title, status, currency, total, created_at, updated_at)
    select id, pg_temp.id('contract', no, n), 'C-2025-' || lpad(n::text, 5, '0'), pg_temp.id('client', no, n), pg_temp.subject(n * 11),
      (array['draft', 'sent', 'signed'])[1 + n % 3], currency, 1000 + n * 17 % 9000, now() - interval '40 days', now()
    from bulk, generate_series(1, clients) n`
  await sql`insert into engagements (firm_id, id, client_id, contract_id, name, status, created_at, updated_at)
    select id, pg_temp.id('engagement', no, n), pg_temp.id('client', no, n), pg_temp.id('contract', no, n), pg_temp.subject(n * 11), 'active', now() - interval '40 days', now()
    from bulk, generate_series(1, clients) n`
  await sql`insert into engagement_revisions (firm_id, id, engagement_id, client_id, revision, summary, created_at)
    select id, pg_temp.id('revision', no, n), pg_temp.id('engagement', no, n), pg_temp.id('client', no, n), 1, 'As agreed', now() - interval '40 days'
    from bulk, generate_series(1, clients) n`
}
