ALTER TABLE "acceptances" ADD COLUMN "selected_line_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_forms" ADD COLUMN "consent_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "link_revoked_at" timestamp(3) with time zone;