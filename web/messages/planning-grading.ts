import type { PeopleGroup, PlaceReason } from "#data/analyses/grade-results.ts";
import type { HazardLevel, UnknownSubstance } from "#data/standards/hazard-grade.ts";
import type { Catalogue } from "./words.ts";

/** Grading a major hazard source. */
interface GradingWords {
  readonly hint: string;
  readonly source: string;
  readonly pickSource: string;
  readonly sourcePlaceholder: string;
  readonly useProposal: string;
  readonly noProposal: string;
  readonly proposalChosen: (name: string) => string;
  readonly goThere: string;
  readonly boundary: Readonly<{
    known: string;
    unknown: string;
    drawn: string;
    draw: string;
    drawing: string;
    forget: string;
  }>;
  readonly substances: Readonly<{
    title: string;
    name: string;
    cas: string;
    tonnes: string;
    category: string;
    byName: string;
    add: string;
    remove: (name: string) => string;
    fromLedger: string;
    empty: string;
    badTonnes: (most: string) => string;
    why: Readonly<Record<UnknownSubstance["why"], string>>;
    nearest: string;
    askCategory: string;
  }>;
  readonly levels: Readonly<Record<HazardLevel, string>>;
  readonly between: (least: string, most: string) => string;
  readonly cannotTell: string;
  readonly noUpperEnd: string;
  readonly pending: string;
  readonly waiting: string;
  readonly refused: string;
  readonly clearCorrections: string;
  readonly people: (count: number) => string;
  readonly atLeast: (count: number) => string;
  readonly filed: Readonly<{
    none: string;
    same: (level: string) => string;
    differs: (filed: string, computed: string) => string;
    open: (filed: string) => string;
    needs: (filed: string, people: string) => string;
    never: (filed: string) => string;
    peopleFrom: (from: number) => string;
    peopleBetween: (from: number, to: number) => string;
  }>;
  readonly unknownPeople: Readonly<{
    may: (places: number, least: string, most: string) => string;
    cannot: (places: number) => string;
  }>;
  readonly terms: Readonly<{
    title: string;
    substance: string;
    ratio: string;
    weighted: string;
    clauses: string;
    source: (name: string) => string;
    given: string;
  }>;
  readonly groups: Readonly<Record<PeopleGroup, string>>;
  readonly count: string;
  readonly countHint: string;
  readonly readings: Readonly<{ title: string; people: string; level: string }>;
  readonly places: Readonly<{
    title: (within: string) => string;
    counted: string;
    place: string;
    people: string;
    distance: string;
    inside: string;
    partly: string;
    unknown: string;
    why: Readonly<Record<PlaceReason, string>>;
    ledger: (people: string) => string;
    reset: string;
    note: string;
    numberOf: (name: string) => string;
    countsOf: (name: string) => string;
    onlyCounted: string;
    more: (count: number) => string;
    none: string;
    add: string;
    addPeople: string;
    addNote: string;
    doAdd: string;
    removeAdded: (note: string) => string;
  }>;
  readonly ring: string;
  readonly footer: (took: string) => string;
}

