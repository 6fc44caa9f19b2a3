CREATE TABLE "black_spot_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"spot_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"on_day" date NOT NULL,
	"by" text NOT NULL,
	"state" text NOT NULL,
	"document_number" text,
	"next_on" date,
	"note" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "black_spot_photographs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"spot_id" uuid NOT NULL,
	"media_type" text NOT NULL,
	"width_px" integer NOT NULL,
	"height_px" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"caption" text,
	"taken_on" date,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "black_spot_events_spot" ON "black_spot_events" USING btree ("spot_id","id");--> statement-breakpoint
CREATE INDEX "black_spot_photographs_spot" ON "black_spot_photographs" USING btree ("spot_id","id");
--> statement-breakpoint
CREATE TRIGGER black_spot_events_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON black_spot_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER black_spot_photographs_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON black_spot_photographs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
