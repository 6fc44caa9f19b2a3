import type { Catalogue } from "./words.ts";

/** The console of the wall. */
interface ControlWords {
  readonly title: string;
  readonly disconnected: string;
  readonly person: string;
  readonly sayWho: string;
  readonly chooseScreen: string;
  readonly screens: string;
  readonly all: string;
  readonly noScreens: string;
  readonly modes: Readonly<Record<"scene" | "tour", string>>;
  readonly neverHeard: string;
  readonly silent: (minutes: number) => string;
  readonly follows: string;
  readonly behind: string;
  readonly frames: (milliseconds: number) => string;
  readonly newScreen: string;
  readonly hang: string;
  readonly nameTaken: string;
  readonly opens: string;
  readonly program: string;
  readonly oneScene: string;
  readonly tourOf: string;
  readonly startTour: (scenes: number) => string;
  readonly actions: Readonly<Record<"pause" | "resume" | "freeze" | "thaw", string>>;
  readonly alarms: string;
  readonly noAlarms: string;
  readonly moreAlarms: (count: number) => string;
  readonly takeOver: string;
  readonly never: string;
  readonly fromGrade: (numeral: string) => string;
  readonly note: string;
  readonly acknowledge: string;
}

export const CONTROL_WORDS: Catalogue<ControlWords> = {
  zh: {
    title: "大屏控制台",
    disconnected: "与服务器失去连接，指令发不出去",
    person: "操作人姓名",
    sayWho: "请先填写操作人姓名",
    chooseScreen: "请先选择屏幕",
    screens: "屏幕",
    all: "全选",
    noScreens: "还没有登记屏幕：在下面起个名字，再用给出的地址在大屏主机上打开",
    modes: { scene: "固定场景", tour: "轮播" },
    neverHeard: "未收到该屏幕的回报",
    silent: (minutes) => `已 ${minutes} 分钟没有回报`,
    follows: "已同步",
    behind: "尚未跟上",
    frames: (milliseconds) => `每帧 ${milliseconds} 毫秒`,
    newScreen: "新屏幕名称",
    nameTaken: "已有同名屏幕，请换一个名称",
    hang: "登记",
    opens: "在大屏主机上打开：",
    program: "场景",
    oneScene: "单个场景",
    tourOf: "编排轮播",
    startTour: (scenes) => `开始轮播（${scenes} 个场景）`,
    actions: { pause: "暂停轮播", resume: "继续轮播", freeze: "冻结画面", thaw: "解除冻结" },
    alarms: "告警",
    noAlarms: "没有待处置的告警",
    moreAlarms: (count) => `另有 ${count} 条`,
    takeOver: "所选屏幕被告警接管：",
    never: "不接管",
    fromGrade: (numeral) => `${numeral} 级及以上`,
    note: "备注（可不填）",
    acknowledge: "接警",
  },
  en: {
    title: "Console of the wall",
    disconnected: "No connection to the server: commands cannot be sent",
    person: "Your name",
    sayWho: "Say who you are first",
    chooseScreen: "Choose a screen first",
    screens: "Screens",
    all: "All",
    noScreens: "No screen yet: name one below and open its address on the machine behind it",
    modes: { scene: "one scene", tour: "tour" },
    neverHeard: "nothing heard of it yet",
    silent: (minutes) => `silent for ${minutes} min`,
    follows: "in step",
    behind: "not in step yet",
    frames: (milliseconds) => `${milliseconds} ms a frame`,
    newScreen: "Name of a new screen",
    nameTaken: "Another screen has this name: choose another",
    hang: "Add",
    opens: "Open on its machine:",
    program: "Scenes",
    oneScene: "One scene",
    tourOf: "Make a tour",
    startTour: (scenes) => `Start the tour (${scenes} scenes)`,
    actions: { pause: "Pause the tour", resume: "Go on", freeze: "Freeze", thaw: "Unfreeze" },
    alarms: "Alarms",
    noAlarms: "Nothing waits for anybody",
    moreAlarms: (count) => `and ${count} more`,
    takeOver: "Alarms take the chosen screens over:",
    never: "never",
    fromGrade: (numeral) => `from ${numeral}`,
    note: "Note (optional)",
    acknowledge: "Acknowledge",
  },
};
