import type { Geometry, Position } from "geojson";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { type ColumnKind, labelOf } from "./columns.ts";
import { FileSink } from "./file-sink.ts";
import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import { escapeXml } from "./xml.ts";

/** KML has no dates in its schemas: they stay texts, as they stand in the record. */
const SCHEMA_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: "string",
  integer: "int",
  number: "double",
  boolean: "string",
  date: "string",
  datetime: "string",
};

const SCHEMA = "ledger";

/**
 * KML 2.2: one placemark a feature with typed data under the ids of the registry, labels instead of codes, and the registry's
 * colours. No icon is named: Google's would be fetched from the Internet.
 *
 * @see OGC 07-147r2, which knows WGS84 only
 */
export const kml: ExportFormat = {
  open({ layer, language, columns, facts, path }: ExportContext): ExportWriter {
    const sink = new FileSink(path);
    const fields = columns.map(
      ({ id, kind, title }) =>
        `<SimpleField type="${SCHEMA_TYPES[kind]}" name="${escapeXml(id)}"><displayName>${escapeXml(title)}</displayName></SimpleField>`,
    );
    sink.write(
      '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n' +
        `<Document id="${escapeXml(layer.id)}">\n${stylesOf(layer)}<Schema name="${SCHEMA}" id="${SCHEMA}">${fields.join("")}</Schema>\n` +
        `<Folder>\n<name>${escapeXml(layer.title[language])}</name>\n`,
    );
    return {
      add(feature, geometry) {
        const data = columns.flatMap((column) => {
          const value = labelOf(column, column.valueOf(feature), language);
          return value === null || value === ""
            ? []
            : [`<SimpleData name="${escapeXml(column.id)}">${escapeXml(String(value))}</SimpleData>`];
        });
        // Without a name of its own it has none here either: a code in its place would come back as the name.
        const name = feature.name === "" ? "" : `<name>${escapeXml(feature.name)}</name>`;
        sink.write(
          `<Placemark id="f-${feature.id}">${name}<styleUrl>#${styleOf(layer, feature)}</styleUrl>` +
            `<ExtendedData><SchemaData schemaUrl="#${SCHEMA}">${data.join("")}</SchemaData></ExtendedData>${geometryXml(geometry)}</Placemark>\n`,
        );
      },
      async finish() {
        // Known at the end only; a second folder keeps the order of elements that the schema wants.
        const about = escapeXml(facts.text());
        sink.write(
          `</Folder>\n<Folder>\n<name>${escapeXml(facts.title)}</name>\n<description>${about}</description>\n</Folder>\n`,
        );
        sink.write("</Document>\n</kml>\n");
        sink.close();
      },
    };
  },
};

function geometryXml(geometry: Geometry): string {
  const line = (positions: Position[]) =>
    `<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(" ")}</coordinates>`;
  const ring = (tag: string, positions: Position[]) => `<${tag}><LinearRing>${line(positions)}</LinearRing></${tag}>`;
  const point = (position: Position) => `<Point>${line([position])}</Point>`;
  const path = (positions: Position[]) => `<LineString><tessellate>1</tessellate>${line(positions)}</LineString>`;
  const polygon = ([outer, ...holes]: Position[][]) =>
    `<Polygon>${ring("outerBoundaryIs", outer!)}${holes.map((hole) => ring("innerBoundaryIs", hole)).join("")}</Polygon>`;
  const many = (parts: readonly string[]) => `<MultiGeometry>${parts.join("")}</MultiGeometry>`;
  switch (geometry.type) {
    case "Point":
      return point(geometry.coordinates);
    case "MultiPoint":
      return many(geometry.coordinates.map(point));
    case "LineString":
      return path(geometry.coordinates);
    case "MultiLineString":
      return many(geometry.coordinates.map(path));
    case "Polygon":
      return polygon(geometry.coordinates);
    case "MultiPolygon":
      return many(geometry.coordinates.map(polygon));
    case "GeometryCollection":
      return many(geometry.geometries.map(geometryXml));
  }
}

/** One style for the layer and one for each value that has a colour of its own. */
function stylesOf(layer: LayerDefinition): string {
  const styles = [styleXml("s", layer.symbol.color)];
  for (const [i, { color }] of codesOf(layer).entries()) if (color) styles.push(styleXml(`s-${i}`, color));
  return styles.join("");
}

function styleOf(layer: LayerDefinition, { attributes }: FeatureRecord): string {
  const value = layer.symbol.by === undefined ? undefined : attributes[layer.symbol.by];
  const i = codesOf(layer).findIndex(({ code, color }) => color && code === value);
  return i < 0 ? "s" : `s-${i}`;
}

const codesOf = ({ symbol, attributes }: LayerDefinition) => {
  const attribute = symbol.by === undefined ? undefined : attributes[symbol.by];
  return attribute?.type === "code" ? attribute.values : [];
};

/** KML writes opacity first and red last; areas let the ground shine through. */
function styleXml(id: string, color: string): string {
  const [red, green, blue] = [color.slice(1, 3), color.slice(3, 5), color.slice(5, 7)];
  const solid = `<color>ff${blue}${green}${red}</color>`;
  return `<Style id="${id}"><IconStyle>${solid}</IconStyle><LineStyle>${solid}<width>2</width></LineStyle><PolyStyle><color>80${blue}${green}${red}</color></PolyStyle></Style>\n`;
}
