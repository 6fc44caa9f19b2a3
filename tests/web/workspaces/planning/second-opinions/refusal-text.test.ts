import { describe, expect, test } from "vitest";
import { AnalysisRefusal } from "#data/analyses/define.ts";
import { landUseAdvice } from "#data/analyses/land-use-advice.ts";
import { riskContours } from "#data/analyses/risk-contours.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { REFUSAL_WORDS } from "../../../../../web/messages/planning-refusal.ts";
import { refusalText } from "../../../../../web/workspaces/planning/second-opinions/refusal-text.ts";
import { circle } from "../../../../../web/workspaces/planning/second-opinions/zone-rings.ts";

const [LON, LAT] = [122.26, 43.62] as const;
const HERE = [LON, LAT] as const;
const AWAY = [LON + 0.003, LAT] as const;
const bowTie = {
  type: "Polygon",
  coordinates: [
    [
      [LON, LAT],
      [LON + 0.002, LAT + 0.001],
      [LON + 0.002, LAT],
      [LON, LAT + 0.002],
      [LON, LAT],
    ],
  ],
};
const contour = (geometry: unknown, riskPerYear: number) => ({ geometry, riskPerYear });
const contours = (...given: unknown[]) => ({ contours: given, status: "new" });
const school = { use: { type: "institution", stay: "day" } };
const tank = { name: "Tank", inner: circle(HERE, 100), middle: circle(AWAY, 200), outer: circle(HERE, 400) };
const advice = (change: object) => ({ development: circle(HERE, 50), uses: [school], hazards: [tank], ...change });

/** Refused before any snapshot is read. */
const inputs = {
  plane: createZonePlane([LON, LAT]),
  snapshot: () => {
    throw new Error("a snapshot was asked for");
  },
} as never;

type Refused = typeof riskContours | typeof landUseAdvice;

function refusalOf(analysis: Refused, given: unknown) {
  const parsed = analysis.parameters.safeParse(given);
  const [issue] = parsed.error?.issues ?? [];
  if (issue) return { field: issue.path.join("."), reason: issue.message, allowed: null };
  try {
    analysis.run(parsed.data as never, inputs);
  } catch (error) {
    if (error instanceof AnalysisRefusal) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("what the analyses refuse is said in both languages, with what it is about", () => {
  const [zh, en] = [REFUSAL_WORDS.zh, REFUSAL_WORDS.en];
  const input = { risksPerYear: [1e-6, 1e-5], hazards: ["Tank"] };
  test.each([
    [
      riskContours,
      contours(contour(circle(HERE, 100), 1e-6), contour(circle(AWAY, 200), 1e-5)),
      "outside-lower",
      zh.fields.contour("1E-5"),
    ],
    [riskContours, contours(contour(bowTie, 1e-6)), "self-crossing", zh.fields.contour("1E-6")],
    [
      riskContours,
      contours(contour(circle(HERE, 100), 1e-6), contour(circle(HERE, 50), 1e-6)),
      "risk-twice",
      zh.fields.contour("1E-5"),
    ],
    [
      riskContours,
      contours(...Array.from({ length: 13 }, (_, i) => contour(circle(HERE, 900 - i * 50), 1e-8 * (i + 1)))),
      "too-many",
      zh.fields.contours,
    ],
    [landUseAdvice, advice({}), "outside-zone", zh.fields.zone("Tank", "inner")],
    [landUseAdvice, advice({ development: bowTie }), "self-crossing", zh.fields.development],
    [landUseAdvice, advice({ uses: [{ use: { type: "landscape" } }] }), "landscape-alone", zh.fields.uses],
  ] as const)("%#", (analysis, given, code, field) => {
    const refusal = refusalOf(analysis, given);
    expect(refusalText(refusal, input, zh)).toBe(zh.sentence(field, zh.reasons[code]));
    expect(refusalText(refusal, input, en)).toContain(en.reasons[code]);
  });
});

test("a reason that has no words of the page is shown in the analysis's own", () => {
  const refusal = { field: "other", reason: "is odd", allowed: "even" };
  expect(refusalText(refusal, {}, REFUSAL_WORDS.en)).toBe("other: is odd · even");
});
