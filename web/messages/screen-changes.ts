import type { Catalogue } from "./words.ts";

/** Today's changes in the ledgers on a screen. */
interface ScreenChangeWords {
  readonly columns: readonly [string, string, string, string];
  readonly actions: Readonly<Record<"added" | "changed" | "removed", string>>;
  readonly none: string;
  readonly moreLedgers: (count: string) => string;
  readonly since: (day: string) => string;
  readonly counted: string;
  readonly fieldsOf: (fields: readonly string[]) => string;
  readonly changedBack: string;
  readonly standard: Readonly<Record<string, string>>;
}

export const SCREEN_CHANGE_WORDS: Catalogue<ScreenChangeWords> = {
  zh: {
    columns: ["台账", "新增", "变更", "删除"],
    actions: { added: "新增", changed: "变更", removed: "删除" },
    none: "今天台账没有变化",
    moreLedgers: (count) => `另有 ${count} 类台账`,
    since: (day) => `${day} 零时起`,
    counted: "每处只计一次，以净变化为准",
    fieldsOf: (fields) => fields.join("、"),
    changedBack: "改后又改回",
    standard: {
      name: "名称",
      district: "镇街",
      source: "来源",
      observedOn: "数据日期",
      geometry: "位置",
      positionErrorM: "位置误差",
    },
  },
  en: {
    columns: ["Ledger", "New", "Changed", "Gone"],
    actions: { added: "new", changed: "changed", removed: "gone" },
    none: "Nothing has changed in the ledgers today",
    moreLedgers: (count) => `and ${count} more ledgers`,
    since: (day) => `Since midnight of ${day}`,
    counted: "Each feature once, by what became of it on the whole",
    fieldsOf: (fields) => fields.join(", "),
    changedBack: "changed and changed back",
    standard: {
      name: "name",
      district: "district",
      source: "source",
      observedOn: "data date",
      geometry: "place",
      positionErrorM: "position error",
    },
  },
};
