import gcoord from "gcoord";
import type { Feature, Point } from "geojson";
import { encodeGbk } from "./encode-gbk.ts";

/** What the delivery holds beside rows that say what the record says. */
export const DELIVERED = { rows: 40, changed: 8, added: 9, swapped: 1 } as const;

export type Site = Feature<Point, Readonly<Record<string, unknown>>>;

/**
 * A spreadsheet as an office saves it: Chinese headers, GBK, positions picked on a web map and so in GCJ-02.
 *
 * @param sites - of the record, at least `DELIVERED.rows`: the places of the first stay, those of the last serve for new firms.
 */
export function enterpriseDelivery(sites: readonly Site[]): Buffer {
  const lines = sites.slice(0, DELIVERED.rows).map(({ geometry, properties }, index) => {
    const [lon, lat] = gcoord.transform(
      [geometry.coordinates[0]!, geometry.coordinates[1]!],
      gcoord.WGS84,
      gcoord.GCJ02,
    );
    const isNew = index >= DELIVERED.rows - DELIVERED.added;
    const isSwapped = index === DELIVERED.changed;
    const employees = Number(properties.employees) + (index < DELIVERED.changed ? 7 : 0);
    return [
      isNew ? `XIN-${index}` : properties.code,
      isNew ? `新建企业${index}` : properties.name,
      ...(isSwapped ? [lat, lon] : [lon, lat]).map((degrees) => degrees!.toFixed(10)),
      employees,
      properties.address,
    ].join(",");
  });
  return encodeGbk(["编号,企业名称,经度,纬度,从业人数,地址", ...lines, ""].join("\r\n"));
}
