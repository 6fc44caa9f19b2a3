import type { FactorName, NeighbourGroup } from "#data/analyses/site-diagnosis-results.ts";
import type { Catalogue } from "./words.ts";

/** The diagnosis of one site. */
interface SiteWords {
  readonly none: string;
  readonly refused: string;
  readonly waiting: string;
  readonly goThere: string;
  readonly visitSheet: string;
  readonly register: string;
  readonly place: Readonly<Record<"route" | "stakes" | "length" | "kind", string>>;
  readonly kinds: Readonly<Record<"segment" | "junction" | "circle", string>>;
  readonly stakes: Readonly<Record<"given" | "measured", string>>;
  readonly radius: string;
  readonly headings: Readonly<
    Record<"facts" | "factors" | "diagram" | "surroundings" | "measures" | "checklist" | "crashes", string>
  >;
  readonly year: string;
  readonly partYear: string;
  readonly total: string;
  readonly unknownCasualties: (count: number) => string;
  readonly score: string;
  readonly weights: string;
  readonly doubtful: (count: number) => string;
  readonly factors: {
    readonly names: Readonly<Record<FactorName, string>>;
    readonly values: Readonly<Record<string, string>>;
    readonly hours: (from: string, to: string) => string;
    readonly month: (month: string) => string;
    readonly columns: Readonly<Record<"factor" | "site" | "reference" | "ratio" | "p", string>>;
    readonly answers: Readonly<Record<"none" | "too-few" | "no-reference", (fewest: number) => string>>;
    readonly reference: (crashes: string, of: string) => string;
    readonly by: Readonly<Record<"junctions" | "class" | "kind" | "all", string>>;
    readonly roadKinds: Readonly<Record<"highway" | "street", string>>;
    readonly level: (percent: string) => string;
    readonly over: string;
    readonly notOver: string;
    readonly unknown: (count: number) => string;
    readonly all: (count: number) => string;
    readonly fewer: string;
    readonly mark: string;
  };
  readonly diagram: {
    readonly alt: (label: string, crashes: number) => string;
    readonly hint: string;
    readonly columns: Readonly<Record<"number" | "form" | "parties" | "crashes" | "worst", string>>;
    readonly unrecorded: string;
    readonly involved: (vehicles: string, nonMotor: string, pedestrians: string) => string;
    readonly show: (number: number) => string;
    readonly save: string;
  };
  readonly surroundings: {
    readonly groups: Readonly<Record<NeighbourGroup, string>>;
    readonly none: (people: string, hazards: string) => string;
    readonly within: (people: string, hazards: string) => string;
    readonly people: (count: string) => string;
    readonly accesses: string;
    readonly accessesHint: string;
    readonly dangerousGoods: Readonly<Record<"yes" | "no" | "partly" | "unknown", string>>;
    readonly dangerousCrashes: (crashes: number, unknown: number) => string;
    readonly show: (name: string) => string;
  };
  readonly measures: {
    readonly none: string;
    readonly hint: string;
    readonly because: string;
    readonly over: string;
    readonly frequent: string;
    readonly reduction: (range: string, of: string) => string;
    readonly noReduction: string;
    readonly confidence: Readonly<Record<"verified" | "memory" | "uncertain", string>>;
    readonly source: string;
  };
  readonly crashes: {
    readonly columns: Readonly<Record<"time" | "severity" | "casualties" | "form" | "parties" | "conditions", string>>;
    readonly casualties: (deaths: string, injuries: string) => string;
    readonly unknown: string;
    readonly noMovements: string;
    readonly doubtful: string;
    readonly show: (code: string) => string;
  };
}

