CREATE TABLE "scene_versions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"scene_id" text NOT NULL,
	"scene" jsonb,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screen_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"screen_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screen_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"screen_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"scenes" text[],
	"networks" text[] NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"uses" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "screen_tokens_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "screens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"viewing" jsonb,
	"state" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "screens_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "screen_tokens" ADD CONSTRAINT "screen_tokens_screen_id_screens_id_fk" FOREIGN KEY ("screen_id") REFERENCES "public"."screens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scene_versions_scene" ON "scene_versions" USING btree ("scene_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "screen_events_screen" ON "screen_events" USING btree ("screen_id","id");--> statement-breakpoint
CREATE INDEX "screen_tokens_screen" ON "screen_tokens" USING btree ("screen_id");
--> statement-breakpoint
CREATE TRIGGER scene_versions_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON scene_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER screen_events_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON screen_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
