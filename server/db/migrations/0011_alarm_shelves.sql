CREATE TABLE "alarm_shelves" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"sensor" text NOT NULL,
	"grade" integer NOT NULL,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	"shelved_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "alarms" ADD COLUMN "chattering" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "alarms" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "alarm_shelves_sensor" ON "alarm_shelves" USING btree ("source_id","sensor") WHERE ended_at is null;