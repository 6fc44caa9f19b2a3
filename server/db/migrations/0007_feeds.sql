CREATE TABLE "alarm_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"alarm_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"observed_at" timestamp with time zone,
	"grade" integer NOT NULL,
	"value" double precision,
	"by" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "alarms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"sensor" text NOT NULL,
	"simulated" boolean NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"grade" integer NOT NULL,
	"gravest" integer NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"graded_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"note" text,
	"cleared_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"source_id" text NOT NULL,
	"message_id" text NOT NULL,
	"refers_to" text,
	"observed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"unit" text,
	"role" text,
	"name" text,
	"phone_ending" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	CONSTRAINT "duty_shifts_source_id_message_id_pk" PRIMARY KEY("source_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "feed_messages" (
	"source_id" text NOT NULL,
	"message_id" text NOT NULL,
	"digest" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feed_messages_source_id_message_id_pk" PRIMARY KEY("source_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "feed_quarantine" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"field" text,
	"detail" text NOT NULL,
	"message_id" text,
	"excerpt" text NOT NULL,
	"count" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_readings" (
	"source_id" text NOT NULL,
	"sensor" text NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"message_id" text NOT NULL,
	"value" double precision NOT NULL,
	"quality" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feed_readings_source_id_sensor_observed_at_message_id_pk" PRIMARY KEY("source_id","sensor","observed_at","message_id")
);
--> statement-breakpoint
CREATE TABLE "feed_sensors" (
	"source_id" text NOT NULL,
	"sensor" text NOT NULL,
	"title" jsonb NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"layer" text,
	"feature_code" text,
	"unit" text NOT NULL,
	"interval_s" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"watch" jsonb NOT NULL,
	"moving" boolean NOT NULL,
	"value" double precision,
	"quality" text,
	"observed_at" timestamp with time zone,
	"received_at" timestamp with time zone NOT NULL,
	"silent_since" timestamp with time zone,
	CONSTRAINT "feed_sensors_source_id_sensor_pk" PRIMARY KEY("source_id","sensor")
);
--> statement-breakpoint
CREATE TABLE "feed_source_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "feed_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"simulated" boolean NOT NULL,
	"show_names" boolean NOT NULL,
	"per_second" integer NOT NULL,
	"burst" integer NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"untold" boolean DEFAULT false NOT NULL,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"repeats" bigint DEFAULT 0 NOT NULL,
	"late" bigint DEFAULT 0 NOT NULL,
	"quarantined" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "weather_warnings" (
	"source_id" text NOT NULL,
	"message_id" text NOT NULL,
	"refers_to" text,
	"observed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"kind" text,
	"level" text,
	"area_name" text,
	"districts" text[],
	"headline" text,
	"issued_at" timestamp with time zone,
	"valid_from" timestamp with time zone,
	"valid_to" timestamp with time zone,
	CONSTRAINT "weather_warnings_source_id_message_id_pk" PRIMARY KEY("source_id","message_id")
);
--> statement-breakpoint
CREATE INDEX "alarm_events_alarm" ON "alarm_events" USING btree ("alarm_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "alarms_open" ON "alarms" USING btree ("source_id","sensor") WHERE state <> 'cleared';--> statement-breakpoint
CREATE INDEX "alarms_raised" ON "alarms" USING btree ("raised_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "duty_shifts_refers" ON "duty_shifts" USING btree ("source_id","refers_to");--> statement-breakpoint
CREATE INDEX "duty_shifts_received" ON "duty_shifts" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "feed_messages_received" ON "feed_messages" USING btree ("source_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_quarantine_digest" ON "feed_quarantine" USING btree ("source_id","digest");--> statement-breakpoint
CREATE INDEX "feed_readings_received" ON "feed_readings" USING btree ("source_id","received_at");--> statement-breakpoint
CREATE INDEX "feed_source_events_source" ON "feed_source_events" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "weather_warnings_refers" ON "weather_warnings" USING btree ("source_id","refers_to");--> statement-breakpoint
CREATE INDEX "weather_warnings_received" ON "weather_warnings" USING btree ("received_at");
--> statement-breakpoint
CREATE TRIGGER feed_source_events_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON feed_source_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER alarm_events_refuse_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON alarm_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
