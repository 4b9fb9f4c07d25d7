CREATE TABLE "sample_records" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kept_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sample_records_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "sample_records_subject_key" UNIQUE("firm_id","subject_id"),
	CONSTRAINT "sample_records_kind" CHECK ("kind" in ('lead', 'prospect', 'proposal', 'client', 'contact', 'note', 'project', 'task', 'timeEntry'))
);
--> statement-breakpoint
ALTER TABLE "sample_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "first_steps_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sample_records" ADD CONSTRAINT "sample_records_firm_fkey" FOREIGN KEY ("firm_id") REFERENCES "firms"("id");--> statement-breakpoint
CREATE POLICY "staff" ON "sample_records" AS PERMISSIVE FOR ALL TO "app_firm", "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "sample_records" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);