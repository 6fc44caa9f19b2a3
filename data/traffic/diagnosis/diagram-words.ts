import { accidents } from "../../layers/accidents/index.ts";
import type { CodeValue } from "../../layers/define.ts";
import { COMPASS_ZH, type Compass, MANOEUVRES, PARTY_KINDS, PARTY_MARKS, type PartyKind } from "../party-words.ts";
import type { DiagramGroup, DiagramParty } from "./collision-diagram.ts";

export type DiagramLanguage = "zh" | "en";

/** Words of a collision diagram that no code list has. */
export interface DiagramWords {
  /** Above the glyphs whose movements nobody wrote down. */
  readonly notRecorded: string;
  readonly unknown: string;
  readonly north: string;
  readonly day: string;
  readonly dusk: string;
  readonly night: string;
  /** What each line style stands for. */
  readonly motor: string;
  readonly nonMotor: string;
  readonly pedestrian: string;
  readonly standing: string;
}

const titlesOf = (attribute: string): ReadonlyMap<string, CodeValue> => {
  const definition = accidents.attributes[attribute];
  return new Map((definition?.type === "code" ? definition.values : []).map((value) => [value.code, value]));
};
const FORMS = titlesOf("form");
const SEVERITIES = titlesOf("severity");

const SHORT_SEVERITY = { fatal: "F", injury: "I", damage: "D" } as const;

/** Names what a diagram shows, from the code lists and the given words. */
export function diagramNames(language: DiagramLanguage, words: DiagramWords) {
  const severityMark = (severity: DiagramGroup["worst"]): string => {
    if (severity === null) return "?";
    return language === "zh" ? (SEVERITIES.get(severity)?.mark ?? "?") : SHORT_SEVERITY[severity];
  };
  const kind = (each: PartyKind | null) =>
    PARTY_KINDS.find(({ code }) => code === each)?.title[language] ?? words.unknown;
  const point = (each: Compass | null) => (each === null ? "?" : language === "zh" ? COMPASS_ZH[each] : each);
  return {
    form: (form: string | null) => (form === null ? words.unknown : (FORMS.get(form)?.title[language] ?? form)),
    severityMark,
    severity: (severity: "fatal" | "injury" | "damage") => SEVERITIES.get(severity)!.title[language],
    /** The most frequent kind, with `+` where others took the same part. */
    mark: ({ kinds }: DiagramParty) => {
      const first = kinds[0]?.kind ?? null;
      return `${first === null ? "?" : PARTY_MARKS[first][language]}${kinds.length > 1 ? "+" : ""}`;
    },
    /** `小客车×3 货车 · 直行`. */
    party: ({ kinds, manoeuvre }: DiagramParty) => {
      const who = kinds.map(({ kind: each, crashes }) => `${kind(each)}${kinds.length > 1 ? `×${crashes}` : ""}`);
      const doing = MANOEUVRES.find(({ code }) => code === manoeuvre)?.title[language];
      return [who.join(language === "zh" ? "、" : ", "), doing].filter(Boolean).join(" · ");
    },
    course: (from: Compass | null, to: Compass | null) => `${point(from)}→${point(to)}`,
    /** Counts as the record has them. */
    involved: ({ vehicles, pedestrians, nonMotor }: NonNullable<DiagramGroup["involved"]>) =>
      (
        [
          ["vehicles", vehicles],
          ["pedestrians", pedestrians],
          ["nonMotor", nonMotor],
        ] as const
      )
        .filter(([, count]) => count !== 0)
        .map(([id, count]) => `${accidents.attributes[id]!.title[language].replace(/数量|数$/, "")} ${count ?? "?"}`),
    light: (light: "day" | "dusk" | "night" | null) => (light === null ? "" : words[light]),
  };
}
