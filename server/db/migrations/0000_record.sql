CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feature_versions" (
	"version_id" bigserial PRIMARY KEY NOT NULL,
	"feature_id" uuid NOT NULL,
	"layer" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"geom" "bytea" NOT NULL,
	"bbox" "box" NOT NULL,
	"attributes" jsonb NOT NULL,
	"position_error_m" double precision,
	"district_code" text,
	"source_geometry" "bytea",
	"source_datum" text,
	"source" text NOT NULL,
	"observed_on" date,
	"import_id" uuid,
	"revision" bigint NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"ended_revision" bigint NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	"ended_by" text NOT NULL,
	"ended_import_id" uuid,
	"removed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "features" (
	"id" uuid PRIMARY KEY NOT NULL,
	"layer" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"geom" "bytea" NOT NULL,
	"bbox" "box" NOT NULL,
	"attributes" jsonb NOT NULL,
	"position_error_m" double precision,
	"district_code" text,
	"source_geometry" "bytea",
	"source_datum" text,
	"source" text NOT NULL,
	"observed_on" date,
	"import_id" uuid,
	"revision" bigint NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"layer" text NOT NULL,
	"source" text NOT NULL,
	"datum" text NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"report" jsonb DEFAULT '{}' NOT NULL,
	"revision" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "layer_revisions" (
	"layer" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_xact" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "feature_versions_feature" ON "feature_versions" USING btree ("feature_id","valid_from");--> statement-breakpoint
CREATE INDEX "feature_versions_layer" ON "feature_versions" USING btree ("layer","valid_to");--> statement-breakpoint
CREATE INDEX "feature_versions_import" ON "feature_versions" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "feature_versions_ended_import" ON "feature_versions" USING btree ("ended_import_id");--> statement-breakpoint
CREATE UNIQUE INDEX "features_layer_code" ON "features" USING btree ("layer","code");--> statement-breakpoint
CREATE INDEX "features_layer_id" ON "features" USING btree ("layer","id");--> statement-breakpoint
CREATE INDEX "features_bbox" ON "features" USING gist ("bbox");--> statement-breakpoint
CREATE INDEX "features_import" ON "features" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "imports_layer" ON "imports" USING btree ("layer","created_at");