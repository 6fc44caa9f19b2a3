import type { NetworkIssueKind } from "#data/traffic/network/route.ts";
import type { Catalogue } from "./words.ts";

/** What the roads are like as linear references. */
export interface RoadReportWords {
  readonly facts: Readonly<
    Record<"routes" | "sections" | "length" | "given" | "measured" | "junctions" | "withoutLength", string>
  >;
  readonly stakesOf: (routes: string, length: string) => string;
  readonly withoutLengthHint: string;
  readonly all: string;
  readonly kinds: Readonly<Record<NetworkIssueKind, string>>;
  /** What it means for the work. */
  readonly means: Readonly<Record<NetworkIssueKind, string>>;
  readonly todo: Readonly<Record<NetworkIssueKind, string>>;
  /** What the length beside an issue is; absent: it has none. */
  readonly by: Readonly<Partial<Record<NetworkIssueKind, (length: string) => string>>>;
  readonly weights: Readonly<Record<"bad" | "unsure" | "plain", string>>;
  readonly columns: Readonly<Record<"road" | "issue" | "size", string>>;
  readonly stretch: (from: string, to: string) => string;
  readonly sectionCount: (count: string) => string;
  readonly open: (kind: string, road: string) => string;
  readonly none: string;
  readonly noneOfKind: string;
  readonly noRoads: string;
  readonly working: string;
  readonly listed: (listed: string, found: string) => string;
  readonly detail: string;
  readonly meansTitle: string;
  readonly todoTitle: string;
  readonly sections: string;
  readonly showSection: (code: string) => string;
  readonly moreSections: (count: string) => string;
  readonly goThere: string;
  readonly close: string;
  readonly stakes: Readonly<Record<"given" | "measured", string>>;
  readonly footer: (day: string, took: string) => string;
  readonly unknown: string;
  readonly file: string;
  readonly sheets: Readonly<Record<"issues" | "facts", string>>;
  readonly fileColumns: Readonly<
    Record<
      | "number"
      | "weight"
      | "kind"
      | "route"
      | "stakes"
      | "fromM"
      | "toM"
      | "byM"
      | "sections"
      | "means"
      | "todo"
      | "longitude"
      | "latitude"
      | "fact"
      | "value",
      string
    >
  >;
  readonly fileFacts: Readonly<Record<"content" | "givenLength" | "measuredLength" | "issues", string>>;
}

