import { expect, test } from "vitest";
import { HAZARD_CATEGORIES } from "#data/standards/critical-quantities/categories.ts";
import { NAMED_GASES } from "#data/standards/critical-quantities/named-gases.ts";
import { NAMED_SUBSTANCES } from "#data/standards/critical-quantities/named-substances.ts";
import { FORMULA_SOURCES } from "#data/standards/formula-sources.ts";
import { HSE_METHOD } from "#data/standards/hse.ts";
import { chooseMethod } from "#data/standards/method-choice.ts";
import { OVERPRESSURE_FORMULA, OVERPRESSURE_THRESHOLDS } from "#data/standards/overpressure.ts";
import { CONSEQUENCE_CRITERIA, IMPACT_RADIUS } from "#data/standards/pipeline-impact.ts";
import { RISK_LIMITS } from "#data/standards/protection-class.ts";

test("every number names a source that is in the list, and no source is listed for nothing", () => {
  const { steps } = chooseMethod({ excluded: null, explosive: false, toxicOrFlammableGas: true, ratioS: 2 });
  const numbers: readonly { source: string }[] = [
    ...NAMED_SUBSTANCES,
    ...HAZARD_CATEGORIES,
    ...NAMED_GASES,
    ...RISK_LIMITS,
    ...steps,
    ...OVERPRESSURE_THRESHOLDS,
    ...CONSEQUENCE_CRITERIA,
    OVERPRESSURE_FORMULA,
    IMPACT_RADIUS,
    HSE_METHOD,
  ];
  const named = new Set(numbers.map(({ source }) => source));
  expect([...named].sort()).toEqual(Object.keys(FORMULA_SOURCES).sort());
});
