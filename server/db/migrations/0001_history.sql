-- Revisions, history and events are kept by the database itself, so that no write, ours or another tool's, can pass them by.

-- Raises a layer's revision, once per transaction, and holds the layer against other writers until the transaction ends:
-- revisions and their instants therefore follow the order of commits. Milliseconds, because that is what JavaScript can ask for.
CREATE FUNCTION raise_layer_revision(p_layer text) RETURNS layer_revisions LANGUAGE plpgsql AS $$
DECLARE
  raised layer_revisions;
BEGIN
  INSERT INTO layer_revisions AS l (layer, revision, changed_at, changed_xact)
  VALUES (p_layer, 1, date_trunc('milliseconds', clock_timestamp()), pg_current_xact_id()::text)
  ON CONFLICT (layer) DO UPDATE
    SET revision = l.revision + 1,
        changed_at = greatest(date_trunc('milliseconds', clock_timestamp()), l.changed_at + interval '1 millisecond'),
        changed_xact = excluded.changed_xact
    WHERE l.changed_xact <> excluded.changed_xact
  RETURNING * INTO raised;
  IF NOT FOUND THEN
    SELECT * INTO raised FROM layer_revisions WHERE layer = p_layer;
  END IF;
  RETURN raised;
END $$;
--> statement-breakpoint
-- The lock makes ids visible in their own order, so that a reader who asks for "after id" misses none. It is held until
-- commit: call this last in a transaction.
CREATE FUNCTION record_event(p_type text, p_payload jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  new_id bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('zone-risk-map events', 0));
  INSERT INTO events (type, payload, at) VALUES (p_type, p_payload, clock_timestamp()) RETURNING id INTO new_id;
  PERFORM pg_notify('event', new_id::text);
  RETURN new_id;
END $$;
--> statement-breakpoint
CREATE FUNCTION announce_layer_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  announcement jsonb := jsonb_build_object('layer', NEW.layer, 'revision', NEW.revision);
BEGIN
  PERFORM record_event('layer-revision', announcement);
  PERFORM pg_notify('layer_revision', announcement::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Deferred to the commit, so that a long import does not hold the lock of the events.
CREATE CONSTRAINT TRIGGER layer_revision_announced AFTER INSERT OR UPDATE ON layer_revisions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION announce_layer_revision();
--> statement-breakpoint
CREATE FUNCTION stamp_direct_edit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  raised layer_revisions := raise_layer_revision(NEW.layer);
BEGIN
  NEW.revision := raised.revision;
  NEW.valid_from := raised.changed_at;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Costs nothing for the application, which raises the revision itself.
CREATE TRIGGER features_stamp_direct_edit BEFORE UPDATE ON features
  FOR EACH ROW WHEN (NEW.revision = OLD.revision) EXECUTE FUNCTION stamp_direct_edit();
--> statement-breakpoint
CREATE FUNCTION raise_after_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_layer_revision(l.layer) FROM (SELECT DISTINCT layer FROM new_rows) l;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER features_raise_after_insert AFTER INSERT ON features
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION raise_after_insert();
--> statement-breakpoint
-- Who ends a state, and by which import, the transaction says in record.changed_by and record.import_id: a removed row
-- cannot, and a row that an undo brings back names the import that it came from.
-- A state that the same transaction made and replaced was never seen by anybody, and is not kept. The join is with the
-- table, not with the new rows: they have no index, and a large update would compare all with all.
CREATE FUNCTION keep_replaced_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_layer_revision(l.layer) FROM (SELECT DISTINCT layer FROM old_rows) l;
  INSERT INTO feature_versions (feature_id, layer, code, name, geom, bbox, attributes, position_error_m, district_code,
      source_geometry, source_datum, source, observed_on, import_id, revision, valid_from, changed_by,
      ended_revision, valid_to, ended_by, ended_import_id, removed)
    SELECT o.id, o.layer, o.code, o.name, o.geom, o.bbox, o.attributes, o.position_error_m, o.district_code,
      o.source_geometry, o.source_datum, o.source, o.observed_on, o.import_id, o.revision, o.valid_from, o.changed_by,
      r.revision, r.changed_at, coalesce(nullif(current_setting('record.changed_by', true), ''), n.changed_by),
      nullif(current_setting('record.import_id', true), '')::uuid, false
    FROM old_rows o JOIN features n ON n.id = o.id JOIN layer_revisions r ON r.layer = o.layer
    WHERE o.revision < r.revision;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER features_keep_replaced AFTER UPDATE ON features
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_replaced_states();
--> statement-breakpoint
CREATE FUNCTION keep_removed_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_layer_revision(l.layer) FROM (SELECT DISTINCT layer FROM old_rows) l;
  INSERT INTO feature_versions (feature_id, layer, code, name, geom, bbox, attributes, position_error_m, district_code,
      source_geometry, source_datum, source, observed_on, import_id, revision, valid_from, changed_by,
      ended_revision, valid_to, ended_by, ended_import_id, removed)
    SELECT o.id, o.layer, o.code, o.name, o.geom, o.bbox, o.attributes, o.position_error_m, o.district_code,
      o.source_geometry, o.source_datum, o.source, o.observed_on, o.import_id, o.revision, o.valid_from, o.changed_by,
      r.revision, r.changed_at, coalesce(nullif(current_setting('record.changed_by', true), ''), session_user::text),
      nullif(current_setting('record.import_id', true), '')::uuid, true
    FROM old_rows o JOIN layer_revisions r ON r.layer = o.layer
    WHERE o.revision < r.revision;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER features_keep_removed AFTER DELETE ON features
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_removed_states();
--> statement-breakpoint
CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'features cannot be truncated: the history would be lost; use DELETE';
END $$;
--> statement-breakpoint
CREATE TRIGGER features_refuse_truncate BEFORE TRUNCATE ON features
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
