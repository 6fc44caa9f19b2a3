import { expect, test } from "vitest";
import { siteDiagnosis } from "#data/analyses/site-diagnosis.ts";
import { makeSnapshot } from "../../support/make-snapshot.ts";
import { runAnalysis } from "../analyses/run-analysis.ts";
import { zone } from "./zone.ts";

const snapshots = siteDiagnosis.layers({} as never).map((layer) =>
  makeSnapshot(
    layer,
    zone.layers[layer]!.map(({ code, name, geometry, attributes }) => ({ code, name, geometry, attributes })),
    zone.center,
  ),
);
const crashesByCode = new Map(zone.layers.accidents!.map((draft) => [draft.code, draft]));

const diagnose = ({ roadCode, roadName, fromStakeM, toStakeM }: (typeof zone.plantedBlackSpots)[number]) =>
  runAnalysis(
    siteDiagnosis,
    {
      site: { kind: "segment", route: roadCode ?? roadName, fromM: fromStakeM, toM: toStakeM },
      today: zone.today,
      doubtful: "count",
    },
    snapshots,
  );

test("names the crash form that planted black spots were made of, never another one, and draws all their crashes", () => {
  let named = 0;
  for (const spot of zone.plantedBlackSpots) {
    const forms = spot.accidentCodes.map((code) => String(crashesByCode.get(code)!.attributes.form));
    const planted = [...forms].sort((a, b) => countOf(forms, b) - countOf(forms, a))[0];
    const { findings, summary } = diagnose(spot);
    const over = findings.filter(({ factor }) => factor === "form").map(({ value }) => value);
    for (const form of over) expect(form, `${spot.roadName} ${spot.fromStakeM}`).toBe(planted);
    named += over.length;
    const drawn = [...summary.diagram.groups, ...summary.diagram.unrecorded].flatMap(({ crashes }) => crashes);
    expect(drawn).toHaveLength(summary.counts.crashes);
    expect(summary.crashes).toHaveLength(summary.counts.crashes);
  }
  // A stretch may hold so many other crashes that its form no longer stands out for sure.
  expect(named).toBeGreaterThanOrEqual(zone.plantedBlackSpots.length - 2);
});

const countOf = (values: readonly string[], value: string) => values.filter((each) => each === value).length;
