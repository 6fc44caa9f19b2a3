import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allOf,
  anyOf,
  between,
  compare,
  contains,
  FilterProblem,
  formatFilter,
  isNull,
  MAX_FILTER_DEPTH,
  MAX_FILTER_LENGTH,
  not,
  oneOf,
  parseFilter,
} from "#data/layers/filter.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { filtersOf } from "../../support/filters.ts";

const accidents = getLayer("accidents");
const houses = getLayer("houses");
const hazardSources = getLayer("hazard-sources");

function problemOf(text: string, layer = accidents): FilterProblem {
  try {
    parseFilter(text, layer);
  } catch (error) {
    if (error instanceof FilterProblem) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

describe("reading", () => {
  test("AND binds tighter than OR, parentheses tighter than both", () => {
    const [a, b, c] = [compare("deaths", ">", 0), compare("injuries", ">=", 2), compare("severity", "=", "fatal")];
    expect(parseFilter("deaths > 0 OR injuries >= 2 AND severity = 'fatal'", accidents)).toEqual(anyOf(a, allOf(b, c)));
    expect(parseFilter("(deaths > 0 OR injuries >= 2) AND severity = 'fatal'", accidents)).toEqual(
      allOf(anyOf(a, b), c),
    );
  });

  test("keywords stand in any case, and NOT goes with IN, BETWEEN, LIKE and NULL", () => {
    expect(parseFilter("severity not in ('fatal', 'injury')", accidents)).toEqual(
      not(oneOf("severity", ["fatal", "injury"])),
    );
    expect(parseFilter("deaths NOT BETWEEN -1 AND 2.5e0", accidents)).toEqual(not(between("deaths", -1, 2.5)));
    expect(parseFilter("roadName Not Like 'G1%'", accidents)).toEqual(
      not({ op: "like", args: [{ property: "roadName" }, "G1%"] }),
    );
    expect(parseFilter("light is not null", accidents)).toEqual(not(isNull("light")));
  });

  test("a quote inside a text is written twice", () => {
    expect(parseFilter("name = 'O''Brien'", accidents)).toEqual(compare("name", "=", "O'Brien"));
  });

  test("a text to contain may itself hold % and _", () => {
    expect(parseFilter(formatFilter(contains("name", "50%_\\")), accidents)).toEqual({
      op: "like",
      args: [{ property: "name" }, "%50\\%\\_\\\\%"],
    });
  });

  test("times are days and local minutes that exist", () => {
    expect(
      parseFilter("happenedAt >= DATE('2024-02-29') AND happenedAt < TIMESTAMP('2024-03-05T07:05:00')", accidents),
    ).toEqual(
      allOf(
        compare("happenedAt", ">=", { date: "2024-02-29" }),
        compare("happenedAt", "<", { timestamp: "2024-03-05T07:05" }),
      ),
    );
    for (const time of ["DATE('2023-02-29')", "DATE('2024-3-5')", "DATE 2024", "TIMESTAMP('2024-03-05T24:00')"])
      expect(problemOf(`happenedAt = ${time}`)).toMatchObject({ code: "syntax", position: 13 });
    expect(problemOf("happenedAt = TIMESTAMP('2024-03-05T07:05Z')").allowed).toEqual(["TIMESTAMP('2024-03-05T07:05')"]);
  });

  test("what is formatted reads back as the same tree, in every layer", () => {
    for (const layer of LAYERS)
      fc.assert(
        fc.property(filtersOf(layer), (filter) => {
          const text = formatFilter(filter);
          fc.pre(text.length <= MAX_FILTER_LENGTH);
          expect(parseFilter(text, layer)).toEqual(filter);
        }),
        { numRuns: 50 },
      );
  });
});

describe("refusing", () => {
  test("an unknown property names the likeliest ones first", () => {
    expect(problemOf("deaths > 0 AND sevrity = 'fatal'")).toMatchObject({ code: "unknown-property", position: 15 });
    expect(problemOf("sevrity = 'fatal'").allowed[0]).toBe("severity");
  });

  test("an unknown code names the codes of the list", () => {
    expect(problemOf("severity IN ('fatal', 'deadly')")).toMatchObject({
      code: "unknown-value",
      position: 22,
      allowed: ["fatal", "injury", "damage"],
    });
  });

  test("no personal attribute of any layer can be filtered by", () => {
    for (const layer of LAYERS)
      for (const [id, attribute] of Object.entries(layer.attributes)) {
        if (!attribute.personal) continue;
        const problem = problemOf(`${id} = 'x'`, layer);
        expect(problem.code).toBe("personal");
        expect(problem.allowed).not.toContain(id);
      }
  });

  test("a value of another type names the type that fits", () => {
    expect(problemOf("deaths = '2'")).toMatchObject({ code: "type", position: 9, allowed: ["a number"] });
    expect(problemOf("altered = 1", houses)).toMatchObject({ code: "type", allowed: ["TRUE", "FALSE"] });
    expect(problemOf("observedOn = TIMESTAMP('2024-01-01T00:00')").code).toBe("type");
    expect(problemOf("happenedAt = '2024-01-01'").code).toBe("type");
  });

  test("grades have no alphabetical order, and lists only presence", () => {
    expect(problemOf("severity < 'injury'")).toMatchObject({ code: "operator", position: 9 });
    expect(problemOf("grade LIKE 'A%'", houses).code).toBe("operator");
    expect(problemOf("substances = 'LPG'", hazardSources)).toMatchObject({ code: "operator", allowed: ["IS NULL"] });
  });

  test.each([
    ["", 0],
    ["deaths", 6],
    ["deaths >", 8],
    ["deaths > 0 AND", 14],
    ["deaths > 0 deaths", 11],
    ["(deaths > 0", 11],
    ["deaths > 0)", 10],
    ["deaths IN ()", 11],
    ["name = 'open", 7],
    ["deaths ! 0", 7],
    ["deaths = 1e999", 9],
    ["name LIKE 'x\\'", 10],
    ["NOT NOT deaths = 1", 4],
  ])("%j is refused at %i", (text, position) => {
    expect(problemOf(text)).toMatchObject({ code: "syntax", position });
  });

  test("length and depth have limits", () => {
    const deepest = `${"(".repeat(MAX_FILTER_DEPTH)}deaths = 1${")".repeat(MAX_FILTER_DEPTH)}`;
    expect(parseFilter(deepest, accidents)).toEqual(compare("deaths", "=", 1));
    expect(problemOf(`(${deepest})`).code).toBe("too-deep");
    expect(problemOf(`deaths = 1${" ".repeat(MAX_FILTER_LENGTH)}`).code).toBe("too-long");
  });

  test("any text is either a filter or a problem at a place in it", () => {
    const words = fc.constantFrom("deaths", "name", "'x'", "=", "(", ")", "AND", "NOT", "IN", "1", "%", "'", "DATE(");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(" ")),
        ),
        (text) => {
          try {
            parseFilter(text, accidents);
          } catch (error) {
            expect(error).toBeInstanceOf(FilterProblem);
            expect((error as FilterProblem).position).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
