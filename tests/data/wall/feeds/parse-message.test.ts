import { describe, expect, test } from "vitest";
import { parseMessage } from "#data/wall/feeds/parse-message.ts";
import { endingOfPhone, maskName } from "#data/wall/feeds/roster-messages.ts";
import { gradeOfLevel, WEATHER_LEVELS } from "#data/wall/feeds/weather-messages.ts";

const AT = "2026-05-01T08:30:00+08:00";
const reading = { type: "reading", id: "r1", observedAt: AT, sensor: "G-1", value: 3, unit: "%LEL" };
const warning = {
  type: "warning",
  id: "w1",
  observedAt: AT,
  kind: "gale",
  level: "orange",
  area: { name: "全区" },
  headline: "大风橙色预警",
  issuedAt: AT,
  validFrom: AT,
  validTo: "2026-05-01T20:00:00+08:00",
};
const shift = {
  type: "shift",
  id: "s1",
  observedAt: AT,
  unit: "消防救援站",
  name: "王某某",
  from: AT,
  to: "2026-05-02T08:30:00+08:00",
};

const refusalOf = (kind: Parameters<typeof parseMessage>[0], raw: unknown) => {
  const parsed = parseMessage(kind, raw);
  return "refusal" in parsed ? parsed.refusal : null;
};

test("a message of each kind is read, and what it leaves out has its default", () => {
  expect(parseMessage("sensors", reading)).toMatchObject({ message: { quality: "good" } });
  expect(parseMessage("weather", warning)).toMatchObject({ message: { area: { districts: [] } } });
  expect(parseMessage("roster", shift)).toHaveProperty("message");
  const accident = { id: "a1", observedAt: AT, happenedAt: "2026-05-01T08:10", position: [122.2, 43.6] };
  expect(parseMessage("accidents", { ...accident, severity: "injury", deaths: 0, injuries: 2 })).toMatchObject({
    message: { type: "accident" },
  });
});

describe("a reading is malformed", () => {
  test.each([
    ["a null value", { value: null }, "value"],
    ["NaN as text", { value: "NaN" }, "value"],
    ["a number too large for a double", { value: JSON.parse("1e999") }, "value"],
    ["NaN itself", { value: Number.NaN }, "value"],
    ["a time without offset", { observedAt: "2026-05-01T08:30:00" }, "observedAt"],
    ["a day that does not exist", { observedAt: "2026-02-30T08:30:00Z" }, "observedAt"],
    ["a unit nobody knows", { unit: "LEL" }, "unit"],
    ["an id with a space", { id: "r 1" }, "id"],
    ["no id", { id: undefined }, "id"],
    ["a field of its own", { colour: "red" }, "colour"],
    ["another type", { type: "warning" }, "type"],
  ])("with %s", (_, change, field) => {
    expect(refusalOf("sensors", { ...reading, ...change })).toMatchObject({ reason: "malformed", field });
  });
  test("when it is no object at all", () => {
    for (const raw of [null, 1, "x", [], [reading]])
      expect(refusalOf("sensors", raw)).toMatchObject({ reason: "malformed" });
  });
});

test("a message of another kind of source is malformed", () => {
  expect(refusalOf("weather", reading)).toMatchObject({ reason: "malformed", field: "type" });
  expect(refusalOf("sensors", warning)).toMatchObject({ reason: "malformed", field: "type" });
});

test("a warning or a shift that ends before it begins, or replaces itself, is malformed", () => {
  expect(refusalOf("weather", { ...warning, validTo: AT })).toMatchObject({ field: "validTo" });
  expect(refusalOf("weather", { ...warning, updates: "w1" })).toMatchObject({ field: "updates" });
  expect(refusalOf("roster", { ...shift, to: AT })).toMatchObject({ field: "to" });
});

test("why a message is refused repeats nothing of its values", () => {
  const refusal = refusalOf("roster", { ...shift, phone: "call 13900001234 or 张三", name: "" });
  expect(JSON.stringify(refusal)).not.toMatch(/1390000|张三/);
});

test("levels of warnings are grades: red the first, blue the fourth", () => {
  expect(WEATHER_LEVELS.map(gradeOfLevel)).toEqual([4, 3, 2, 1]);
});

test("of a name the first character is shown, of a telephone number the last four digits", () => {
  expect(maskName("王某某")).toBe("王**");
  expect(maskName("欧阳")).toBe("欧**");
  expect(endingOfPhone("139 0000-1234")).toBe("1234");
  expect(endingOfPhone("12-345")).toBeNull();
  expect(endingOfPhone(undefined)).toBeNull();
});
