import type { Substance } from "../layers/define.ts";

interface CriticalQuantity {
  readonly cas: string | undefined;
  /** Critical quantity Q, tonnes. */
  readonly tonnes: number;
  /** Correction factor β. */
  readonly beta: number;
}

/**
 * Q and β of the substances that the demonstration zone stores.
 *
 * @see GB 18218-2018, table 1 (Q), table 3 (β of named toxic gases), table 4 (β of all others)
 */
const CRITICAL: Readonly<Record<string, CriticalQuantity>> = {
  氨: { cas: "7664-41-7", tonnes: 10, beta: 2 },
  氯: { cas: "7782-50-5", tonnes: 5, beta: 4 },
  环氧乙烷: { cas: "75-21-8", tonnes: 10, beta: 2 },
  "1,3-丁二烯": { cas: "106-99-0", tonnes: 5, beta: 1.5 },
  天然气: { cas: "8006-14-2", tonnes: 50, beta: 1.5 },
  氯乙烯: { cas: "75-01-4", tonnes: 50, beta: 1.5 },
  氢: { cas: "1333-74-0", tonnes: 5, beta: 1.5 },
  液化石油气: { cas: "68476-85-7", tonnes: 50, beta: 1.5 },
  煤气: { cas: undefined, tonnes: 20, beta: 2 },
  苯: { cas: "71-43-2", tonnes: 50, beta: 1 },
  丙酮: { cas: "67-64-1", tonnes: 500, beta: 1 },
  环己烷: { cas: "110-82-7", tonnes: 500, beta: 1 },
  甲苯: { cas: "108-88-3", tonnes: 500, beta: 1 },
  甲醇: { cas: "67-56-1", tonnes: 500, beta: 1 },
  汽油: { cas: "86290-81-5", tonnes: 200, beta: 1 },
  柴油: { cas: "68334-30-5", tonnes: 5000, beta: 1 },
  乙醇: { cas: "64-17-5", tonnes: 500, beta: 1 },
  乙酸乙酯: { cas: "141-78-6", tonnes: 500, beta: 1 },
  正己烷: { cas: "110-54-3", tonnes: 500, beta: 1 },
  "硝酸(>70%)": { cas: "7697-37-2", tonnes: 100, beta: 1 },
  氯酸钠: { cas: "7775-09-9", tonnes: 100, beta: 1 },
  "碳化钙(电石)": { cas: "75-20-7", tonnes: 100, beta: 1 },
};

/** @throws RangeError for a substance that is not in the table above. */
function criticalOf(name: string): CriticalQuantity {
  const found = CRITICAL[name];
  if (!found) throw new RangeError(`no critical quantity for ${name}`);
  return found;
}

export function substance(name: string, tonnes: number): Substance {
  const { cas } = criticalOf(name);
  return cas ? { name, cas, tonnes } : { name, tonnes };
}

/** S = Σ q/Q. @see GB 18218-2018, 4.2.1 */
export const ratioS = (substances: readonly Substance[]): number =>
  substances.reduce((sum, each) => sum + each.tonnes / criticalOf(each.name).tonnes, 0);

/**
 * The level of a unit: `none` when S < 1, else by R = α Σ β q/Q.
 *
 * @param people - permanent residents within 500 m of the plant's boundary.
 * @see GB 18218-2018, 4.3.2, tables 5 and 6
 */
export function levelOf(substances: readonly Substance[], people: number): "1" | "2" | "3" | "4" | "none" {
  if (ratioS(substances) < 1) return "none";
  const alpha = people >= 100 ? 2 : people >= 50 ? 1.5 : people >= 30 ? 1.2 : people >= 1 ? 1 : 0.5;
  const sum = substances.reduce((total, each) => {
    const { tonnes, beta } = criticalOf(each.name);
    return total + (beta * each.tonnes) / tonnes;
  }, 0);
  const r = alpha * sum;
  return r >= 100 ? "1" : r >= 50 ? "2" : r >= 10 ? "3" : "4";
}
