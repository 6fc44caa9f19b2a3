import fc from "fast-check";
import { expect, test } from "vitest";
import { formatParties, type Party, parseParties } from "#data/traffic/parties.ts";
import { COMPASS, MANOEUVRES, PARTY_KINDS } from "#data/traffic/party-words.ts";
import "../../support/property-seed.ts";

const party = (
  kind: Party["kind"],
  manoeuvre: Party["manoeuvre"],
  from: Party["from"] = null,
  to: Party["to"] = null,
): Party => ({ kind, manoeuvre, from, to });

const THREE = [party("car", "straight", "E", "W"), party("pedestrian", "crossing", "S", "N"), party("truck", "parked")];

test("reads the notation in English and in Chinese as the same parties", () => {
  expect(parseParties("car straight E-W; pedestrian crossing S-N; truck parked -")).toEqual(THREE);
  expect(parseParties("小客车 直行 东向西; 行人 横穿 南向北; 货车 停驶")).toEqual(THREE);
});

test("reads full-width signs, missing spaces and the words of accident reports", () => {
  expect(parseParties("轿车由东向西直行；行人横过道路，由南往北；半挂牵引车停放")).toEqual(THREE);
  expect(parseParties("Dangerous goods truck changing lane NE→SW")).toEqual([
    party("dangerous-goods-truck", "changing-lane", "NE", "SW"),
  ]);
});

test("takes the longest word: an e-bike is no bicycle, a three-wheeled motorcycle no motorcycle", () => {
  const kinds = (text: string) => parseParties(text).map(({ kind }) => kind);
  expect(kinds("电动自行车;自行车;三轮摩托车;小型普通客车;大客车;e-bike;bike")).toEqual([
    "e-bike",
    "bicycle",
    "tractor",
    "car",
    "bus",
    "e-bike",
    "bicycle",
  ]);
});

test("leaves unknown what is not said, and keeps the party", () => {
  expect(parseParties("forklift hovering; car ; ? left ?-W;;")).toEqual([
    party(null, null),
    party("car", null),
    party(null, "left", null, "W"),
  ]);
  expect(parseParties("")).toEqual([]);
  expect(parseParties(null)).toEqual([]);
});

const anyOf = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const anyParties = fc.array(
  fc.record({
    kind: anyOf(PARTY_KINDS.map(({ code }) => code)),
    manoeuvre: anyOf(MANOEUVRES.map(({ code }) => code)),
    from: anyOf(COMPASS),
    to: anyOf(COMPASS),
  }),
  { maxLength: 6 },
);

test("what is written in either language reads back as the same parties", () => {
  fc.assert(
    fc.property(anyParties, fc.constantFrom("en" as const, "zh" as const), (parties, language) => {
      expect(parseParties(formatParties(parties, language))).toEqual(parties);
    }),
  );
});

test("every spelling of a word reads as that word, with any other word beside it", () => {
  for (const { code, title, aliases } of PARTY_KINDS)
    for (const spelling of [code, title.zh, title.en, ...aliases])
      for (const { code: doing, title: named } of MANOEUVRES)
        expect(parseParties(`${spelling} ${named.zh}`)).toEqual([party(code, doing)]);
  for (const { code, title, aliases } of MANOEUVRES)
    for (const spelling of [code, title.zh, title.en, ...aliases])
      expect(parseParties(`car ${spelling} S-N`)).toEqual([party("car", code, "S", "N")]);
});

test("never throws, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      for (const each of parseParties(text)) expect(Object.keys(each)).toEqual(["kind", "manoeuvre", "from", "to"]);
    }),
  );
});
