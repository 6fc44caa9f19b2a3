CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"number" text NOT NULL,
	"proposal_name" text NOT NULL,
	"verdict" text NOT NULL,
	"revisions" jsonb NOT NULL,
	"rule_edition" text NOT NULL,
	"as_of" text,
	"demo" boolean NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"proof" "bytea" NOT NULL,
	"proof_sha256" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "opinions_serial" ON "opinions" USING btree ("year","serial");--> statement-breakpoint
CREATE INDEX "opinions_at" ON "opinions" USING btree ("at" DESC NULLS LAST);
--> statement-breakpoint
CREATE TRIGGER opinions_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON opinions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
