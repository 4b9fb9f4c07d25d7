CREATE TABLE "notifications" (
	"firm_id" uuid DEFAULT app.firm(),
	"id" uuid,
	"member_id" uuid,
	"portal_user_id" uuid,
	"client_id" uuid,
	"event_id" uuid NOT NULL,
	"event" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"read_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notifications_pkey" PRIMARY KEY("firm_id","id"),
	CONSTRAINT "notifications_member_key" UNIQUE("firm_id","event_id","member_id"),
	CONSTRAINT "notifications_portal_user_key" UNIQUE("firm_id","event_id","portal_user_id"),
	CONSTRAINT "notifications_recipient" CHECK (num_nonnulls("member_id", "portal_user_id") = 1),
	CONSTRAINT "notifications_client" CHECK (("client_id" is null) = ("portal_user_id" is null)),
	CONSTRAINT "notifications_subject_kind" CHECK ("subject_kind" in ('client', 'invoice', 'lead', 'proposal', 'task'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "notifications_member_idx" ON "notifications" ("firm_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_portal_user_idx" ON "notifications" ("firm_id","portal_user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread_member_idx" ON "notifications" ("firm_id","member_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_unread_portal_user_idx" ON "notifications" ("firm_id","portal_user_id") WHERE read_at is null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member_fkey" FOREIGN KEY ("firm_id","member_id") REFERENCES "members"("firm_id","id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_portal_user_fkey" FOREIGN KEY ("firm_id","portal_user_id") REFERENCES "portal_users"("firm_id","id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_client_fkey" FOREIGN KEY ("firm_id","client_id") REFERENCES "clients"("firm_id","id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_event_fkey" FOREIGN KEY ("firm_id","event_id") REFERENCES "audit_events"("firm_id","id");--> statement-breakpoint
CREATE POLICY "jobs" ON "notifications" AS PERMISSIVE FOR ALL TO "app_worker" USING (firm_id = (select current_setting('app.firm_id')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid));--> statement-breakpoint
CREATE POLICY "member" ON "notifications" AS PERMISSIVE FOR ALL TO "app_firm" USING (firm_id = (select current_setting('app.firm_id')::uuid) and member_id = (select current_setting('app.actor')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and member_id = (select current_setting('app.actor')::uuid));--> statement-breakpoint
CREATE POLICY "portal_user" ON "notifications" AS PERMISSIVE FOR ALL TO "app_portal" USING (firm_id = (select current_setting('app.firm_id')::uuid) and client_id = (select current_setting('app.client_id')::uuid) and portal_user_id = (select current_setting('app.actor')::uuid)) WITH CHECK (firm_id = (select current_setting('app.firm_id')::uuid) and client_id = (select current_setting('app.client_id')::uuid) and portal_user_id = (select current_setting('app.actor')::uuid));--> statement-breakpoint
CREATE POLICY "metadata" ON "notifications" AS PERMISSIVE FOR SELECT TO "app_meta" USING (true);