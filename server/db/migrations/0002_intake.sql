CREATE TABLE "feature_links" (
	"a_id" uuid NOT NULL,
	"b_id" uuid NOT NULL,
	"same" boolean NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feature_links_a_id_b_id_pk" PRIMARY KEY("a_id","b_id")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"layer" text NOT NULL,
	"name" text NOT NULL,
	"columns" text[] NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "import_mappings_layer_name_pk" PRIMARY KEY("layer","name")
);
--> statement-breakpoint
CREATE TABLE "import_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"settings" jsonb NOT NULL,
	"facts" jsonb,
	"preview" jsonb,
	"problem" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "import_rows" (
	"draft_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"code" text,
	"code_given" boolean NOT NULL,
	"given" text[] NOT NULL,
	"name" text,
	"geom" "bytea",
	"bbox" "box",
	"attributes" jsonb NOT NULL,
	"position_error_m" double precision,
	"district_code" text,
	"source" text NOT NULL,
	"observed_on" date,
	"source_geometry" "bytea",
	"source_datum" text,
	"missing" text[] NOT NULL,
	"remarks" jsonb NOT NULL,
	"candidates" jsonb,
	"new_id" uuid NOT NULL,
	"outcome" text,
	"held" boolean NOT NULL,
	"decision" text,
	"kind" text GENERATED ALWAYS AS (case when outcome in ('refused', 'unchanged') then outcome when decision = 'reject' then 'left-out'
          when held and decision is null then 'suspicious' else outcome end) STORED,
	CONSTRAINT "import_rows_draft_id_row_pk" PRIMARY KEY("draft_id","row")
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "sha256" text;--> statement-breakpoint
CREATE INDEX "feature_links_b" ON "feature_links" USING btree ("b_id");--> statement-breakpoint
CREATE INDEX "import_rows_kind" ON "import_rows" USING btree ("draft_id","kind","row");