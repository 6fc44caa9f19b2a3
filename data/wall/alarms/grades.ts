import type { Title } from "../../layers/define.ts";
import type { AlarmGrade } from "../screen-state.ts";

/** How a grade is shown. The colour never stands alone: the numeral, the character or the word goes with it. */
export interface GradeLook {
  readonly grade: AlarmGrade;
  readonly numeral: "I" | "II" | "III" | "IV";
  /** One character, for places where the word does not fit. */
  readonly mark: string;
  readonly title: Title;
  readonly color: string;
}

/**
 * The four grades of warnings, the gravest first.
 *
 * @see 中华人民共和国突发事件应对法 (2024 revision), article 64: grades one to four in red, orange, yellow and blue
 */
export const ALARM_GRADES: readonly GradeLook[] = [
  { grade: 1, numeral: "I", mark: "红", title: { zh: "Ⅰ级（红色）", en: "Grade I (red)" }, color: "#c1121f" },
  { grade: 2, numeral: "II", mark: "橙", title: { zh: "Ⅱ级（橙色）", en: "Grade II (orange)" }, color: "#e36414" },
  { grade: 3, numeral: "III", mark: "黄", title: { zh: "Ⅲ级（黄色）", en: "Grade III (yellow)" }, color: "#e0b400" },
  { grade: 4, numeral: "IV", mark: "蓝", title: { zh: "Ⅳ级（蓝色）", en: "Grade IV (blue)" }, color: "#1f6feb" },
];

/** @throws RangeError for a number that is no grade. */
export function getGradeLook(grade: AlarmGrade): GradeLook {
  const look = ALARM_GRADES.find((each) => each.grade === grade);
  if (!look) throw new RangeError(`there is no grade ${grade}`);
  return look;
}
