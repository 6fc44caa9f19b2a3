CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"grade" integer NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"note" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_message" ON "incidents" USING btree ("source_id","message_id");--> statement-breakpoint
CREATE INDEX "incidents_ends" ON "incidents" USING btree ("ends_at");