import { describe, expect, test } from "vitest";
import type { DatumCandidate, DraftPreview } from "../../../../web/api.ts";
import { DATUM_WORDS } from "../../../../web/messages/datum.ts";
import { datumChoices, firstChoice } from "../../../../web/workspaces/data/datum/datum-choices.ts";
import { datumName } from "../../../../web/workspaces/data/datum/datum-name.ts";

describe("the name of a datum", () => {
  // https://epsg.io: meridian and zone of each code.
  test.each([
    ["EPSG:4529", "CGCS2000 3 度带，中央经线 123°，第 41 带 (EPSG:4529)"],
    ["EPSG:4550", "CGCS2000 3 度带，中央经线 123°，无带号 (EPSG:4550)"],
    ["EPSG:4499", "CGCS2000 6 度带，中央经线 123°，第 21 带 (EPSG:4499)"],
    ["EPSG:4510", "CGCS2000 6 度带，中央经线 123°，无带号 (EPSG:4510)"],
    ["EPSG:4529-yx", "CGCS2000 3 度带，中央经线 123°，第 41 带 (EPSG:4529)，北坐标在前"],
    ["EPSG:32651", "UTM 51N (EPSG:32651)"],
    ["gcj02", "GCJ-02（高德、腾讯地图）"],
    ["EPSG:4490", "CGCS2000 经纬度 (EPSG:4490)"],
    [
      "+proj=tmerc +lat_0=0 +lon_0=122.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs",
      "自定义横轴墨卡托，中央经线 122.5°",
    ],
    ["something new", "something new"],
  ])("%s", (id, name) => {
    expect(datumName(id, DATUM_WORDS.zh)).toBe(name);
  });
});

const candidate = (datum: string, plausible = true): DatumCandidate => ({
  datum,
  fitM: 1,
  onMap: 0.9,
  inZone: 1,
  plausible,
});

const asked = (candidates: DatumCandidate[], change: Partial<DraftPreview["datum"]> = {}): DraftPreview["datum"] => ({
  id: "wgs84",
  from: "assumed",
  ask: true,
  evidence: {
    stated: "wgs84",
    sampled: 40,
    reference: null,
    candidates,
    verdict: "another-fits-better",
    suggested: "gcj02",
    why: [],
  },
  ...change,
});

describe("what a person chooses from", () => {
  test("nothing is chosen for them while the evidence asks", () => {
    expect(firstChoice(asked([]))).toBeNull();
    expect(firstChoice(asked([], { ask: false }))).toBe("wgs84");
  });

  test("best first, never what the numbers cannot be, always what was stated and what is usual", () => {
    const { shown, more } = datumChoices(
      asked([
        candidate("gcj02"),
        ...["a", "b", "c", "d", "e", "f"].map((id) => candidate(id)),
        candidate("wgs84", false),
        candidate("EPSG:4529", false),
      ]),
    );
    const ids = shown.map(({ datum }) => datum);
    expect(ids[0]).toBe("gcj02");
    expect(ids).toEqual(expect.arrayContaining(["wgs84", "cgcs2000", "bd09"]));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids, ...more.map(({ datum }) => datum)]).not.toContain("EPSG:4529");
    expect(more.map(({ datum }) => datum)).toEqual(["e", "f"]);
  });
});
