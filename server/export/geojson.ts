import type { ExportColumn } from "./columns.ts";
import { FileSink } from "./file-sink.ts";
import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import type { TargetCrs } from "./target-crs.ts";

/**
 * A FeatureCollection with flat properties under the ids of the registry; gaps are `null`. What the file says about itself
 * follows the features, as the foreign member `about`.
 *
 * @see RFC 7946, which knows WGS84 only: for other systems the file has the `crs` member of the edition of 2008
 */
export const geojson: ExportFormat = {
  open({ layer, language, crs, columns, facts, path }: ExportContext): ExportWriter {
    const sink = new FileSink(path);
    const name = JSON.stringify(layer.title[language]);
    sink.write(`{"type":"FeatureCollection","name":${name},${crsMember(crs)}"features":[`);
    let separator = "\n";
    return {
      add(feature, geometry) {
        const properties = Object.fromEntries(columns.map((column) => [column.id, propertyOf(column)]));
        sink.write(separator);
        sink.write(JSON.stringify({ type: "Feature", id: feature.id, geometry, properties }));
        separator = ",\n";

        function propertyOf(column: ExportColumn): unknown {
          return column.attribute?.type === "substances"
            ? (feature.attributes[column.id] ?? null)
            : column.valueOf(feature);
        }
      },
      async finish() {
        sink.write(`\n],"about":${JSON.stringify(facts)}}\n`);
        sink.close();
      },
    };
  },
};

function crsMember({ id, epsg, ogcWkt }: TargetCrs): string {
  if (id === "wgs84" || epsg === 4326) return "";
  // A name that no registry has would be passed over, and the positions taken for WGS84: so it says what it means.
  const name = epsg === null ? ogcWkt : `urn:ogc:def:crs:EPSG::${epsg}`;
  return `"crs":${JSON.stringify({ type: "name", properties: { name } })},`;
}
