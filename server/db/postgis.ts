import { createHash } from "node:crypto";
import type pg from "pg";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import { LAYERS } from "#data/layers/index.ts";
import { withSchemaLock } from "./migrate.ts";

/** How an attribute leaves its JSON as a column that a GIS can filter and style by. */
const COLUMN: Readonly<Record<Attribute["type"], (key: string) => string>> = {
  code: (key) => `attributes ->> ${key}`,
  text: (key) => `attributes ->> ${key}`,
  integer: (key) => `(attributes ->> ${key})::bigint`,
  number: (key) => `(attributes ->> ${key})::double precision`,
  boolean: (key) => `(attributes ->> ${key})::boolean`,
  date: (key) => `(attributes ->> ${key})::date`,
  datetime: (key) => `(attributes ->> ${key})::timestamp`,
  substances: (key) => `attributes -> ${key}`,
};

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const snake = (name: string) => name.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One row per feature, named and typed as the layer's definition says; personal attributes stay out. */
function viewOf(layer: LayerDefinition): string {
  const fixed = [
    "id",
    "code",
    "name",
    "geometry",
    "district_code",
    "position_error_m",
    "source",
    "observed_on",
    "revision",
  ];
  const taken = new Set(fixed);
  const columns = Object.entries(layer.attributes)
    .filter(([, attribute]) => !attribute.personal)
    .map(([key, attribute]) => {
      const name = taken.has(snake(key)) ? `${snake(key)}_` : snake(key);
      return `${COLUMN[attribute.type](literal(key))} as ${identifier(name)}`;
    });
  return `create view gis.${identifier(snake(layer.id))} as
    select ${[...fixed, ...columns].join(", ")} from features where layer = ${literal(layer.id)}`;
}

/** insufficient_privilege, undefined_file: who may not add extensions, or has half of PostGIS installed, still gets a record. */
const CANNOT_INSTALL: ReadonlySet<string> = new Set(["42501", "58P01"]);

/** Locks the table only when there is something to add. */
async function addGeometryColumn(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_attribute where attrelid = 'features'::regclass and attname = 'geometry' and not attisdropped",
  );
  if (rowCount) return;
  await client.query(`alter table features add column geometry geometry(Geometry, 4326)
    generated always as (ST_SetSRID(ST_GeomFromWKB(geom), 4326)) stored`);
  await client.query("create index features_geometry on features using gist (geometry)");
}

/** The views are replaced only when a layer's definition has changed, since that takes views built on them along. */
async function replaceViews(client: pg.Client, layers: readonly LayerDefinition[]): Promise<void> {
  const views = layers.map(viewOf);
  const edition = createHash("sha256").update(views.join(";")).digest("hex");
  const { rows } = await client.query<{ edition: string | null }>(
    "select obj_description(to_regnamespace('gis'), 'pg_namespace') as edition",
  );
  if (rows[0]!.edition === edition) return;
  await client.query("drop schema if exists gis cascade");
  await client.query("create schema gis");
  for (const view of views) await client.query(view);
  await client.query(`comment on schema gis is '${edition}'`);
}

/**
 * Where the server offers PostGIS: a geometry column beside the WKB, its index, and a view per layer in the schema `gis`.
 *
 * @returns whether PostGIS can be used. A server without it, or a user who may not install it, is no error.
 */
export function installPostgis(
  connection: pg.ClientConfig,
  layers: readonly LayerDefinition[] = LAYERS,
): Promise<boolean> {
  return withSchemaLock(connection, async (client) => {
    const { rowCount } = await client.query("select from pg_available_extensions where name = 'postgis'");
    if (!rowCount) return false;
    try {
      await client.query("begin");
      await client.query("create extension if not exists postgis");
      await addGeometryColumn(client);
      await replaceViews(client, layers);
      await client.query("commit");
      return true;
    } catch (error) {
      await client.query("rollback");
      if (CANNOT_INSTALL.has((error as pg.DatabaseError).code ?? "")) return false;
      throw error;
    }
  });
}
