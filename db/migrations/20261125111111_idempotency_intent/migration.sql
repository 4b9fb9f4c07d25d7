ALTER TABLE "idempotency_keys" ADD COLUMN "intent" text;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "held_until" timestamp(3) with time zone;