export const GRADING_WORDS: Catalogue<GradingWords> = {
  zh: {
    hint: "按 GB 18218-2018：S = Σ q/Q；R = α Σ β·q/Q；α 取厂区边界外 500 m 内常住人口。",
    source: "危险源",
    pickSource: "选重大危险源，或在地图上点它",
    sourcePlaceholder: "名称、编号或企业",
    useProposal: "用当前拟建项目",
    noProposal: "“核查”里还没有画边界",
    proposalChosen: (name) => `拟建项目：${name}`,
    goThere: "在地图上定位",
    boundary: {
      known: "边界已知，从轮廓量 500 m",
      unknown: "没有轮廓：500 m 从点量起，可能少计人口",
      drawn: "用画的厂区边界",
      draw: "画厂区边界",
      drawing: "在地图上画厂区边界；双击或回车结束，Esc 取消。",
      forget: "不用画的边界",
    },
    substances: {
      title: "危险物质（设计最大量）",
      name: "名称",
      cas: "CAS 号",
      tonnes: "吨",
      category: "类别（表2）",
      byName: "按名称查表",
      add: "添加物质",
      remove: (name) => `删除 ${name}`,
      fromLedger: "恢复台账所载",
      empty: "还没有物质：添加名称和吨数。",
      badTonnes: (most) => `吨数须大于 0，不超过 ${most}；这一行未计入`,
      why: {
        "not-listed": "表1没有这个名称",
        several: "表1有几个形态或浓度，须写明是哪一个",
        disagree: "名称和 CAS 号指的不是同一种物质",
      },
      nearest: "是否为：",
      askCategory: "或由人指定表2类别（不猜测）",
    },
    levels: { "1": "一级", "2": "二级", "3": "三级", "4": "四级", none: "不构成重大危险源" },
    between: (least, most) => `${least} 至 ${most}`,
    cannotTell: "不能判定",
    noUpperEnd: "上限未知",
    pending: "计算中…",
    waiting: "选一个危险源，或用当前拟建项目并填写物质。",
    refused: "不能分级",
    clearCorrections: "清除人数更正",
    people: (count) => `${count} 人`,
    atLeast: (count) => `至少 ${count} 人`,
    filed: {
      none: "台账没有备案级别",
      same: (level) => `与备案一致：${level}`,
      differs: (filed, computed) => `备案 ${filed}，现算 ${computed}`,
      open: (filed) => `备案 ${filed} 仍在可能范围内`,
      needs: (filed, people) => `按现有物质，备案的${filed}对应 500 m 内 ${people}；四周人口已不在这个范围。`,
      never: (filed) => `按现有物质，任何人口数都得不到${filed}：物质、数量或类别与备案时不同。`,
      peopleFrom: (from) => `${from} 人及以上`,
      peopleBetween: (from, to) => (from === to ? `${from} 人` : `${from}～${to} 人`),
    },
    unknownPeople: {
      may: (places, least, most) => `${places} 处人数未知，填上后级别可能在 ${least} 至 ${most} 之间变动`,
      cannot: (places) => `${places} 处人数未知，填上也不改变级别`,
    },
    terms: {
      title: "逐项计算",
      substance: "物质",
      ratio: "q/Q",
      weighted: "β·q/Q",
      clauses: "条文",
      source: (name) => `来源：${name}`,
      given: "类别由人指定",
    },
    groups: { residents: "常住", institutions: "学校、医院、宾馆等", workers: "其他企业员工", added: "人工补充" },
    count: "计入 α 的人",
    countHint: "标准说的是常住人口；也可看连同其他人时的级别",
    readings: { title: "不同口径下的级别", people: "人数", level: "级别" },
    places: {
      title: (within) => `边界外 ${within} 内的人口`,
      counted: "计",
      place: "处所",
      people: "人数",
      distance: "距离",
      inside: "边界内",
      partly: "部分在外，按全数计",
      unknown: "未知",
      why: {
        "group-counted": "属计入的人",
        "group-not-counted": "不属常住人口",
        corrected: "人工更正",
        "inside-another": "已含在所在处所的人数内",
        own: "本企业",
        "people-unknown": "人数未知，可能抬高级别",
      },
      ledger: (people) => `台账 ${people}`,
      reset: "恢复台账人数",
      note: "更正说明",
      numberOf: (name) => `${name} 的人数`,
      countsOf: (name) => `计入 ${name}`,
      onlyCounted: "只看计入和未知的",
      more: (count) => `再列 ${count} 处`,
      none: "500 m 内台账没有人口。",
      add: "补充台账没有的人",
      addPeople: "人数",
      addNote: "依据（如：某工地宿舍，电话核实）",
      doAdd: "补充",
      removeAdded: (note) => `删除补充：${note}`,
    },
    ring: "500 m",
    footer: (took) => `GB 18218-2018 · 用时 ${took} ms`,
  },
  en: {
    hint: "By GB 18218-2018: S = Σ q/Q; R = α Σ β·q/Q; α from the residents within 500 m of the plant's boundary.",
    source: "Hazard source",
    pickSource: "Choose a major hazard source, or click it on the map",
    sourcePlaceholder: "Name, code or enterprise",
    useProposal: "Use the present proposal",
    noProposal: "The check has no boundary yet",
    proposalChosen: (name) => `Proposal: ${name}`,
    goThere: "Show on the map",
    boundary: {
      known: "Boundary known: 500 m from its outline",
      unknown: "No outline: 500 m from the point, so that people may be missed",
      drawn: "Measured from the drawn plant boundary",
      draw: "Draw the plant's boundary",
      drawing: "Draw the plant's boundary on the map; double-click or Enter ends, Esc cancels.",
      forget: "Forget the drawn boundary",
    },
    substances: {
      title: "Substances (design maximum)",
      name: "Name",
      cas: "CAS",
      tonnes: "Tonnes",
      category: "Category (table 2)",
      byName: "by its name",
      add: "Add a substance",
      remove: (name) => `Remove ${name}`,
      fromLedger: "As the ledger says",
      empty: "No substances yet: add names and tonnes.",
      badTonnes: (most) => `Tonnes must be above 0 and at most ${most}; this line is left out`,
      why: {
        "not-listed": "Table 1 does not hold this name",
        several: "Table 1 has several forms or strengths: say which",
        disagree: "Name and CAS number are of different substances",
      },
      nearest: "Is it:",
      askCategory: "or a person names its category of table 2 (nothing is guessed)",
    },
    levels: { "1": "Level 1", "2": "Level 2", "3": "Level 3", "4": "Level 4", none: "No major hazard source" },
    between: (least, most) => `${least} to ${most}`,
    cannotTell: "Cannot tell",
    noUpperEnd: "no upper end",
    pending: "Working…",
    waiting: "Choose a hazard source, or use the present proposal and say what it holds.",
    refused: "Cannot be graded",
    clearCorrections: "Clear the corrections",
    people: (count) => `${count} people`,
    atLeast: (count) => `at least ${count} people`,
    filed: {
      none: "The ledger holds no filed level",
      same: (level) => `As filed: ${level}`,
      differs: (filed, computed) => `Filed ${filed}, now ${computed}`,
      open: (filed) => `The filed ${filed} is still possible`,
      needs: (filed, people) =>
        `With these substances the filed ${filed} means ${people} within 500 m; the surroundings are no longer so.`,
      never: (filed) =>
        `With these substances no number of people gives ${filed}: substances, amounts or categories differ from those filed.`,
      peopleFrom: (from) => `${from} people or more`,
      peopleBetween: (from, to) => (from === to ? `${from} people` : `${from} to ${to} people`),
    },
    unknownPeople: {
      may: (places, least, most) =>
        `${places} places without a number: with them the level may be anything from ${least} to ${most}`,
      cannot: (places) => `${places} places without a number; they cannot change the level`,
    },
    terms: {
      title: "Term by term",
      substance: "Substance",
      ratio: "q/Q",
      weighted: "β·q/Q",
      clauses: "Clauses",
      source: (name) => `Source: ${name}`,
      given: "category named by a person",
    },
    groups: {
      residents: "Residents",
      institutions: "Schools, hospitals, hotels …",
      workers: "Workers of other firms",
      added: "Added by hand",
    },
    count: "Who counts for α",
    countHint: "The standard means permanent residents; see what the level would be with others too",
    readings: { title: "Level by who is counted", people: "People", level: "Level" },
    places: {
      title: (within) => `People within ${within} of the boundary`,
      counted: "In",
      place: "Place",
      people: "People",
      distance: "Distance",
      inside: "inside",
      partly: "reaches beyond, counted whole",
      unknown: "unknown",
      why: {
        "group-counted": "of those who count",
        "group-not-counted": "not permanent residents",
        corrected: "corrected by hand",
        "inside-another": "in the number of the place around it",
        own: "own enterprise",
        "people-unknown": "number unknown: may raise the level",
      },
      ledger: (people) => `ledger: ${people}`,
      reset: "Back to the ledger's number",
      note: "Why corrected",
      numberOf: (name) => `People of ${name}`,
      countsOf: (name) => `Count ${name}`,
      onlyCounted: "Only counted and unknown",
      more: (count) => `List ${count} more`,
      none: "The ledgers know of nobody within 500 m.",
      add: "Add people whom no ledger knows",
      addPeople: "People",
      addNote: "Evidence (such as: site dormitory, by telephone)",
      doAdd: "Add",
      removeAdded: (note) => `Remove what was added: ${note}`,
    },
    ring: "500 m",
    footer: (took) => `GB 18218-2018 · ${took} ms`,
  },
};