export const ROAD_REPORT_WORDS: Catalogue<RoadReportWords> = {
  zh: {
    facts: {
      routes: "路线",
      sections: "路段",
      length: "总长",
      given: "台账有桩号",
      measured: "无桩号，按长度量",
      junctions: "交叉口",
      withoutLength: "无长度的要素",
    },
    stakesOf: (routes, length) => `${routes} 条 · ${length}`,
    withoutLengthHint: "没有线形，不在任何路线上",
    all: "全部问题",
    kinds: {
      "duplicate-code": "路号重复",
      overlap: "桩号重叠",
      "stakes-disagree": "桩号跳变",
      gap: "路线断开",
      "digitised-backwards": "画线方向相反",
      branch: "支线同号",
      "no-stakes": "缺桩号",
      nameless: "无号无名",
      "dual-carriageway": "双幅路",
      loop: "环线",
    },
    means: {
      "duplicate-code": "另一处有同样路号的道路，两条不相连。按路号和桩号说一个地方时可能说的是另一条。",
      overlap: "两段道路占同一段桩号，却不是并行的双幅路。同一桩号有两个地方。",
      "stakes-disagree": "相邻路段的起点桩号与前一段的长度对不上。这里的桩号会跳，跨接头的窗口长度有出入。",
      gap: "台账里缺了一段：两头之间没有线形。排查窗口不跨缺口，缺口里的事故找不到位置。",
      "digitised-backwards": "线形从大桩号画向小桩号。系统已按相邻路段反过来用，桩号没有错位。",
      branch: "同一路号下的一条支线，自成一条路线，桩号另起。",
      "no-stakes": "这些路段没有起点桩号，按相邻路段推算，误差随长度积累。",
      nameless: "既无路号也无路名，事故记录无法指到它，只能按距离判断。",
      "dual-carriageway": "上下行两幅共用一套桩号，事故不分幅统计。这不是错误。",
      loop: "首尾相接，桩号在接头处从终点回到零点；系统按环线计算。这不是错误。",
    },
    todo: {
      "duplicate-code": "核对路号；确是两条路的，给其中一条换号或加名称。",
      overlap: "核对两段的起点桩号，改正其中一段；若是并行双幅，画在一起。",
      "stakes-disagree": "查竣工或养护资料，改正起点桩号；若是断链（长短链），在备注里写明。",
      gap: "补测缺的一段；若道路确实中断，可保持原样。",
      "digitised-backwards": "数据更新时把线形反向，使起点就是起点桩号。",
      branch: "给支线编自己的路号（如加支线号）。",
      "no-stakes": "补填起点桩号。",
      nameless: "补填路号或路名；单位内部道路可不处理。",
      "dual-carriageway": "不需处理；需要分幅统计时给两幅不同的编号。",
      loop: "不需处理。",
    },
    by: {
      gap: (length) => `缺 ${length}`,
      overlap: (length) => `重叠 ${length}`,
      "stakes-disagree": (length) => `差 ${length}`,
      branch: (length) => `长 ${length}`,
    },
    weights: { bad: "影响定位", unsure: "应当改正", plain: "仅供知晓" },
    columns: { road: "道路", issue: "问题", size: "大小" },
    stretch: (from, to) => `${from} 至 ${to}`,
    sectionCount: (count) => `${count} 个路段`,
    open: (kind, road) => `查看 ${road} ${kind}`,
    none: "没有发现影响桩号的问题。",
    noneOfKind: "没有这一类问题。",
    noRoads: "道路台账是空的：请先在“数据”页导入道路，事故才能落到路上。",
    working: "正在检查道路…",
    listed: (listed, found) => `只列出前 ${listed} 个，共 ${found} 个；导出含全部`,
    detail: "道路问题",
    meansTitle: "意味着什么",
    todoTitle: "怎么处理",
    sections: "涉及路段",
    showSection: (code) => `在地图上指出路段 ${code}`,
    moreSections: (count) => `另有 ${count} 个`,
    goThere: "到那里",
    close: "关闭",
    stakes: { given: "台账桩号", measured: "量得桩号" },
    footer: (day, took) => `道路台账截至 ${day} · 用时 ${took} 毫秒`,
    unknown: "未知",
    file: "道路桩号检查",
    sheets: { issues: "问题", facts: "路网概况" },
    fileColumns: {
      number: "序",
      weight: "影响",
      kind: "问题",
      route: "路线",
      stakes: "桩号来源",
      fromM: "起桩号 (m)",
      toM: "止桩号 (m)",
      byM: "大小 (m)",
      sections: "涉及路段编号",
      means: "意味着什么",
      todo: "怎么处理",
      longitude: "经度",
      latitude: "纬度",
      fact: "项目",
      value: "数值",
    },
    fileFacts: {
      content: "内容",
      givenLength: "台账有桩号的长度 (m)",
      measuredLength: "按长度量桩号的长度 (m)",
      issues: "问题数",
    },
  },
  en: {
    facts: {
      routes: "Routes",
      sections: "Sections",
      length: "Length",
      given: "Stakes in the ledger",
      measured: "No stakes, measured",
      junctions: "Junctions",
      withoutLength: "Features without length",
    },
    stakesOf: (routes, length) => `${routes} routes · ${length}`,
    withoutLengthHint: "no line: on no route",
    all: "All issues",
    kinds: {
      "duplicate-code": "Number used twice",
      overlap: "Stakes overlap",
      "stakes-disagree": "Stakes jump",
      gap: "Gap",
      "digitised-backwards": "Drawn backwards",
      branch: "Branch of same number",
      "no-stakes": "No stakes",
      nameless: "No number or name",
      "dual-carriageway": "Dual carriageway",
      loop: "Loop",
    },
    means: {
      "duplicate-code":
        "Elsewhere is another road of this number, not joined to it. A number and a stake may mean either.",
      overlap: "Two sections take the same stakes and are no parallel carriageways. One stake is in two places.",
      "stakes-disagree":
        "The stake at the start of a section does not follow from the length of the one before. Stakes jump here, and windows across the joint are off.",
      gap: "The ledger lacks a stretch: nothing is drawn between the two ends. Windows stop here, and accidents in it cannot be placed.",
      "digitised-backwards":
        "The line is drawn from high stakes to low ones. It is used the right way round, as its neighbours tell; stakes are not wrong.",
      branch: "A branch under the same number: a route of its own with stakes of its own.",
      "no-stakes":
        "These sections have no stake at their start. They are worked out from their neighbours, less exactly the longer they are.",
      nameless: "Neither number nor name: no record can point at it, only distance can.",
      "dual-carriageway":
        "Two carriageways share their stakes, and accidents are counted for both together. This is no mistake.",
      loop: "Its ends meet, and stakes go from its end back to zero; it is reckoned as a loop. This is no mistake.",
    },
    todo: {
      "duplicate-code": "Check the number; where they are two roads, give one another number or a name.",
      overlap: "Check the stakes at the start of both and correct one; draw parallel carriageways side by side.",
      "stakes-disagree": "Correct the stake from the records of the road; note a broken chainage where there is one.",
      gap: "Survey the missing stretch; if the road is really interrupted, leave it.",
      "digitised-backwards": "Turn the line round with the next update, so that it begins at its first stake.",
      branch: "Give the branch a number of its own.",
      "no-stakes": "Fill in the stake at the start.",
      nameless: "Fill in number or name; roads inside plants may stay.",
      "dual-carriageway": "Nothing; to count them apart, give the carriageways different numbers.",
      loop: "Nothing.",
    },
    by: {
      gap: (length) => `${length} missing`,
      overlap: (length) => `${length} overlap`,
      "stakes-disagree": (length) => `off by ${length}`,
      branch: (length) => `${length} long`,
    },
    weights: { bad: "affects placing", unsure: "to be mended", plain: "to be known" },
    columns: { road: "Road", issue: "Issue", size: "Size" },
    stretch: (from, to) => `${from} to ${to}`,
    sectionCount: (count) => `${count} sections`,
    open: (kind, road) => `Look at ${kind} of ${road}`,
    none: "Nothing was found that spoils stakes.",
    noneOfKind: "No issue of this kind.",
    noRoads: "The ledger of roads is empty: import roads on the data page first, so that accidents can be placed.",
    working: "Looking through the roads…",
    listed: (listed, found) => `The first ${listed} of ${found}; the export has all`,
    detail: "Issue of a road",
    meansTitle: "What it means",
    todoTitle: "What to do",
    sections: "Sections concerned",
    showSection: (code) => `Point at section ${code} on the map`,
    moreSections: (count) => `${count} more`,
    goThere: "Go there",
    close: "Close",
    stakes: { given: "stakes of the ledger", measured: "measured stakes" },
    footer: (day, took) => `Ledger of roads as of ${day} · ${took} ms`,
    unknown: "unknown",
    file: "road-stakes",
    sheets: { issues: "Issues", facts: "Network" },
    fileColumns: {
      number: "No.",
      weight: "Weight",
      kind: "Issue",
      route: "Route",
      stakes: "Stakes from",
      fromM: "From stake (m)",
      toM: "To stake (m)",
      byM: "Size (m)",
      sections: "Codes of sections",
      means: "What it means",
      todo: "What to do",
      longitude: "Longitude",
      latitude: "Latitude",
      fact: "Item",
      value: "Value",
    },
    fileFacts: {
      content: "Content",
      givenLength: "Length with stakes of the ledger (m)",
      measuredLength: "Length with measured stakes (m)",
      issues: "Issues",
    },
  },
};
