import type { PlacingReason } from "#data/traffic/placing/placed.ts";
import type { AccidentList } from "../state/view.ts";
import type { Catalogue } from "./words.ts";

/** What a record says and what its candidates are, already in words; `null`: it has none. */
export interface DoubtFacts {
  readonly tolerance: string;
  readonly road: string | null;
  readonly stake: string | null;
  /** The best two, and how far the best one is. */
  readonly first: string | null;
  readonly second: string | null;
  readonly offset: string | null;
  readonly stakeApart: string | null;
}

/** Getting every accident onto the right road. */
export interface PlacingWords {
  readonly tabs: Readonly<Record<"accidents" | "roads", string>>;
  readonly tolerance: string;
  readonly toleranceHere: (standard: string) => string;
  readonly filtered: string;
  readonly toSettle: string;
  readonly lists: Readonly<Record<AccidentList, string>>;
  readonly groups: Readonly<Record<"reasons" | "records", string>>;
  /** What is wrong with the records of a list, and what to do about them. */
  readonly recordHints: Readonly<Record<Exclude<AccidentList, PlacingReason>, string>>;
  readonly columns: Readonly<Record<"accident" | "why", string>>;
  readonly listed: (listed: string, found: string) => string;
  readonly none: string;
  readonly noneInList: string;
  readonly working: string;
  readonly open: (name: string) => string;
  readonly states: Readonly<Record<"placed" | "doubtful" | "unplaced", string>>;
  readonly candidateCount: (count: number) => string;
  readonly confirmed: string;
  readonly offRoad: string;
  readonly casualties: (deaths: string, injuries: string) => string;
  readonly unknown: string;
  readonly card: string;
  readonly pick: string;
  readonly gone: string;
  readonly of: (at: string, all: string) => string;
  readonly next: string;
  readonly previous: string;
  readonly goThere: string;
  readonly toRecord: string;
  readonly toRecordHint: string;
  readonly close: string;
  readonly recorded: string;
  readonly stated: string;
  readonly statedRoad: string;
  readonly statedStake: string;
  readonly position: string;
  readonly happened: string;
  readonly why: Readonly<Record<PlacingReason, (facts: DoubtFacts) => string>>;
  readonly question: string;
  readonly candidateColumns: Readonly<Record<"place" | "offset" | "stake" | "score", string>>;
  readonly scoreHint: string;
  readonly namedRoad: string;
  readonly choose: (letter: string, label: string) => string;
  readonly typed: string;
  readonly typedField: string;
  readonly typedHint: string;
  readonly typedMark: string;
  readonly typedWrong: Readonly<{
    "no-stake": string;
    "no-road": string;
    "unknown-road": (road: string) => string;
    "beyond-end": (roads: string) => string;
    "in-gap": (road: string) => string;
  }>;
  readonly reaches: (road: string, from: string, to: string) => string;
  readonly notOnRoad: string;
  readonly notOnRoadHint: string;
  readonly writes: (place: string, distance: string) => string;
  readonly writesOffRoad: string;
  readonly measuredStakes: string;
  readonly beforeZero: string;
  readonly elsewhere: (place: string) => string;
  readonly save: string;
  readonly saveOnly: string;
  readonly chooseFirst: string;
  readonly saved: (code: string, place: string) => string;
  readonly justSettled: (code: string, place: string) => string;
  readonly look: string;
  readonly refused: (message: string) => string;
  readonly settleAgain: string;
  readonly takeBack: string;
  readonly takeBackHint: string;
  readonly takeBackReason: string;
  readonly takenBack: (code: string) => string;
  readonly changedNow: (by: string) => string;
  readonly changedSince: string;
  readonly cameSettled: string;
  readonly history: string;
  readonly footer: (day: string, took: string) => string;
}

