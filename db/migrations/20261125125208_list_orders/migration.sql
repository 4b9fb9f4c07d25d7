CREATE INDEX "contacts_name_idx" ON "contacts" ("firm_id","name","id");--> statement-breakpoint
CREATE INDEX "contracts_title_idx" ON "contracts" ("firm_id","title","id");--> statement-breakpoint
CREATE INDEX "contracts_total_idx" ON "contracts" ("firm_id","total","id");--> statement-breakpoint
CREATE INDEX "engagements_name_idx" ON "engagements" ("firm_id","name","id");--> statement-breakpoint
CREATE INDEX "notes_pinned_idx" ON "notes" ("firm_id",(case when pinned then '1' else '0' end || id::text),"id");--> statement-breakpoint
CREATE INDEX "portal_users_name_idx" ON "portal_users" ("firm_id","name","id");--> statement-breakpoint
CREATE INDEX "portal_users_email_idx" ON "portal_users" ("firm_id","email","id");--> statement-breakpoint
CREATE INDEX "leads_company_idx" ON "leads" ("firm_id","company_name","id");--> statement-breakpoint
CREATE INDEX "proposals_title_idx" ON "proposals" ("firm_id","title","id");--> statement-breakpoint
CREATE INDEX "proposals_total_idx" ON "proposals" ("firm_id","total","id");--> statement-breakpoint
CREATE INDEX "prospects_company_idx" ON "prospects" ("firm_id","company_name","id");--> statement-breakpoint
CREATE INDEX "prospects_close_idx" ON "prospects" ("firm_id",coalesce(expected_close_on, '9999-12-31'::date),"id");--> statement-breakpoint
CREATE INDEX "prospects_value_idx" ON "prospects" ("firm_id",coalesce(estimated_value, 0),"id");--> statement-breakpoint
CREATE INDEX "projects_name_idx" ON "projects" ("firm_id","name","id");--> statement-breakpoint
CREATE INDEX "projects_due_idx" ON "projects" ("firm_id",coalesce(due_on, 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "tasks_position_idx" ON "tasks" ("firm_id","position","id");--> statement-breakpoint
CREATE INDEX "tasks_due_idx" ON "tasks" ("firm_id",coalesce(due_on, 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "tasks_title_idx" ON "tasks" ("firm_id","title","id");--> statement-breakpoint
CREATE INDEX "tasks_priority_idx" ON "tasks" ("firm_id",array_position(array['urgent', 'high', 'normal', 'low'], priority),"id");--> statement-breakpoint
CREATE INDEX "time_entries_unbilled_idx" ON "time_entries" ("firm_id","client_id","project_id") WHERE billable and invoice_id is null;--> statement-breakpoint
CREATE INDEX "credit_ledger_entries_created_idx" ON "credit_ledger_entries" ("firm_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invoices_by_number_idx" ON "invoices" ("firm_id",coalesce(number, ''),"id");--> statement-breakpoint
CREATE INDEX "invoices_by_due_idx" ON "invoices" ("firm_id",coalesce(due_on, 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "invoices_by_issue_idx" ON "invoices" ("firm_id",coalesce(issued_on, 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "invoices_total_idx" ON "invoices" ("firm_id","total","id");--> statement-breakpoint
CREATE INDEX "payments_amount_idx" ON "payments" ("firm_id","amount","id");--> statement-breakpoint
CREATE INDEX "messages_created_idx" ON "messages" ("firm_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_latest_idx" ON "messages" ("firm_id","client_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_at_idx" ON "audit_events" ("firm_id","at","id");