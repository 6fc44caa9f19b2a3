import { expect, test } from "vitest";
import { beforeAfter } from "#data/analyses/before-after.ts";
import { REGISTERED, WORKS_DAYS } from "#data/demo/register-plan.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { makeSnapshot } from "../../support/make-snapshot.ts";
import { zone } from "../demo/zone.ts";
import { runAnalysis } from "./run-analysis.ts";

const { layers, today, plantedBlackSpots } = zone;
const snapshots = [makeSnapshot("accidents", layers.accidents!), makeSnapshot("roads", layers.roads!)];

const treated = [...REGISTERED].flatMap(([index, { treated: daysAgo, oneAfterIn }]) =>
  daysAgo === null || oneAfterIn === null ? [] : [{ spot: plantedBlackSpots[index]!, daysAgo, oneAfterIn }],
);
const daysBack = (days: number): string => formatLocalDay(parseLocalTime(today) - days * DAY_MS);

test.each(treated)("the works at $spot.roadName, after which one accident in $oneAfterIn happened, are judged so", ({
  spot,
  daysAgo,
  oneAfterIn,
}) => {
  const { summary } = runAnalysis(
    beforeAfter,
    {
      site: {
        kind: "segment",
        route: spot.roadCode ?? spot.roadName,
        fromM: spot.fromStakeM,
        toM: spot.toStakeM,
      },
      treatedFrom: daysBack(daysAgo + WORKS_DAYS),
      treatedTo: daysBack(daysAgo),
      today,
    },
    snapshots,
  );
  expect(summary.standing).toBe("preliminary");
  expect(summary.verdict).toBe(oneAfterIn > 4 ? "reduced" : "cannot-tell");
  // What happens beside a spot is planted evenly over the years.
  expect(summary.migration.answer).not.toBe("moved");
});
