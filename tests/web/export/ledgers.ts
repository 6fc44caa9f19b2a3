import { buffer } from "#data/analyses/buffer.ts";
import type { BufferParameters } from "#data/analyses/results.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import type { ExportPlace } from "../../../web/export/provenance.ts";
import type { RingAnswer } from "../../../web/export/ring-export.ts";
import type { Ledger } from "../../../web/state/ledgers.ts";
import { makeSnapshot, point, ZONE } from "../../support/make-snapshot.ts";
import { LIBRARY_BOOK } from "../../support/rule-book.ts";

/** One metre eastwards at the zone's latitude, in degrees. */
const EAST_M = 1 / (111_320 * Math.cos((ZONE[1] * Math.PI) / 180));

const at = (eastM: number) => point(ZONE[0] + eastM * EAST_M, ZONE[1]);

/** A hazard source in the middle and what lies east of it; two names begin like formulas. */
export const ledgers: readonly Ledger[] = [
  {
    definition: getLayer("hazard-sources"),
    snapshot: makeSnapshot("hazard-sources", [
      {
        name: "甲罐区",
        geometry: at(0),
        attributes: {
          level: "2",
          totalTonnes: 120.5,
          substances: [{ name: "液氨", cas: "7664-41-7", tonnes: 40 }],
          contact: "张三",
          phone: "13800000000",
        },
      },
      { name: "乙库", geometry: at(5000), attributes: { level: "4" } },
    ]),
  },
  {
    definition: getLayer("houses"),
    snapshot: makeSnapshot("houses", [
      { name: "=cmd|'/c calc'!A1", geometry: at(50), attributes: { grade: "D", people: 4, owner: "李四" } },
      { name: "平房", geometry: at(250), attributes: { grade: "A", altered: false, appraisedOn: "2024-03-05" } },
      { name: "远房", geometry: at(900), attributes: { people: 9 } },
    ]),
  },
  {
    definition: getLayer("accidents"),
    snapshot: makeSnapshot("accidents", [
      {
        name: "+1 事故",
        geometry: at(120),
        attributes: { severity: "fatal", deaths: 1, happenedAt: "2024-03-05T18:00" },
      },
    ]),
  },
];

export const PERSONAL = ["张三", "13800000000", "李四"];

export const place: ExportPlace = { language: "zh", ledgers, demo: true, madeAt: new Date(2026, 10, 25, 18, 40) };

/** What the analysis says of these ledgers. */
export function askRings(given: BufferParameters): RingAnswer {
  const parameters = buffer.parameters.parse(given);
  const result = buffer.run(parameters, {
    plane: createZonePlane(ZONE),
    layer: getLayer,
    rules: LIBRARY_BOOK,
    snapshot: (layer) => ledgers.find(({ definition }) => definition.id === layer)!.snapshot,
  });
  return { ...result, parameters: given };
}

export const hazardId = (row: number): string => ledgers[0]!.snapshot.ids.get(row)!;
