/** A number, or what keeps it from being one. */
export type ReadNumber =
  | { readonly number: number }
  | { readonly reason: "not-a-number" }
  /** `mended`: the number that a person probably meant, as text; `null` for a unit that cannot be converted. */
  | { readonly reason: "decimal-comma" | "other-unit"; readonly mended: string | null };

/** Spellings of the units that attributes have, beside the unit itself. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  m: ["米", "公尺", "metre", "metres", "meter", "meters"],
  km: ["公里", "千米", "KM"],
  mm: ["毫米", "MM"],
  "m²": ["m2", "㎡", "平方米", "平米", "M2"],
  "m³": ["m3", "立方米", "立方", "方", "M3"],
  t: ["吨", "T"],
  人: ["名", "位", "个人"],
  辆: ["台"],
  项: ["个", "条"],
  条: ["车道"],
  层: ["F", "f"],
  元: ["块", "RMB", "人民币"],
  "L/s": ["l/s", "升/秒", "L/S"],
  MPa: ["兆帕", "Mpa", "MPA", "mpa"],
  "km/h": ["公里/小时", "千米/时", "KM/H"],
  "°": ["度", "deg", "DEG"],
};

/** What one of another unit is in the attribute's own. */
const CONVERSIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  m: { km: 1e3, 公里: 1e3, 千米: 1e3, cm: 1e-2, 厘米: 1e-2, mm: 1e-3, 毫米: 1e-3 },
  km: { m: 1e-3, 米: 1e-3 },
  mm: { cm: 10, 厘米: 10, m: 1e3, 米: 1e3 },
  "m²": { 万平方米: 1e4, 公顷: 1e4, ha: 1e4 },
  t: { kg: 1e-3, 公斤: 1e-3, 千克: 1e-3, 万吨: 1e4 },
  元: { 万元: 1e4, 万: 1e4 },
  "L/s": { "m3/h": 1 / 3.6, "L/min": 1 / 60 },
  MPa: { kPa: 1e-3, bar: 0.1, Pa: 1e-6 },
};

const spellingsByUnit = new Map<string, readonly string[]>();

/** Longest first, so that `平方米` is not taken for `米`. */
function spellingsOf(unit: string): readonly string[] {
  let known = spellingsByUnit.get(unit);
  if (!known) {
    known = [unit, ...(SPELLINGS[unit] ?? [])]
      .map((each) => each.normalize("NFKC"))
      .sort((a, b) => b.length - a.length);
    spellingsByUnit.set(unit, known);
  }
  return known;
}

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
/** `12,5` and `1.234,5`; `1,234` is a thousand. */
const DECIMAL_COMMA = /^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$/;
const WITH_UNIT = /^([+-]?[\d.]+)\s*(\p{L}\D{0,7}[23]?(?:\/\p{L}+)?)$/u;

/**
 * Reads `1,234.5`, full-width digits, and a unit behind the number if it is the attribute's own. A decimal comma or another unit is
 * not read but offered as a fix.
 */
export function parseNumber(text: string, unit?: string): ReadNumber {
  let plain = text.trim();
  if (PLAIN.test(plain)) return { number: Number(plain) };
  plain = plain.normalize("NFKC").trim();
  if (unit !== undefined) plain = withoutUnit(plain, unit);
  if (THOUSANDS.test(plain)) plain = plain.replaceAll(",", "");
  if (PLAIN.test(plain)) return { number: Number(plain) };
  if (DECIMAL_COMMA.test(plain))
    return { reason: "decimal-comma", mended: plain.replaceAll(".", "").replace(",", ".") };
  return unit === undefined ? { reason: "not-a-number" } : readOtherUnit(plain, unit);
}

/** `5km` does not end in metres: a number stands before a unit. */
function withoutUnit(plain: string, unit: string): string {
  for (const spelling of spellingsOf(unit)) {
    if (!plain.endsWith(spelling)) continue;
    const before = plain.slice(0, -spelling.length).trim();
    if (/[\d.]$/.test(before)) return before;
  }
  return plain;
}

function readOtherUnit(plain: string, unit: string): ReadNumber {
  const [, number, other] = WITH_UNIT.exec(plain) ?? [];
  if (number === undefined || other === undefined || !PLAIN.test(number)) return { reason: "not-a-number" };
  const factor = CONVERSIONS[unit]?.[other];
  // Twelve digits, so that 0.3 does not become 0.30000000000000004.
  return {
    reason: "other-unit",
    mended: factor === undefined ? null : String(Number((+number * factor).toPrecision(12))),
  };
}
