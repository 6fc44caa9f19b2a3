CREATE TABLE "conflict_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"conflict_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"run_id" bigint,
	"verdict" text,
	"rank" double precision,
	"finding" jsonb,
	"reasons" text[],
	"state" text,
	"owner" text,
	"note" text,
	"due_on" date,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "conflict_runs" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	"revisions" jsonb NOT NULL,
	"rule_edition" text,
	"took_ms" double precision NOT NULL,
	"pairs" integer NOT NULL,
	"seen" integer NOT NULL,
	"changed" integer NOT NULL,
	"gone" integer NOT NULL,
	"reopened" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hazard_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	"verdict" text NOT NULL,
	"rank" double precision NOT NULL,
	"finding" jsonb NOT NULL,
	"digest" text NOT NULL,
	"facts" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"owner" text,
	"note" text,
	"due_on" date,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decided_facts" jsonb
);
--> statement-breakpoint
CREATE TABLE "rule_decisions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"kind" text NOT NULL,
	"distance_m" double precision,
	"reason" text,
	"decided_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "conflict_events_conflict" ON "conflict_events" USING btree ("conflict_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conflicts_pair" ON "conflicts" USING btree ("hazard_id","target_id");--> statement-breakpoint
CREATE INDEX "conflicts_rank" ON "conflicts" USING btree ("rank" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "conflicts_target" ON "conflicts" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "rule_decisions_rule" ON "rule_decisions" USING btree ("rule_id","id");
--> statement-breakpoint
-- Who decided what stays as it was said, whoever writes SQL here.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER rule_decisions_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER conflict_events_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON conflict_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
