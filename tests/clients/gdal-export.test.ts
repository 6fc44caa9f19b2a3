import { execFileSync } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { EXPORT_FORMAT_IDS, EXPORT_KINDS, type ExportFormatId } from "../../server/export/kinds.ts";
import { draftOf } from "../support/drafts.ts";
import { withExport } from "../support/export-file.ts";

/** Another program's reading of our files: GDAL 3.6 or later (Debian's package gdal-bin). */
const HAS_GDAL = (() => {
  try {
    return execFileSync("ogrinfo", ["--version"], { encoding: "utf8" }).startsWith("GDAL 3");
  } catch {
    return false;
  }
})();
if (!HAS_GDAL) console.log("GDAL is not installed here: what it reads of exported files is not tested");

const houses = getLayer("houses");
const drafts = [
  draftOf(houses, 3, { name: "甲 <&> 乙", geometry: { type: "Point", coordinates: [122.26, 43.62] } }),
  draftOf(houses, 4),
];

/** What `ogrinfo` says of the file and of its first feature. */
const described = (format: ExportFormatId, crs: string): Promise<string> =>
  withExport(
    houses,
    format,
    drafts,
    async (path, folder) => {
      const named = join(folder, `export.${EXPORT_KINDS[format].extension}`);
      await copyFile(path, named);
      const args = ["-ro", "-al", "-wkt_format", "WKT1", format === "shp" ? `/vsizip/${named}` : named];
      return execFileSync("ogrinfo", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    },
    { crs },
  );

describe.runIf(HAS_GDAL)("GDAL", () => {
  test.each(EXPORT_FORMAT_IDS)("reads every feature of %s, with its texts", async (format) => {
    const seen = await described(format, "wgs84");
    expect(seen).toMatch(/Feature Count: 2\b/);
    expect(seen).toContain("甲 <&> 乙");
    expect(seen).toMatch(/2026[-/]03[-/]01/);
  });

  test.each([
    "geojson",
    "gpkg",
    "shp",
  ] as const)("finds the Gauss-Kruger zone of %s, and metres in it", async (format) => {
    const seen = await described(format, "EPSG:4529");
    expect(seen).toContain('PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 41"');
    expect(seen).toMatch(/POINT \(41440269\.836\d* 4831867\.232\d*\)/);
  });

  test.each(["geojson", "gpkg", "shp"] as const)("does not take GCJ-02 in %s for WGS84", async (format) => {
    const seen = await described(format, "gcj02");
    expect(seen).toContain('GEOGCS["GCJ-02"');
    expect(seen).not.toContain('"WGS 84"');
  });
});