export const PLACING_WORDS: Catalogue<PlacingWords> = {
  zh: {
    tabs: { accidents: "事故定位", roads: "道路桩号" },
    tolerance: "定位容差",
    toleranceHere: (standard) => `只影响本页核对的松紧；排查等其他页按标准容差 ${standard}`,
    filtered: "只含图层筛选内的事故",
    toSettle: "待核对",
    lists: {
      "no-road-near": "附近无路",
      "two-roads-fit": "两路难分",
      "stated-road-far": "所记道路太远",
      "stated-road-unknown": "台账无此路",
      "stake-beyond-end": "桩号超出起止",
      "stake-disagrees": "桩号与位置不符",
      "only-near": "未记道路且偏远",
      "off-road": "已认定不在公路上",
      settled: "已核对",
      undated: "无时间",
      contradictory: "伤亡与等级矛盾",
      fatalWithoutDeaths: "死亡事故无死亡",
      future: "时间在未来",
    },
    groups: { reasons: "按原因", records: "记录质量" },
    recordHints: {
      settled: "有人确认过路线桩号，或认定不在公路上。打开可查看是谁、为何，也可撤销。",
      undated: "没有事故时间的记录不属于任何期间，排查不计入。请查案卷补上时间。",
      contradictory: "严重程度与死伤人数对不上，统计按较重的计。请查案卷改正其中之一。",
      fatalWithoutDeaths: "等级是死亡事故而死亡人数为 0。请查案卷：补死亡人数，或改等级。",
      future: "事故时间晚于今天，多半是年份录错，排查不计入。请查案卷改正。",
    },
    columns: { accident: "事故", why: "原因" },
    listed: (listed, found) => `只列出前 ${listed} 起，共 ${found} 起；处理后依次补上`,
    none: "没有待核对的事故：每一起都落在道路上，或已有人核对。",
    noneInList: "这一类没有事故。",
    working: "正在核对…",
    open: (name) => `核对 ${name}`,
    states: { placed: "已定位", doubtful: "存疑", unplaced: "未定位" },
    candidateCount: (count) => (count === 0 ? "无候选" : `${count} 个候选`),
    confirmed: "人工确认",
    offRoad: "不在公路上",
    casualties: (deaths, injuries) => `死亡 ${deaths} · 受伤 ${injuries}`,
    unknown: "未知",
    card: "事故核对",
    pick: "从列表或地图上选一起事故。",
    gone: "这起事故已不在台账中。",
    of: (at, all) => `${at} / ${all}`,
    next: "下一起（键盘 ]）",
    previous: "上一起（键盘 [）",
    goThere: "看全",
    toRecord: "改记录",
    toRecordHint: "到总览页打开这条记录，可修改任何一项",
    close: "关闭",
    recorded: "记录位置",
    stated: "记录所写",
    statedRoad: "道路",
    statedStake: "桩号",
    position: "坐标",
    happened: "时间",
    why: {
      "no-road-near": ({ tolerance }) => `记录位置 ${tolerance} 内没有道路，记录也没有写是哪条路。`,
      "two-roads-fit": ({ road, first, second }) =>
        `${road === null ? "记录没有写道路" : `记录写的是 ${road}`}；${first} 和 ${second} 同样说得通，得分相差不到 0.1。`,
      "stated-road-far": ({ road, first, offset }) =>
        first === null
          ? `记录写的是 ${road}，这条路离记录位置太远。`
          : `记录写的是 ${road}，却离记录位置 ${offset}。是坐标错了，还是路名错了？`,
      "stated-road-unknown": ({ road, first, offset }) =>
        `道路台账里没有 ${road}；记录位置旁是 ${first}，相距 ${offset}。`,
      "stake-beyond-end": ({ stake, first }) =>
        stake === null
          ? `记录没有桩号；记录位置对应 ${first}。`
          : `记录的桩号 ${stake} 超出了这条路的起止点；记录位置对应 ${first}。`,
      "stake-disagrees": ({ stake, first, stakeApart }) =>
        `记录的桩号是 ${stake}，记录位置却对应 ${first}，相差 ${stakeApart}。`,
      "only-near": ({ first, offset }) => `记录没有写道路；旁边只有 ${first}，相距 ${offset}，不够近，不能直接认定。`,
      "off-road": () => "已有人认定这起事故不在公路上，不参加沿路排查。",
    },
    question: "实际发生在哪里？",
    candidateColumns: { place: "候选", offset: "距记录位置", stake: "桩号差", score: "得分" },
    scoreHint: "0 到 1：路名占 0.5、桩号占 0.2、距离占 0.3，没写的算一半（本系统建议）",
    namedRoad: "记录所写的路",
    choose: (letter, label) => `候选 ${letter}：${label}`,
    typed: "另填路线桩号",
    typedField: "路线桩号",
    typedHint: "如 G111 K812+300",
    typedMark: "另填",
    typedWrong: {
      "no-stake": "还缺桩号，如 G111 K812+300",
      "no-road": "还缺道路，如 G111 K812+300",
      "unknown-road": (road) => `道路台账里没有“${road}”`,
      "beyond-end": (roads) => `超出起止桩号：${roads}`,
      "in-gap": (road) => `${road} 在这里断开，台账缺这一段`,
    },
    reaches: (road, from, to) => `${road} 从 ${from} 到 ${to}`,
    notOnRoad: "不在公路上",
    notOnRoadHint: "如厂区内、田间；不参加沿路排查，仍计入事故总数",
    writes: (place, distance) => `将写入 ${place}，距记录位置 ${distance}；坐标不变`,
    writesOffRoad: "将写入“不在路网上”；道路、桩号和坐标不变",
    measuredStakes: "这条路的台账没有桩号，此桩号按路线起点量得",
    beforeZero: "此处在路线零点之前，记录写不下负桩号；请改填别的位置，或先改道路台账的桩号",
    elsewhere: (place) => `按这样的路名和桩号会落到另一条同名路上：${place}。请先在道路台账里把两条路的编号分开`,
    save: "确认，看下一起",
    saveOnly: "确认",
    chooseFirst: "先选一个位置，或认定不在公路上",
    saved: (code, place) => `${code} 已记为 ${place}`,
    justSettled: (code, place) => `刚核对：${code} → ${place}`,
    look: "查看 / 撤销",
    refused: (message) => `没有写入：${message}`,
    settleAgain: "重新核对",
    takeBack: "撤销核对",
    takeBackHint: "恢复核对前的道路、桩号；这次核对和撤销都留在变更记录里。",
    takeBackReason: "撤销定位核对",
    takenBack: (code) => `${code} 已恢复到核对之前`,
    changedNow: (by) => `${by} 刚改过这条记录，没有撤销；已读入新的内容，请再看一遍`,
    changedSince: "核对之后又有人改过道路或桩号，不能直接撤销；请用“改记录”。",
    cameSettled: "这条记录入库时就带着核对结果，没有核对之前的状态可恢复。",
    history: "变更记录",
    footer: (day, took) => `事故台账截至 ${day} · 用时 ${took} 毫秒`,
  },
  en: {
    tabs: { accidents: "Accidents", roads: "Roads and stakes" },
    tolerance: "Tolerance",
    toleranceHere: (standard) =>
      `Only for looking through records here; screening and the other parts keep the standard of ${standard}`,
    filtered: "Only accidents that pass the layer's filter",
    toSettle: "To settle",
    lists: {
      "no-road-near": "No road near",
      "two-roads-fit": "Two roads fit",
      "stated-road-far": "Stated road far",
      "stated-road-unknown": "Road not in ledger",
      "stake-beyond-end": "Stake beyond end",
      "stake-disagrees": "Stake and place differ",
      "only-near": "No road stated, not near",
      "off-road": "Settled as off the roads",
      settled: "Settled",
      undated: "Undated",
      contradictory: "Casualties contradict severity",
      fatalWithoutDeaths: "Fatal without deaths",
      future: "In the future",
    },
    groups: { reasons: "By reason", records: "Quality of records" },
    recordHints: {
      settled:
        "Somebody confirmed road and stake, or that it was on no road. Open one to see who and why, or to take it back.",
      undated:
        "Without a time they are in no period, and screening leaves them out. Look up the file and add the time.",
      contradictory:
        "Severity and casualties do not go together; counted as the worse. Correct one of them from the file.",
      fatalWithoutDeaths: "Fatal by severity with 0 deaths. Add the deaths from the file, or correct the severity.",
      future: "Later than today, mostly a mistyped year; screening leaves them out. Correct them from the file.",
    },
    columns: { accident: "Accident", why: "Why" },
    listed: (listed, found) => `The first ${listed} of ${found}; others follow as these are settled`,
    none: "Nothing to settle: every accident is on a road, or somebody has settled it.",
    noneInList: "No accident of this kind.",
    working: "Looking through the accidents…",
    open: (name) => `Settle ${name}`,
    states: { placed: "placed", doubtful: "doubtful", unplaced: "unplaced" },
    candidateCount: (count) => (count === 0 ? "no candidates" : count === 1 ? "1 candidate" : `${count} candidates`),
    confirmed: "Confirmed",
    offRoad: "On no road",
    casualties: (deaths, injuries) => `${deaths} killed · ${injuries} hurt`,
    unknown: "unknown",
    card: "Accident to settle",
    pick: "Choose an accident in the list or on the map.",
    gone: "This accident is no longer in the ledger.",
    of: (at, all) => `${at} of ${all}`,
    next: "Next (key ])",
    previous: "Previous (key [)",
    goThere: "Show all",
    toRecord: "Edit record",
    toRecordHint: "Opens the record on the overview, where any field can be changed",
    close: "Close",
    recorded: "As recorded",
    stated: "The record says",
    statedRoad: "Road",
    statedStake: "Stake",
    position: "Position",
    happened: "Time",
    why: {
      "no-road-near": ({ tolerance }) =>
        `No road within ${tolerance} of the recorded position, and the record names none.`,
      "two-roads-fit": ({ road, first, second }) =>
        `${road === null ? "The record names no road" : `The record says ${road}`}; ${first} and ${second} fit about as well, their scores differ by less than 0.1.`,
      "stated-road-far": ({ road, first, offset }) =>
        first === null
          ? `The record says ${road}, which is too far from the recorded position.`
          : `The record says ${road}, which is ${offset} from the recorded position. Are the coordinates wrong, or the road?`,
      "stated-road-unknown": ({ road, first, offset }) =>
        `The ledger of roads has no ${road}; beside the recorded position is ${first}, ${offset} away.`,
      "stake-beyond-end": ({ stake, first }) =>
        stake === null
          ? `The record has no stake; its position is at ${first}.`
          : `The recorded stake ${stake} is beyond the ends of this road; its position is at ${first}.`,
      "stake-disagrees": ({ stake, first, stakeApart }) =>
        `The recorded stake is ${stake}, but the position is at ${first}: ${stakeApart} apart.`,
      "only-near": ({ first, offset }) =>
        `The record names no road; the only one near is ${first}, ${offset} away, too far to be sure.`,
      "off-road": () => "Somebody settled that it was on no public road; screening along roads leaves it out.",
    },
    question: "Where did it happen?",
    candidateColumns: { place: "Candidate", offset: "From record", stake: "Stakes apart", score: "Score" },
    scoreHint: "0 to 1: road 0.5, stake 0.2, distance 0.3; what is not stated counts half (proposed here)",
    namedRoad: "the stated road",
    choose: (letter, label) => `Candidate ${letter}: ${label}`,
    typed: "Another road and stake",
    typedField: "Road and stake",
    typedHint: "such as G111 K812+300",
    typedMark: "typed",
    typedWrong: {
      "no-stake": "A stake is missing, such as G111 K812+300",
      "no-road": "A road is missing, such as G111 K812+300",
      "unknown-road": (road) => `The ledger of roads has no “${road}”`,
      "beyond-end": (roads) => `Beyond its ends: ${roads}`,
      "in-gap": (road) => `${road} is interrupted here: the ledger lacks this stretch`,
    },
    reaches: (road, from, to) => `${road} runs from ${from} to ${to}`,
    notOnRoad: "On no public road",
    notOnRoadHint: "inside a plant, in a field; left out along roads, still counted in all",
    writes: (place, distance) => `Will be written: ${place}, ${distance} from the recorded position; coordinates stay`,
    writesOffRoad: "Will be written: beside all roads; road, stake and coordinates stay",
    measuredStakes: "The ledger has no stakes for this road: measured from its start",
    beforeZero:
      "This is before the road's zero, and a record holds no negative stakes: choose another place, or mend the road's stakes first",
    elsewhere: (place) =>
      `With this name and stake it would lie on a namesake: ${place}. Give the two roads different numbers first`,
    save: "Confirm, next one",
    saveOnly: "Confirm",
    chooseFirst: "Choose a place first, or say that it was on no road",
    saved: (code, place) => `${code} is now at ${place}`,
    justSettled: (code, place) => `Just settled: ${code} → ${place}`,
    look: "Look / take back",
    refused: (message) => `Not written: ${message}`,
    settleAgain: "Settle again",
    takeBack: "Take back",
    takeBackHint: "Road and stake as before; the history keeps both the settling and the taking back.",
    takeBackReason: "Placing taken back",
    takenBack: (code) => `${code} is as it was before`,
    changedNow: (by) => `${by} has just changed this record: nothing was taken back; look at it again`,
    changedSince: "Road or stake were changed again afterwards: use “Edit record”.",
    cameSettled: "It came into the ledger settled: there is no state before it.",
    history: "History",
    footer: (day, took) => `Ledger of accidents as of ${day} · ${took} ms`,
  },
};
