ALTER TABLE "feature_versions" ADD COLUMN "ended_reason" text;
--> statement-breakpoint
-- As in 0001; the transaction also says why, in record.reason.
CREATE OR REPLACE FUNCTION keep_replaced_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_layer_revision(l.layer) FROM (SELECT DISTINCT layer FROM old_rows) l;
  INSERT INTO feature_versions (feature_id, layer, code, name, geom, bbox, attributes, position_error_m, district_code,
      source_geometry, source_datum, source, observed_on, import_id, revision, valid_from, changed_by,
      ended_revision, valid_to, ended_by, ended_import_id, ended_reason, removed)
    SELECT o.id, o.layer, o.code, o.name, o.geom, o.bbox, o.attributes, o.position_error_m, o.district_code,
      o.source_geometry, o.source_datum, o.source, o.observed_on, o.import_id, o.revision, o.valid_from, o.changed_by,
      r.revision, r.changed_at, coalesce(nullif(current_setting('record.changed_by', true), ''), n.changed_by),
      nullif(current_setting('record.import_id', true), '')::uuid,
      nullif(current_setting('record.reason', true), ''), false
    FROM old_rows o JOIN features n ON n.id = o.id JOIN layer_revisions r ON r.layer = o.layer
    WHERE o.revision < r.revision;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_removed_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_layer_revision(l.layer) FROM (SELECT DISTINCT layer FROM old_rows) l;
  INSERT INTO feature_versions (feature_id, layer, code, name, geom, bbox, attributes, position_error_m, district_code,
      source_geometry, source_datum, source, observed_on, import_id, revision, valid_from, changed_by,
      ended_revision, valid_to, ended_by, ended_import_id, ended_reason, removed)
    SELECT o.id, o.layer, o.code, o.name, o.geom, o.bbox, o.attributes, o.position_error_m, o.district_code,
      o.source_geometry, o.source_datum, o.source, o.observed_on, o.import_id, o.revision, o.valid_from, o.changed_by,
      r.revision, r.changed_at, coalesce(nullif(current_setting('record.changed_by', true), ''), session_user::text),
      nullif(current_setting('record.import_id', true), '')::uuid,
      nullif(current_setting('record.reason', true), ''), true
    FROM old_rows o JOIN layer_revisions r ON r.layer = o.layer
    WHERE o.revision < r.revision;
  RETURN NULL;
END $$;
