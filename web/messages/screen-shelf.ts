import type { Catalogue } from "./words.ts";

/** Alarms that come and go, and alarms that a person has put aside for some time. */
interface ShelfWords {
  readonly chattering: string;
  readonly chatteringHint: string;
  readonly shelve: string;
  readonly reason: string;
  readonly sayWhy: string;
  readonly hours: (hours: number) => string;
  readonly forHowLong: string;
  readonly shelved: string;
  readonly shelvedUntil: (by: string, until: string, reason: string) => string;
  readonly unshelve: string;
  readonly cancel: string;
}

export const SHELF_WORDS: Catalogue<ShelfWords> = {
  zh: {
    chattering: "反复告警",
    chatteringHint: "10 分钟内告警 3 次以上：并为一条，接警且平静 10 分钟后解除",
    shelve: "搁置",
    reason: "搁置原因",
    sayWhy: "请先填写搁置原因",
    hours: (hours) => `${hours} 小时`,
    forHowLong: "搁置多久",
    shelved: "已搁置",
    shelvedUntil: (by, until, reason) => `${by} 搁置至 ${until}：${reason}`,
    unshelve: "取消搁置",
    cancel: "不搁置",
  },
  en: {
    chattering: "chattering",
    chatteringHint:
      "Raised three times or more within 10 min: kept as one, which clears once it is acknowledged and has been quiet for 10 min",
    shelve: "Shelve",
    reason: "Why it is put aside",
    sayWhy: "Say first why it is put aside",
    hours: (hours) => `${hours} h`,
    forHowLong: "For how long",
    shelved: "shelved",
    shelvedUntil: (by, until, reason) => `${by} shelved it until ${until}: ${reason}`,
    unshelve: "Unshelve",
    cancel: "Do not shelve",
  },
};
