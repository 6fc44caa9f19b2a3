import { z } from "zod";
import type { Title } from "../../layers/define.ts";
import type { Confidence } from "../rule.ts";

/** A hazard category of table 2 with its critical quantity, and with its correction factor of table 4. */
export interface HazardCategory {
  readonly symbol: CategorySymbol;
  readonly title: Title;
  /** Critical quantity Q, tonnes (of aerosols the net content). */
  readonly tonnes: number;
  /** Correction factor β. */
  readonly beta: number;
  /** Of Q and β: the category and its row. */
  readonly clause: string;
  readonly confidence: Confidence;
  /** The copy in which the numbers were read, as `FORMULA_SOURCES` names them. */
  readonly source: string;
}

const SYMBOLS = [
  "J1",
  "J2",
  "J3",
  "J4",
  "J5",
  "W1.1",
  "W1.2",
  "W1.3",
  "W2",
  "W3",
  "W4",
  "W5.1",
  "W5.2",
  "W5.3",
  "W5.4",
  "W6.1",
  "W6.2",
  "W7.1",
  "W7.2",
  "W8",
  "W9.1",
  "W9.2",
  "W10",
  "W11",
] as const;

/** A symbol of table 2: `J` for acute toxicity, `W` for physical hazards. */
export const CategorySymbolSchema = z.enum(SYMBOLS).describe("Hazard category of GB 18218-2018, table 2");
export type CategorySymbol = z.output<typeof CategorySymbolSchema>;

const category = (symbol: CategorySymbol, tonnes: number, beta: number, zh: string, en: string): HazardCategory => ({
  symbol,
  title: { zh, en },
  tonnes,
  beta,
  clause: `GB 18218-2018 表2、表4 ${symbol}`,
  confidence: "verified",
  source: "S02",
});

/**
 * Categories for what table 1 does not name.
 *
 * @see GB 18218-2018, table 2 (Q) and table 4 (β)
 */
export const HAZARD_CATEGORIES: readonly HazardCategory[] = [
  category("J1", 5, 4, "急性毒性 类别1 气体", "Acute toxicity 1, gases"),
  category("J2", 50, 1, "急性毒性 类别1 固体、液体", "Acute toxicity 1, solids and liquids"),
  category("J3", 50, 2, "急性毒性 类别2、3 气体", "Acute toxicity 2 and 3, gases"),
  category(
    "J4",
    50,
    2,
    "急性毒性 类别2、3 吸入 液体（沸点≤35℃）",
    "Acute toxicity 2 and 3 by inhalation, liquids boiling at 35 °C or below",
  ),
  category("J5", 500, 1, "急性毒性 类别2 液体（J4除外）、固体", "Acute toxicity 2, other liquids and solids"),
  category("W1.1", 1, 2, "爆炸物 不稳定爆炸物、1.1项", "Explosives, unstable and division 1.1"),
  category("W1.2", 10, 2, "爆炸物 1.2、1.3、1.5、1.6项", "Explosives, divisions 1.2, 1.3, 1.5 and 1.6"),
  category("W1.3", 50, 2, "爆炸物 1.4项", "Explosives, division 1.4"),
  category("W2", 10, 1.5, "易燃气体 类别1、2", "Flammable gases 1 and 2"),
  category("W3", 150, 1, "气溶胶 类别1、2（净重）", "Aerosols 1 and 2, net"),
  category("W4", 50, 1, "氧化性气体 类别1", "Oxidizing gases 1"),
  category(
    "W5.1",
    10,
    1.5,
    "易燃液体 类别1；类别2、3且工作温度高于沸点",
    "Flammable liquids 1; 2 and 3 above their boiling point",
  ),
  category(
    "W5.2",
    50,
    1,
    "易燃液体 类别2、3 有引发重大事故的特殊工艺条件",
    "Flammable liquids 2 and 3 under special process conditions",
  ),
  category("W5.3", 1000, 1, "易燃液体 其他类别2", "Flammable liquids, other 2"),
  category("W5.4", 5000, 1, "易燃液体 其他类别3", "Flammable liquids, other 3"),
  category("W6.1", 10, 1.5, "自反应物质 A型、B型", "Self-reactive substances, types A and B"),
  category("W6.2", 50, 1, "自反应物质 C型、D型、E型", "Self-reactive substances, types C to E"),
  category("W7.1", 10, 1.5, "有机过氧化物 A型、B型", "Organic peroxides, types A and B"),
  category("W7.2", 50, 1, "有机过氧化物 C型至F型", "Organic peroxides, types C to F"),
  category("W8", 50, 1, "自燃液体、自燃固体 类别1", "Pyrophoric liquids and solids 1"),
  category("W9.1", 50, 1, "氧化性固体和液体 类别1", "Oxidizing solids and liquids 1"),
  category("W9.2", 200, 1, "氧化性固体和液体 类别2、3", "Oxidizing solids and liquids 2 and 3"),
  category("W10", 200, 1, "易燃固体 类别1", "Flammable solids 1"),
  category("W11", 200, 1, "遇水放出易燃气体 类别1、2", "Substances that give off flammable gas with water, 1 and 2"),
];

const bySymbol = new Map(HAZARD_CATEGORIES.map((each) => [each.symbol, each]));

/** @throws RangeError for a symbol that table 2 does not hold. */
export function getCategory(symbol: CategorySymbol): HazardCategory {
  const found = bySymbol.get(symbol);
  if (!found) throw new RangeError(`no hazard category ${symbol}`);
  return found;
}
