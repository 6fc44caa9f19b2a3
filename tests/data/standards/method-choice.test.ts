import { expect, test } from "vitest";
import { chooseMethod, EXCLUDED_SCOPES, type MethodFacts } from "#data/standards/method-choice.ts";

const facts = (given: Partial<MethodFacts>): MethodFacts => ({
  excluded: null,
  explosive: false,
  toxicOrFlammableGas: false,
  ratioS: 0,
  ...given,
});

test.each([
  [{ explosive: true }, ["consequence"]],
  [{ explosive: true, toxicOrFlammableGas: true, ratioS: 5 }, ["consequence"]],
  [{ toxicOrFlammableGas: true, ratioS: 1 }, ["qra"]],
  [{ toxicOrFlammableGas: true, ratioS: 0.999 }, ["fixed"]],
  [{ toxicOrFlammableGas: true, ratioS: 0.7 + 0.2 + 0.1 }, ["qra"]],
  [{ toxicOrFlammableGas: false, ratioS: 50 }, ["fixed"]],
  [{ toxicOrFlammableGas: null, ratioS: 0.5 }, ["fixed"]],
  [{ toxicOrFlammableGas: null, ratioS: 2 }, ["qra", "fixed"]],
  [{ toxicOrFlammableGas: true, ratioS: null }, ["qra", "fixed"]],
  [{ explosive: null }, ["consequence", "fixed"]],
  [{ explosive: null, toxicOrFlammableGas: true, ratioS: 2 }, ["consequence", "qra"]],
] as const)("%o asks for %j", (given, methods) => {
  expect(chooseMethod(facts(given)).methods).toEqual(methods);
});

test.each(EXCLUDED_SCOPES)("%s is outside of the standard whatever it holds", (excluded) => {
  const choice = chooseMethod(facts({ excluded, explosive: true, toxicOrFlammableGas: true, ratioS: 9 }));
  expect(choice.methods).toEqual(["out-of-scope"]);
  expect(choice.steps.map(({ question, answer }) => [question, answer])).toEqual([["scope", false]]);
});

test("fixed distances hold beside a consequence or a risk result", () => {
  expect(chooseMethod(facts({ explosive: true })).alsoFixed).toBe(true);
  expect(chooseMethod(facts({ toxicOrFlammableGas: true, ratioS: 1 })).alsoFixed).toBe(true);
  expect(chooseMethod(facts({})).alsoFixed).toBe(false);
});
