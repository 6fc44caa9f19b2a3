import type { DiagramWords } from "#data/traffic/diagnosis/diagram-words.ts";
import type { Catalogue } from "./words.ts";

/** Words in the drawing of a collision diagram. */
export const DIAGRAM_WORDS: Catalogue<DiagramWords> = {
  zh: {
    notRecorded: "行驶方向未记录",
    unknown: "未知",
    north: "北",
    day: "昼",
    dusk: "晨昏",
    night: "夜",
    motor: "机动车",
    nonMotor: "非机动车",
    pedestrian: "行人",
    standing: "静止",
  },
  en: {
    notRecorded: "Movements not recorded",
    unknown: "unknown",
    north: "N",
    day: "day",
    dusk: "dusk",
    night: "night",
    motor: "motor vehicle",
    nonMotor: "non-motor vehicle",
    pedestrian: "pedestrian",
    standing: "standing",
  },
};
