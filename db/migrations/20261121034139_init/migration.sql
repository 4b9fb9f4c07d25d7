CREATE TABLE "clients" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"tax_id" text DEFAULT '' NOT NULL,
	"currency" text NOT NULL,
	"owner_id" uuid,
	"prospect_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "clients_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "clients_prospect_key" UNIQUE("firm_id","prospect_id"),
	CONSTRAINT "clients_status" CHECK ("status" in ('active', 'archived'))
);
--> statement-breakpoint
ALTER TABLE "clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"is_primary" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contacts_pkey" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contracts" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"number" text NOT NULL,
	"client_id" uuid NOT NULL,
	"proposal_id" uuid,
	"title" text NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"currency" text NOT NULL,
	"total" numeric NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"signed_at" timestamp(3) with time zone,
	"signer_name" text,
	"signer_email" text,
	"signed_on_behalf" boolean DEFAULT false NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"file_key" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contracts_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "contracts_number_key" UNIQUE("firm_id","number"),
	CONSTRAINT "contracts_proposal_key" UNIQUE("firm_id","proposal_id"),
	CONSTRAINT "contracts_status" CHECK ("status" in ('draft', 'sent', 'signed', 'void'))
);
--> statement-breakpoint
ALTER TABLE "contracts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "engagement_revisions" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"engagement_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"contract_id" uuid,
	"revision" integer NOT NULL,
	"summary" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "engagement_revisions_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "engagement_revisions_revision_key" UNIQUE("firm_id","engagement_id","revision")
);
--> statement-breakpoint
ALTER TABLE "engagement_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "engagements" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"contract_id" uuid,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "engagements_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "engagements_contract_key" UNIQUE("firm_id","contract_id"),
	CONSTRAINT "engagements_status" CHECK ("status" in ('active', 'paused', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "engagements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notes_pkey" PRIMARY KEY("firm_id","id")
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "portal_users" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text DEFAULT 'admin' NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"joined_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "portal_users_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "portal_users_email_key" UNIQUE("firm_id","client_id","email"),
	CONSTRAINT "portal_users_user_key" UNIQUE("firm_id","client_id","user_id"),
	CONSTRAINT "portal_users_role" CHECK ("role" in ('admin', 'billing', 'viewer')),
	CONSTRAINT "portal_users_status" CHECK ("status" in ('invited', 'active', 'revoked'))
);
--> statement-breakpoint
ALTER TABLE "portal_users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "acceptances" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"proposal_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"signer_email" text NOT NULL,
	"on_behalf" boolean NOT NULL,
	"entered_by" uuid,
	"ip" text,
	"user_agent" text,
	"document_hash" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "acceptances_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "acceptances_proposal_key" UNIQUE("firm_id","proposal_id")
);
--> statement-breakpoint
ALTER TABLE "acceptances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_forms" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lead_forms_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "lead_forms_slug_key" UNIQUE("firm_id","slug")
);
--> statement-breakpoint
ALTER TABLE "lead_forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leads" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"company_name" text NOT NULL,
	"contact_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"source" text DEFAULT 'manual' NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"owner_id" uuid,
	"form_id" uuid,
	"utm" jsonb DEFAULT '{}' NOT NULL,
	"consent_text" text,
	"converted_at" timestamp(3) with time zone,
	"lost_reason" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "leads_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "leads_status" CHECK ("status" in ('new', 'contacted', 'qualified', 'converted', 'lost'))
);
--> statement-breakpoint
ALTER TABLE "leads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal_lines" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"proposal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric NOT NULL,
	"unit_price" numeric NOT NULL,
	"tax_rate" numeric DEFAULT '0' NOT NULL,
	"optional" boolean DEFAULT false NOT NULL,
	"selected" boolean DEFAULT true NOT NULL,
	"amount" numeric NOT NULL,
	"tax" numeric NOT NULL,
	CONSTRAINT "proposal_lines_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "proposal_lines_position_key" UNIQUE("firm_id","proposal_id","position")
);
--> statement-breakpoint
ALTER TABLE "proposal_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposals" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"number" text NOT NULL,
	"prospect_id" uuid NOT NULL,
	"client_id" uuid,
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient_email" text NOT NULL,
	"company_name" text NOT NULL,
	"valid_until" date,
	"subtotal" numeric DEFAULT '0' NOT NULL,
	"tax_total" numeric DEFAULT '0' NOT NULL,
	"total" numeric DEFAULT '0' NOT NULL,
	"link_version" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"viewed_at" timestamp(3) with time zone,
	"decided_at" timestamp(3) with time zone,
	"decline_reason" text,
	"contract_id" uuid,
	"project_id" uuid,
	"engagement_id" uuid,
	"portal_user_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposals_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "proposals_number_key" UNIQUE("firm_id","number"),
	CONSTRAINT "proposals_status" CHECK ("status" in ('draft', 'sent', 'accepted', 'declined', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "prospects" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"lead_id" uuid,
	"company_name" text NOT NULL,
	"contact_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"stage" text DEFAULT 'new' NOT NULL,
	"estimated_value" numeric,
	"currency" text NOT NULL,
	"probability" integer DEFAULT 10 NOT NULL,
	"expected_close_on" date,
	"next_step" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"lost_reason" text,
	"client_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "prospects_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "prospects_lead_key" UNIQUE("firm_id","lead_id"),
	CONSTRAINT "prospects_stage" CHECK ("stage" in ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')),
	CONSTRAINT "prospects_probability" CHECK ("probability" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "prospects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"task_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"body" text NOT NULL,
	"read_by_firm_at" timestamp(3) with time zone,
	"read_by_client_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "comments_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "comments_author" CHECK ("author_kind" in ('staff', 'client'))
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "projects" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"engagement_id" uuid,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"billing" text DEFAULT 'time_and_materials' NOT NULL,
	"budget" numeric,
	"currency" text NOT NULL,
	"hourly_rate" numeric,
	"starts_on" date,
	"due_on" date,
	"manager_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "projects_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "projects_engagement_key" UNIQUE("firm_id","engagement_id"),
	CONSTRAINT "projects_status" CHECK ("status" in ('planned', 'active', 'on_hold', 'completed', 'cancelled')),
	CONSTRAINT "projects_billing" CHECK ("billing" in ('time_and_materials', 'fixed', 'retainer'))
);
--> statement-breakpoint
ALTER TABLE "projects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"project_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'todo' NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"assignee_id" uuid,
	"due_on" date,
	"client_visible" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"completed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasks_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "tasks_status" CHECK ("status" in ('todo', 'in_progress', 'waiting', 'done')),
	CONSTRAINT "tasks_priority" CHECK ("priority" in ('low', 'normal', 'high', 'urgent'))
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_entries" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"project_id" uuid NOT NULL,
	"task_id" uuid,
	"client_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"date" date NOT NULL,
	"hours" numeric NOT NULL,
	"hourly_rate" numeric NOT NULL,
	"currency" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"billable" boolean DEFAULT true NOT NULL,
	"billed_amount" numeric NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"invoice_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "time_entries_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "time_entries_hours" CHECK ("hours" > 0 and "hours" <= 24),
	CONSTRAINT "time_entries_status" CHECK ("status" in ('open', 'submitted', 'approved'))
);
--> statement-breakpoint
ALTER TABLE "time_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credit_ledger_entries" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"source_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "credit_ledger_entries_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "credit_ledger_entries_amount" CHECK ("amount" <> 0)
);
--> statement-breakpoint
ALTER TABLE "credit_ledger_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric NOT NULL,
	"unit_price" numeric NOT NULL,
	"tax_rate" numeric DEFAULT '0' NOT NULL,
	"amount" numeric NOT NULL,
	"tax" numeric NOT NULL,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "invoice_lines_position_key" UNIQUE("firm_id","invoice_id","position")
);
--> statement-breakpoint
ALTER TABLE "invoice_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"number" text,
	"client_id" uuid NOT NULL,
	"project_id" uuid,
	"status" text DEFAULT 'draft' NOT NULL,
	"currency" text NOT NULL,
	"subtotal" numeric DEFAULT '0' NOT NULL,
	"tax_total" numeric DEFAULT '0' NOT NULL,
	"total" numeric DEFAULT '0' NOT NULL,
	"amount_paid" numeric DEFAULT '0' NOT NULL,
	"amount_due" numeric GENERATED ALWAYS AS (total - amount_paid) STORED NOT NULL,
	"issued_on" date,
	"due_on" date,
	"notes" text DEFAULT '' NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"viewed_at" timestamp(3) with time zone,
	"paid_at" timestamp(3) with time zone,
	"voided_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "invoices_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "invoices_number_key" UNIQUE("firm_id","number"),
	CONSTRAINT "invoices_status" CHECK ("status" in ('draft', 'sent', 'viewed', 'part_paid', 'paid', 'void')),
	CONSTRAINT "invoices_paid" CHECK ("amount_paid" between 0 and "total"),
	CONSTRAINT "invoices_numbered" CHECK (("status" = 'draft') = ("number" is null))
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_series" (
	"firm_id" uuid DEFAULT app.firm(),
	"series" text,
	"year" integer,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_pkey" PRIMARY KEY("firm_id","series","year")
);
--> statement-breakpoint
ALTER TABLE "number_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"invoice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"session_id" text,
	"url" text,
	"expires_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payment_attempts_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "payment_attempts_session_key" UNIQUE("firm_id","session_id"),
	CONSTRAINT "payment_attempts_status" CHECK ("status" in ('pending', 'open', 'succeeded', 'failed', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "payment_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"invoice_id" uuid,
	"attempt_id" uuid,
	"amount" numeric NOT NULL,
	"applied_amount" numeric NOT NULL,
	"refunded_amount" numeric DEFAULT '0' NOT NULL,
	"currency" text NOT NULL,
	"method" text NOT NULL,
	"status" text DEFAULT 'succeeded' NOT NULL,
	"provider" text,
	"provider_ref" text,
	"received_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payments_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "payments_provider_key" UNIQUE("firm_id","provider","provider_ref"),
	CONSTRAINT "payments_method" CHECK ("method" in ('card', 'bank_transfer', 'cash', 'cheque', 'other')),
	CONSTRAINT "payments_status" CHECK ("status" in ('succeeded', 'part_refunded', 'refunded')),
	CONSTRAINT "payments_amounts" CHECK ("amount" > 0 and "applied_amount" between 0 and "amount" and "refunded_amount" between 0 and "amount")
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refunds" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"payment_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"provider_ref" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "refunds_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "refunds_provider_key" UNIQUE("firm_id","provider_ref"),
	CONSTRAINT "refunds_status" CHECK ("status" in ('pending', 'succeeded', 'failed')),
	CONSTRAINT "refunds_amount" CHECK ("amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_inbox" (
	"firm_id" uuid DEFAULT app.firm(),
	"provider" text,
	"event_id" text,
	"type" text NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "webhook_inbox_pkey" PRIMARY KEY("firm_id","provider","event_id")
);
--> statement-breakpoint
ALTER TABLE "webhook_inbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "firms" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"subdomain" text NOT NULL CONSTRAINT "firms_subdomain_key" UNIQUE,
	"portal_domain" text CONSTRAINT "firms_portal_domain_key" UNIQUE,
	"currency" text DEFAULT 'USD' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"accent" text DEFAULT '#3b5bdb' NOT NULL,
	"logo_key" text,
	"address" text DEFAULT '' NOT NULL,
	"tax_id" text DEFAULT '' NOT NULL,
	"stripe_account_id" text CONSTRAINT "firms_stripe_account_key" UNIQUE,
	"stripe_ready" boolean DEFAULT false NOT NULL,
	"approves_time" boolean DEFAULT false NOT NULL,
	"hourly_rate" numeric,
	"payment_terms_days" integer DEFAULT 14 NOT NULL,
	"suspended_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "firms_subdomain_form" CHECK ("subdomain" ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
	CONSTRAINT "firms_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "firms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"user_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"grants" text[] DEFAULT '{}'::text[] NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"time_zone" text,
	"locale" text,
	"hourly_rate" numeric,
	"joined_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "members_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "members_email_key" UNIQUE("firm_id","email"),
	CONSTRAINT "members_user_key" UNIQUE("firm_id","user_id"),
	CONSTRAINT "members_role" CHECK ("role" in ('owner', 'admin', 'manager', 'staff', 'readonly')),
	CONSTRAINT "members_status" CHECK ("status" in ('invited', 'active', 'deactivated'))
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accounts_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "accounts_code_key" UNIQUE("firm_id","code"),
	CONSTRAINT "accounts_type" CHECK ("type" in ('asset', 'liability', 'equity', 'income', 'expense'))
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"transaction_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account_code" text NOT NULL,
	"debit" numeric DEFAULT '0' NOT NULL,
	"credit" numeric DEFAULT '0' NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "ledger_entries_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "ledger_entries_line_key" UNIQUE("firm_id","transaction_id","line"),
	CONSTRAINT "ledger_entries_one_side" CHECK ("debit" >= 0 and "credit" >= 0 and ("debit" = 0) <> ("credit" = 0))
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"source_key" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"posted_on" date NOT NULL,
	"xid" xid8 DEFAULT pg_current_xact_id() NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ledger_transactions_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "ledger_transactions_source_key" UNIQUE("firm_id","source_key")
);
--> statement-breakpoint
ALTER TABLE "ledger_transactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat_threads" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"client_id" uuid NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "chat_threads_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "chat_threads_day_key" UNIQUE("firm_id","client_id","day")
);
--> statement-breakpoint
ALTER TABLE "chat_threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"dedupe_key" text NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"subject_id" uuid,
	"status" text DEFAULT 'queued' NOT NULL,
	"error" text,
	"sent_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mails_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "mails_dedupe_key" UNIQUE("firm_id","dedupe_key"),
	CONSTRAINT "mails_status" CHECK ("status" in ('queued', 'sent', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"thread_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"body" text NOT NULL,
	"read_by_firm_at" timestamp(3) with time zone,
	"read_by_client_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "messages_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "messages_author" CHECK ("author_kind" in ('staff', 'client'))
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"at" timestamp(3) with time zone NOT NULL,
	"name" text NOT NULL,
	"operation" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"client_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"result" text DEFAULT 'done' NOT NULL,
	"request_id" text,
	CONSTRAINT "audit_events_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "audit_events_result" CHECK ("result" in ('done', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"firm_id" uuid DEFAULT app.firm(),
	"seq" bigint,
	"event_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "audit_seals_pkey" PRIMARY KEY("firm_id","seq"),
	CONSTRAINT "audit_seals_event_key" UNIQUE("firm_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "audit_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"firm_id" uuid DEFAULT app.firm(),
	"actor" text,
	"key" text,
	"request_hash" text NOT NULL,
	"status" integer,
	"response" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("firm_id","actor","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "clients_status_idx" ON "clients" ("firm_id","status","id");--> statement-breakpoint
CREATE INDEX "clients_name_idx" ON "clients" ("firm_id","name","id");--> statement-breakpoint
CREATE INDEX "contacts_client_idx" ON "contacts" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "contracts_client_idx" ON "contracts" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "engagements_client_idx" ON "engagements" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "notes_client_idx" ON "notes" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "leads_status_idx" ON "leads" ("firm_id","status","id");--> statement-breakpoint
CREATE INDEX "leads_email_idx" ON "leads" ("firm_id","email");--> statement-breakpoint
CREATE INDEX "proposals_status_idx" ON "proposals" ("firm_id","status","id");--> statement-breakpoint
CREATE INDEX "proposals_prospect_idx" ON "proposals" ("firm_id","prospect_id");--> statement-breakpoint
CREATE INDEX "proposals_client_idx" ON "proposals" ("firm_id","client_id");--> statement-breakpoint
CREATE INDEX "prospects_stage_idx" ON "prospects" ("firm_id","stage","id");--> statement-breakpoint
CREATE INDEX "comments_task_idx" ON "comments" ("firm_id","task_id","id");--> statement-breakpoint
CREATE INDEX "comments_client_idx" ON "comments" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "projects_status_idx" ON "projects" ("firm_id","status","id");--> statement-breakpoint
CREATE INDEX "projects_client_idx" ON "projects" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "tasks_project_idx" ON "tasks" ("firm_id","project_id","position","id");--> statement-breakpoint
CREATE INDEX "tasks_assignee_idx" ON "tasks" ("firm_id","assignee_id","status","id");--> statement-breakpoint
CREATE INDEX "tasks_status_idx" ON "tasks" ("firm_id","status","id");--> statement-breakpoint
CREATE INDEX "time_entries_project_idx" ON "time_entries" ("firm_id","project_id","id");--> statement-breakpoint
CREATE INDEX "time_entries_member_idx" ON "time_entries" ("firm_id","member_id","date");--> statement-breakpoint
CREATE INDEX "time_entries_date_idx" ON "time_entries" ("firm_id","date","id");--> statement-breakpoint
CREATE INDEX "time_entries_invoice_idx" ON "time_entries" ("firm_id","invoice_id");--> statement-breakpoint
CREATE INDEX "credit_ledger_entries_client_idx" ON "credit_ledger_entries" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "invoices_status_idx" ON "invoices" ("firm_id","status","id");--> statement-breakpoint
CREATE INDEX "invoices_client_idx" ON "invoices" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "invoices_due_idx" ON "invoices" ("firm_id","due_on","id");--> statement-breakpoint
CREATE INDEX "payment_attempts_invoice_idx" ON "payment_attempts" ("firm_id","invoice_id","id");--> statement-breakpoint
CREATE INDEX "payments_invoice_idx" ON "payments" ("firm_id","invoice_id");--> statement-breakpoint
CREATE INDEX "payments_client_idx" ON "payments" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "payments_received_idx" ON "payments" ("firm_id","received_on","id");--> statement-breakpoint
CREATE INDEX "refunds_payment_idx" ON "refunds" ("firm_id","payment_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account_idx" ON "ledger_entries" ("firm_id","account_code","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_source_idx" ON "ledger_transactions" ("firm_id","source_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_posted_idx" ON "ledger_transactions" ("firm_id","posted_on","id");--> statement-breakpoint
CREATE INDEX "chat_threads_day_idx" ON "chat_threads" ("firm_id","day","id");--> statement-breakpoint
CREATE INDEX "mails_subject_idx" ON "mails" ("firm_id","subject_id");--> statement-breakpoint
CREATE INDEX "messages_thread_idx" ON "messages" ("firm_id","thread_id","id");--> statement-breakpoint
CREATE INDEX "messages_client_idx" ON "messages" ("firm_id","client_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" ("firm_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_client_idx" ON "audit_events" ("firm_id","client_id","id");--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_owner_fkey" FOREIGN KEY ("firm_id","owner_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_proposal_fkey" FOREIGN KEY ("firm_id","proposal_id") REFERENCES "proposals"("firm_id","id");--> statement-breakpoint
ALTER TABLE "engagement_revisions" ADD CONSTRAINT "engagement_revisions_engagement_fkey" FOREIGN KEY ("firm_id","engagement_id") REFERENCES "engagements"("firm_id","id");--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_contract_fkey" FOREIGN KEY ("firm_id","contract_id") REFERENCES "contracts"("firm_id","id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_fkey" FOREIGN KEY ("firm_id","author_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "portal_users" ADD CONSTRAINT "portal_users_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_proposal_fkey" FOREIGN KEY ("firm_id","proposal_id") REFERENCES "proposals"("firm_id","id");--> statement-breakpoint
ALTER TABLE "lead_forms" ADD CONSTRAINT "lead_forms_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_owner_fkey" FOREIGN KEY ("firm_id","owner_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_form_fkey" FOREIGN KEY ("firm_id","form_id") REFERENCES "lead_forms"("firm_id","id");--> statement-breakpoint
ALTER TABLE "proposal_lines" ADD CONSTRAINT "proposal_lines_proposal_fkey" FOREIGN KEY ("firm_id","proposal_id") REFERENCES "proposals"("firm_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_prospect_fkey" FOREIGN KEY ("firm_id","prospect_id") REFERENCES "prospects"("firm_id","id");--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_lead_fkey" FOREIGN KEY ("firm_id","lead_id") REFERENCES "leads"("firm_id","id");--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_owner_fkey" FOREIGN KEY ("firm_id","owner_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_task_fkey" FOREIGN KEY ("firm_id","task_id") REFERENCES "tasks"("firm_id","id");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_engagement_fkey" FOREIGN KEY ("firm_id","engagement_id") REFERENCES "engagements"("firm_id","id");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_manager_fkey" FOREIGN KEY ("firm_id","manager_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_project_fkey" FOREIGN KEY ("firm_id","project_id") REFERENCES "projects"("firm_id","id");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_fkey" FOREIGN KEY ("firm_id","assignee_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_project_fkey" FOREIGN KEY ("firm_id","project_id") REFERENCES "projects"("firm_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_task_fkey" FOREIGN KEY ("firm_id","task_id") REFERENCES "tasks"("firm_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_member_fkey" FOREIGN KEY ("firm_id","member_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "credit_ledger_entries" ADD CONSTRAINT "credit_ledger_entries_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_fkey" FOREIGN KEY ("firm_id","invoice_id") REFERENCES "invoices"("firm_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_project_fkey" FOREIGN KEY ("firm_id","project_id") REFERENCES "projects"("firm_id","id");--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_invoice_fkey" FOREIGN KEY ("firm_id","invoice_id") REFERENCES "invoices"("firm_id","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_fkey" FOREIGN KEY ("firm_id","invoice_id") REFERENCES "invoices"("firm_id","id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_fkey" FOREIGN KEY ("firm_id","payment_id") REFERENCES "payments"("firm_id","id");--> statement-breakpoint
ALTER TABLE "webhook_inbox" ADD CONSTRAINT "webhook_inbox_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_fkey" FOREIGN KEY ("firm_id","transaction_id") REFERENCES "ledger_transactions"("firm_id","id");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_fkey" FOREIGN KEY ("firm_id","account_code") REFERENCES "accounts"("firm_id","code");--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "chat_threads" ADD CONSTRAINT "chat_threads_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_fkey" FOREIGN KEY ("firm_id","thread_id") REFERENCES "chat_threads"("firm_id","id");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_event_fkey" FOREIGN KEY ("firm_id","event_id") REFERENCES "audit_events"("firm_id","id");--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
CREATE POLICY "staff" ON "clients" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "clients" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "clients" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("clients"."id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "gate" ON "clients" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff" ON "contacts" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "contacts" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "contracts" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "contracts" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "contracts" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("contracts"."client_id" = (select current_setting('app.client_id')::uuid) and "contracts"."status" <> 'draft'));--> statement-breakpoint
CREATE POLICY "staff" ON "engagement_revisions" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "engagement_revisions" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "engagement_revisions" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("engagement_revisions"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "engagements" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "engagements" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "engagements" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("engagements"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "notes" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "notes" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "portal_users" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "portal_users" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "portal_users" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("portal_users"."client_id" = (select current_setting('app.client_id')::uuid) and "portal_users"."user_id" = (select current_setting('app.user_id')::uuid)));--> statement-breakpoint
CREATE POLICY "gate" ON "portal_users" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff" ON "acceptances" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "acceptances" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_adds" ON "acceptances" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (not on_behalf and entered_by is null and exists (select 1 from proposals p where p.firm_id = acceptances.firm_id and p.id = acceptances.proposal_id)));--> statement-breakpoint
CREATE POLICY "portal_reads" ON "acceptances" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and (exists (select 1 from proposals p where p.firm_id = acceptances.firm_id and p.id = acceptances.proposal_id)));--> statement-breakpoint
CREATE POLICY "staff" ON "lead_forms" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "lead_forms" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "gate" ON "lead_forms" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "lead_forms" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("lead_forms"."id" = (select current_setting('app.subject_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "leads" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "leads" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_adds" ON "leads" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (form_id = (select current_setting('app.subject_id')::uuid) and owner_id is null and status = 'new'));--> statement-breakpoint
CREATE POLICY "staff" ON "proposal_lines" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "proposal_lines" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "proposal_lines" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and (exists (select 1 from proposals p where p.firm_id = proposal_lines.firm_id and p.id = proposal_lines.proposal_id)));--> statement-breakpoint
CREATE POLICY "staff" ON "proposals" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "proposals" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "proposals" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and (("proposals"."client_id" = (select current_setting('app.client_id')::uuid) or "proposals"."id" = (select current_setting('app.subject_id')::uuid)) and "proposals"."status" <> 'draft'));--> statement-breakpoint
CREATE POLICY "portal_changes" ON "proposals" AS PERMISSIVE FOR UPDATE TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and (("proposals"."client_id" = (select current_setting('app.client_id')::uuid) or "proposals"."id" = (select current_setting('app.subject_id')::uuid)) and "proposals"."status" = 'sent')) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (("proposals"."client_id" = (select current_setting('app.client_id')::uuid) or "proposals"."id" = (select current_setting('app.subject_id')::uuid)) and "proposals"."status" in ('sent', 'accepted', 'declined')));--> statement-breakpoint
CREATE POLICY "staff" ON "prospects" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "prospects" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "comments" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "comments" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "comments" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("comments"."client_id" = (select current_setting('app.client_id')::uuid) and exists (select 1 from tasks k where k.firm_id = comments.firm_id and k.id = comments.task_id and k.client_visible)));--> statement-breakpoint
CREATE POLICY "portal_adds" ON "comments" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid) and author_kind = 'client' and exists (select 1 from tasks k where k.firm_id = comments.firm_id and k.id = comments.task_id and k.client_visible)));--> statement-breakpoint
CREATE POLICY "portal_changes" ON "comments" AS PERMISSIVE FOR UPDATE TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("comments"."client_id" = (select current_setting('app.client_id')::uuid))) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "projects" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "projects" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "projects" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("projects"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "tasks" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "tasks" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "tasks" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("tasks"."client_id" = (select current_setting('app.client_id')::uuid) and "tasks"."client_visible"));--> statement-breakpoint
CREATE POLICY "staff" ON "time_entries" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "time_entries" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff_reads" ON "credit_ledger_entries" AS PERMISSIVE FOR SELECT TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "staff_adds" ON "credit_ledger_entries" AS PERMISSIVE FOR INSERT TO "app_firm", "app_worker" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "credit_ledger_entries" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "invoice_lines" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "invoice_lines" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "invoice_lines" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and (exists (select 1 from invoices i where i.firm_id = invoice_lines.firm_id and i.id = invoice_lines.invoice_id)));--> statement-breakpoint
CREATE POLICY "staff" ON "invoices" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "invoices" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "invoices" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("invoices"."client_id" = (select current_setting('app.client_id')::uuid) and "invoices"."status" <> 'draft'));--> statement-breakpoint
CREATE POLICY "portal_changes" ON "invoices" AS PERMISSIVE FOR UPDATE TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("invoices"."client_id" = (select current_setting('app.client_id')::uuid) and "invoices"."status" = 'sent')) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid) and status = 'viewed'));--> statement-breakpoint
CREATE POLICY "staff" ON "number_series" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "number_series" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "payment_attempts" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "payment_attempts" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "payment_attempts" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("payment_attempts"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "portal_adds" ON "payment_attempts" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid) and status = 'pending' and exists (select 1 from invoices i where i.firm_id = payment_attempts.firm_id and i.id = payment_attempts.invoice_id)));--> statement-breakpoint
CREATE POLICY "portal_changes" ON "payment_attempts" AS PERMISSIVE FOR UPDATE TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("payment_attempts"."client_id" = (select current_setting('app.client_id')::uuid) and "payment_attempts"."status" in ('pending', 'open'))) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid) and status in ('open', 'failed', 'expired')));--> statement-breakpoint
CREATE POLICY "staff" ON "payments" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "payments" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "payments" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("payments"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "refunds" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "refunds" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff_reads" ON "webhook_inbox" AS PERMISSIVE FOR SELECT TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "staff_adds" ON "webhook_inbox" AS PERMISSIVE FOR INSERT TO "app_firm", "app_worker" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "webhook_inbox" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "firms" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "portal_reads" ON "firms" AS PERMISSIVE FOR SELECT TO "app_portal" USING (id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "firms" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "gate" ON "firms" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff" ON "members" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "members" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "gate" ON "members" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff" ON "accounts" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "accounts" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff_reads" ON "ledger_entries" AS PERMISSIVE FOR SELECT TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "staff_adds" ON "ledger_entries" AS PERMISSIVE FOR INSERT TO "app_firm", "app_worker" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "ledger_entries" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff_reads" ON "ledger_transactions" AS PERMISSIVE FOR SELECT TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "staff_adds" ON "ledger_transactions" AS PERMISSIVE FOR INSERT TO "app_firm", "app_worker" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "ledger_transactions" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "chat_threads" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "chat_threads" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "chat_threads" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("chat_threads"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "portal_adds" ON "chat_threads" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff" ON "mails" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "mails" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "staff" ON "messages" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "messages" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "messages" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("messages"."client_id" = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "portal_adds" ON "messages" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid) and author_kind = 'client' and exists (select 1 from chat_threads c where c.firm_id = messages.firm_id and c.id = messages.thread_id)));--> statement-breakpoint
CREATE POLICY "portal_changes" ON "messages" AS PERMISSIVE FOR UPDATE TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("messages"."client_id" = (select current_setting('app.client_id')::uuid))) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (client_id = (select current_setting('app.client_id')::uuid)));--> statement-breakpoint
CREATE POLICY "staff_reads" ON "audit_events" AS PERMISSIVE FOR SELECT TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "staff_adds" ON "audit_events" AS PERMISSIVE FOR INSERT TO "app_firm", "app_worker" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "audit_events" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "gate" ON "audit_events" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "portal_adds" ON "audit_events" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (actor_kind in ('client', 'link')));--> statement-breakpoint
CREATE POLICY "staff_reads" ON "audit_seals" AS PERMISSIVE FOR SELECT TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "staff_adds" ON "audit_seals" AS PERMISSIVE FOR INSERT TO "app_firm", "app_worker" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "audit_seals" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "gate" ON "audit_seals" AS PERMISSIVE FOR ALL TO "app_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "idempotency_keys" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);--> statement-breakpoint
CREATE POLICY "portal_reads" ON "idempotency_keys" AS PERMISSIVE FOR SELECT TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("idempotency_keys"."actor" = current_setting('app.actor')));--> statement-breakpoint
CREATE POLICY "portal_adds" ON "idempotency_keys" AS PERMISSIVE FOR INSERT TO "app_portal" WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (actor = current_setting('app.actor')));--> statement-breakpoint
CREATE POLICY "portal_changes" ON "idempotency_keys" AS PERMISSIVE FOR UPDATE TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and ("idempotency_keys"."actor" = current_setting('app.actor'))) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and (actor = current_setting('app.actor')));