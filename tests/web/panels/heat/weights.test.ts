import { describe, expect, test } from "vitest";
import { weightNames } from "#data/analyses/density-weights.ts";
import { getLayer } from "#data/layers/index.ts";
import { HEAT_WORDS } from "../../../../web/messages/heat.ts";
import { densityUnit, HEAT_LAYERS, weightChoices } from "../../../../web/panels/heat/weights.ts";

const unitOf = (layer: string, weight: string, language: "zh" | "en") => {
  const definition = getLayer(layer);
  const choice = weightChoices(definition).find(({ id }) => id === weight);
  return HEAT_WORDS[language].unit(densityUnit(definition, choice, language, HEAT_WORDS[language]));
};

describe("the weights that are offered", () => {
  test.each(
    HEAT_LAYERS.map((layer) => [layer.id, layer] as const),
  )("%s: exactly those that the analysis takes", (_, layer) => {
    expect(weightChoices(layer).map(({ id }) => id)).toEqual(weightNames(layer));
  });

  test("a scheme names its source in both languages", () => {
    const schemes = HEAT_LAYERS.flatMap(weightChoices).filter(({ kind }) => kind === "scheme");
    expect(schemes.length).toBeGreaterThan(0);
    for (const { source } of schemes) {
      expect(source?.zh).toMatch(/\p{Script=Han}/u);
      expect(source?.en).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });
});

describe("the unit of the legend", () => {
  test("events are counted per year", () => {
    expect(unitOf("accidents", "count", "zh")).toBe("起/(km²·年)");
    expect(unitOf("accidents", "count", "en")).toBe("events per km² and year");
  });

  test("people who died, not events, when weighed by deaths", () => {
    expect(unitOf("accidents", "deaths", "zh")).toBe("人/(km²·年)");
    expect(unitOf("accidents", "deaths", "en")).toBe("deaths per km² and year");
  });

  test("a scheme's points are no events", () => {
    expect(unitOf("accidents", "capped", "zh")).toBe("分/(km²·年)");
  });

  test("features that are no events have no year", () => {
    expect(unitOf("houses", "count", "zh")).toBe("处/km²");
    expect(unitOf("hazard-sources", "totalTonnes", "en")).toMatch(/^[\w ]+ \(t\) per km²$/);
  });

  test("no unit in English has a Chinese character", () => {
    for (const layer of HEAT_LAYERS)
      for (const { id } of weightChoices(layer)) expect(unitOf(layer.id, id, "en")).not.toMatch(/\p{Script=Han}/u);
  });
});