export const SITE_WORDS: Catalogue<SiteWords> = {
  zh: {
    none: "还没有选点段。在“排查”“预警”或“督办”中选一处，或在地图上单击一处路口、路段。",
    refused: "这一处不能诊断",
    waiting: "诊断中…",
    goThere: "定位",
    visitSheet: "现场勘查表",
    register: "登记",
    place: { route: "道路", stakes: "桩号", length: "长度", kind: "类型" },
    kinds: { segment: "路段", junction: "路口", circle: "圆形范围" },
    stakes: { given: "台账桩号", measured: "台账无桩号，自路线一端量起" },
    radius: "半径",
    headings: {
      facts: "事故概况",
      factors: "成因：与同类道路比较",
      diagram: "碰撞图",
      surroundings: "周边与危险货物",
      measures: "可考虑的措施",
      checklist: "现场核查清单",
      crashes: "事故清单",
    },
    year: "年份",
    partYear: "不满一年",
    total: "合计",
    unknownCasualties: (count) => `${count} 起伤亡人数未知，未计入人数`,
    score: "加权分",
    weights: "权重",
    doubtful: (count) => `另有 ${count} 起定位存疑的事故可能在此，未计入`,
    factors: {
      names: {
        form: "事故形态",
        weather: "天气",
        light: "照明",
        surface: "路表",
        place: "路口路段类型",
        cause: "认定原因",
        hours: "时段",
        weekday: "星期",
        month: "月份",
        season: "季节",
        parties: "当事方",
        dangerousGoods: "危险货物",
      },
      values: {
        weekend: "周六周日",
        winter: "冬季（12–2 月）",
        spring: "春季（3–5 月）",
        summer: "夏季（6–8 月）",
        autumn: "秋季（9–11 月）",
        pedestrian: "涉及行人",
        "non-motor": "涉及非机动车",
        "single-vehicle": "单车事故",
        yes: "涉及危险货物车辆",
      },
      hours: (from, to) => `${from}–${to} 时`,
      month: (month) => `${month} 月`,
      columns: { factor: "因素", site: "本处", reference: "同类道路", ratio: "倍数", p: "显著性 q" },
      answers: {
        none: () => "没有一项因素明显多于同类道路：可能是流量或偶然，而不是某一成因。",
        "too-few": (fewest) => `事故太少（少于 ${fewest} 起），不作成因比较。`,
        "no-reference": () => "同类道路上的事故太少，无从比较。",
      },
      reference: (crashes, of) => `对照：${of}的其余事故 ${crashes} 起`,
      by: { junctions: "同类道路路口", class: "同等级道路", kind: "同类道路", all: "全部道路" },
      roadKinds: { highway: "公路", street: "城市道路" },
      level: (percent) => `Fisher 精确检验（单侧），Benjamini-Hochberg 控制假警报率 ${percent}；比的是占比，不是率。`,
      over: "偏多",
      notOver: "不显著",
      unknown: (count) => `${count} 起未记录`,
      all: (count) => `全部 ${count} 项检验`,
      fewer: "只看偏多",
      mark: "▲",
    },
    diagram: {
      alt: (label, crashes) => `${label} 的碰撞图，${crashes} 起事故`,
      hint: "示意图：按记录的方向画，不按比例。号码对应下表；无方向记录的单列，不作推测。",
      columns: { number: "号", form: "形态", parties: "当事方", crashes: "起数", worst: "最重" },
      unrecorded: "方向未记录",
      involved: (vehicles, nonMotor, pedestrians) => `机动车 ${vehicles}，非机动车 ${nonMotor}，行人 ${pedestrians}`,
      show: (number) => `在地图上看第 ${number} 组事故`,
      save: "存为 SVG",
    },
    surroundings: {
      groups: {
        school: "学校",
        care: "医疗与养老",
        people: "人员密集场所",
        "hazard-source": "重大危险源",
        "hazardous-enterprise": "涉危企业",
      },
      none: (people, hazards) => `${people} 内没有学校等防护目标，${hazards} 内没有危险源。`,
      within: (people, hazards) => `防护目标 ${people} 内，危险源与涉危企业 ${hazards} 内，按轮廓量取`,
      people: (count) => `${count} 人`,
      accesses: "接入道路",
      accessesHint: "台账没有单位出入口，这里是路网上的交叉。",
      dangerousGoods: {
        yes: "本段是危险货物运输通行路线",
        no: "本段不是危险货物运输通行路线",
        partly: "本段部分是危险货物运输通行路线",
        unknown: "是否危险货物运输通行路线：未知",
      },
      dangerousCrashes: (crashes, unknown) => `涉及危险货物车辆的事故 ${crashes} 起；${unknown} 起未记录`,
      show: (name) => `在地图上看 ${name}`,
    },
    measures: {
      none: "没有与现有资料相符的常见措施；请现场核查后提出。",
      hint: "由事故特征给出的常见措施，须经现场核查和人决定；削减率来自国外文献，不保证适用于此地。",
      because: "因为",
      over: "明显偏多",
      frequent: "占比高，未证明偏多",
      reduction: (range, of) => `文献削减率 ${range}（${of}）`,
      noReduction: "没有找到可引用的削减率",
      confidence: { verified: "已核实", memory: "凭记忆，待核实", uncertain: "待核实" },
      source: "来源",
    },
    crashes: {
      columns: {
        time: "时间",
        severity: "程度",
        casualties: "死/伤",
        form: "形态",
        parties: "当事方",
        conditions: "天气·照明·路表",
      },
      casualties: (deaths, injuries) => `${deaths}/${injuries}`,
      unknown: "未知",
      noMovements: "方向未记录",
      doubtful: "定位存疑",
      show: (code) => `打开事故 ${code}`,
    },
  },
  en: {
    none: "No site chosen yet. Choose one under Screening, Watch or Register, or click a junction or road on the map.",
    refused: "This site cannot be diagnosed",
    waiting: "Diagnosing…",
    goThere: "Go there",
    visitSheet: "Site visit sheet",
    register: "Register",
    place: { route: "Road", stakes: "Stakes", length: "Length", kind: "Kind" },
    kinds: { segment: "Stretch", junction: "Junction", circle: "Circle" },
    stakes: { given: "stakes of the ledger", measured: "no stakes in the ledger: measured from one end" },
    radius: "Radius",
    headings: {
      facts: "Crashes",
      factors: "Causes: against roads of the same kind",
      diagram: "Collision diagram",
      surroundings: "Surroundings and dangerous goods",
      measures: "Measures to consider",
      checklist: "Checklist for the visit",
      crashes: "List of crashes",
    },
    year: "Year",
    partYear: "part of the year",
    total: "Total",
    unknownCasualties: (count) => `${count} with unknown casualties, not in the sums`,
    score: "Weighted score",
    weights: "Weights",
    doubtful: (count) => `${count} more whose place is doubtful may lie here; not counted`,
    factors: {
      names: {
        form: "Crash form",
        weather: "Weather",
        light: "Light",
        surface: "Surface",
        place: "Junction or section",
        cause: "Cause",
        hours: "Hours",
        weekday: "Weekday",
        month: "Month",
        season: "Season",
        parties: "Parties",
        dangerousGoods: "Dangerous goods",
      },
      values: {
        weekend: "Saturday, Sunday",
        winter: "Winter (Dec–Feb)",
        spring: "Spring (Mar–May)",
        summer: "Summer (Jun–Aug)",
        autumn: "Autumn (Sep–Nov)",
        pedestrian: "With pedestrians",
        "non-motor": "With non-motor vehicles",
        "single-vehicle": "Single vehicle",
        yes: "With dangerous goods",
      },
      hours: (from, to) => `${from}–${to} h`,
      month: (month) => `Month ${month}`,
      columns: { factor: "Factor", site: "Here", reference: "Like roads", ratio: "Ratio", p: "q" },
      answers: {
        none: () => "No factor stands out against roads of the same kind: traffic or chance, rather than one cause.",
        "too-few": (fewest) => `Too few crashes (under ${fewest}) to compare causes.`,
        "no-reference": () => "Too few crashes on roads of the same kind to compare with.",
      },
      reference: (crashes, of) => `Reference: ${crashes} other crashes of ${of}`,
      by: {
        junctions: "junctions of such roads",
        class: "roads of the same class",
        kind: "roads of the same kind",
        all: "all roads",
      },
      roadKinds: { highway: "highways", street: "streets" },
      level: (percent) =>
        `Fisher's exact test, one-sided; false alarms held to ${percent} (Benjamini-Hochberg). Shares are compared, not rates.`,
      over: "over-represented",
      notOver: "not significant",
      unknown: (count) => `${count} not recorded`,
      all: (count) => `All ${count} tested`,
      fewer: "Over-represented only",
      mark: "▲",
    },
    diagram: {
      alt: (label, crashes) => `Collision diagram of ${label}, ${crashes} crashes`,
      hint: "A schematic by recorded courses, not to scale. Numbers lead to the table; crashes without recorded movements stand apart, nothing is guessed.",
      columns: { number: "No.", form: "Form", parties: "Parties", crashes: "Crashes", worst: "Worst" },
      unrecorded: "Movements not recorded",
      involved: (vehicles, nonMotor, pedestrians) => `motor ${vehicles}, non-motor ${nonMotor}, on foot ${pedestrians}`,
      show: (number) => `Show the crashes of group ${number} on the map`,
      save: "Save as SVG",
    },
    surroundings: {
      groups: {
        school: "Schools",
        care: "Health and care",
        people: "Places with many people",
        "hazard-source": "Major hazard sources",
        "hazardous-enterprise": "Enterprises with hazardous goods",
      },
      none: (people, hazards) => `No school or other target within ${people}, no hazard source within ${hazards}.`,
      within: (people, hazards) =>
        `Targets within ${people}, hazard sources and enterprises within ${hazards}, measured to outlines`,
      people: (count) => `${count} people`,
      accesses: "Roads that join",
      accessesHint: "The ledgers hold no gates; these are junctions of the network.",
      dangerousGoods: {
        yes: "This stretch is a route for dangerous goods",
        no: "This stretch is no route for dangerous goods",
        partly: "Part of this stretch is a route for dangerous goods",
        unknown: "Not known whether it is a route for dangerous goods",
      },
      dangerousCrashes: (crashes, unknown) => `${crashes} crashes with dangerous goods; ${unknown} do not say`,
      show: (name) => `Show ${name} on the map`,
    },
    measures: {
      none: "No usual measure fits what is recorded; propose after a visit.",
      hint: "Usual measures for such crashes; a visit and a person decide. Reductions are from foreign literature and are no promise for this place.",
      because: "Because of",
      over: "over-represented",
      frequent: "frequent, not shown to be over-represented",
      reduction: (range, of) => `Published reduction ${range} (${of})`,
      noReduction: "No reduction found that could be cited",
      confidence: { verified: "verified", memory: "from memory, to be verified", uncertain: "to be verified" },
      source: "Source",
    },
    crashes: {
      columns: {
        time: "Time",
        severity: "Severity",
        casualties: "Killed/hurt",
        form: "Form",
        parties: "Parties",
        conditions: "Weather · light · surface",
      },
      casualties: (deaths, injuries) => `${deaths}/${injuries}`,
      unknown: "unknown",
      noMovements: "movements not recorded",
      doubtful: "place doubtful",
      show: (code) => `Open accident ${code}`,
    },
  },
};
