import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../server/commands/install.mjs";
import { openDelivery } from "../../../../server/intake/formats/open-delivery.ts";

/** Open data of three cities, which is not part of the project; where it is missing, these tests count as skipped. */
const REAL = join(root, "../shared/real");

describe.runIf(existsSync(REAL))("real open data", () => {
  let workFolder: string;
  beforeAll(async () => {
    workFolder = await mkdtemp(join(tmpdir(), "real-files-"));
  });
  afterAll(() => rm(workFolder, { recursive: true }));

  test.each([
    ["monaco-roads", "geojson", 2903, "wgs84"],
    ["monaco-buildings", "geojson", 23336, "wgs84"],
    ["monaco-fuel-points", "geojson", 14, "wgs84"],
    ["monaco-fuel-polygons", "geojson", 1, "wgs84"],
    ["monaco-fire-points", "geojson", 4, "wgs84"],
    ["poland-osm-hydrants", "geojson", 300, "wgs84"],
    ["toronto-ksi", "csv", 12991, null],
  ])("%s comes in whole", async (file, format, rows, crs) => {
    const name = `${file}.${format}.gz`;
    const delivery = await openDelivery(join(REAL, name), { name, workFolder });
    const [table] = delivery.tables;
    let count = 0;
    for await (const row of table!.rows()) {
      expect(row, `row ${row.place}`).toHaveProperty("fields");
      count++;
    }
    await delivery.close();
    expect([delivery.format, delivery.compression, delivery.notices, count]).toEqual([format, "gzip", [], rows]);
    expect([table!.crs?.id ?? null, table!.notices, table!.rowCount ?? rows]).toEqual([crs, [], rows]);
    expect(delivery.encoding).toEqual({ id: "utf-8", sure: "valid", others: [] });
  });
});
