import type { PlanningPart } from "../state/view.ts";
import type { Catalogue } from "./words.ts";

/** The frame of the planning page, and its check of one proposal. */
interface PlanningWords {
  readonly parts: Readonly<Record<PlanningPart, string>>;
  readonly rail: string;
  readonly check: {
    readonly unnamed: string;
    readonly variants: string;
    readonly variantName: (number: number) => string;
    readonly newVariant: string;
    readonly copyVariant: string;
    readonly removeVariant: (name: string) => string;
    readonly compare: string;
    readonly closeCompare: string;
    readonly columns: Readonly<
      Record<"name" | "use" | "verdict" | "counts" | "worst" | "narrowest" | "checked", string>
    >;
    readonly content: string;
    readonly notChecked: string;
    readonly kept: string;
    readonly name: string;
    readonly boundary: string;
    readonly draw: string;
    readonly shapes: Readonly<Record<"polygon" | "box" | "line" | "point", string>>;
    readonly drawing: string;
    readonly pick: string;
    readonly picking: string;
    readonly paste: string;
    readonly edit: string;
    readonly editing: string;
    readonly notEditable: string;
    readonly goThere: string;
    readonly remove: string;
    readonly noBoundary: string;
    readonly size: (area: string, perimeter: string) => string;
    readonly lineSize: (length: string) => string;
    readonly pointSize: string;
    readonly shift: string;
    readonly east: string;
    readonly north: string;
    readonly doShift: string;
    readonly positionError: string;
    readonly positionErrorHint: string;
    readonly outlineOf: string;
    readonly outlines: Readonly<Record<"unit" | "plant-boundary", string>>;
    readonly outlineHint: string;
    readonly cancel: string;
  };
  readonly paste: {
    readonly title: string;
    readonly hint: string;
    readonly label: string;
    readonly file: string;
    readonly take: string;
    readonly problems: Readonly<
      Record<"empty" | "not-read" | "no-shape" | "collection" | "out-of-range" | "not-a-number", string>
    >;
    readonly ofSeveral: (count: number) => string;
  };
  readonly result: {
    readonly waiting: string;
    readonly open: (questions: string) => string;
    readonly refused: string;
    readonly pending: string;
    readonly tally: (near: number, open: number, clear: number) => string;
    readonly reach: (reach: string, examined: number) => string;
    readonly none: string;
    readonly showing: string;
    readonly columns: Readonly<Record<"verdict" | "neighbour" | "clause" | "required" | "measured" | "margin", string>>;
    readonly more: (count: number) => string;
    readonly expand: (name: string) => string;
    readonly collapse: (name: string) => string;
    readonly show: string;
    readonly own: string;
    readonly short: (by: string) => string;
    readonly spare: (by: string) => string;
    readonly atWorst: string;
    readonly uncertainty: (half: string) => string;
    readonly rulesApplied: (count: number) => string;
    readonly ways: Readonly<Record<"as-hazard" | "as-target", string>>;
    readonly people: (count: string) => string;
    readonly peopleUnknown: string;
    readonly unreduced: (required: string, reduced: string) => string;
    readonly unverified: (count: number) => string;
    readonly unverifiedHint: string;
    readonly asOf: string;
    readonly asOfHint: string;
    readonly asOfDay: (day: string) => string;
    readonly footer: (day: string, edition: string) => string;
    readonly revisions: string;
    readonly took: (milliseconds: string) => string;
  };
  readonly claims: {
    readonly title: string;
    readonly add: string;
    readonly none: string;
    readonly relief: string;
    readonly condition: string;
    readonly evidence: string;
    readonly evidenceHint: string;
    readonly by: string;
    readonly forAll: string;
    readonly forOne: (name: string) => string;
    readonly save: string;
    readonly remove: string;
    readonly line: (by: string, evidence: string) => string;
    readonly gone: string;
  };
}

export const PLANNING_WORDS: Catalogue<PlanningWords> = {
  zh: {
    parts: {
      check: "核查",
      backlog: "积案",
      siting: "选址",
      grading: "分级",
      batch: "批量",
      opinion: "第二意见",
      rules: "规则",
    },
    rail: "规划工具",
    check: {
      unnamed: "未命名方案",
      variants: "方案",
      variantName: (number) => `方案 ${number}`,
      newVariant: "新建方案",
      copyVariant: "复制当前方案",
      removeVariant: (name) => `删除 ${name}`,
      compare: "并列比较",
      closeCompare: "收起比较",
      columns: {
        name: "方案",
        use: "用途",
        verdict: "结论",
        counts: "不足 / 不定 / 满足",
        worst: "最大缺口",
        narrowest: "最小余量",
        checked: "核查于",
      },
      content: "边界与用途",
      notChecked: "未核查",
      kept: "方案保存在本机浏览器；链接只带当前方案。",
      name: "名称",
      boundary: "边界",
      draw: "绘制",
      shapes: { polygon: "多边形", box: "矩形", line: "线", point: "点" },
      drawing: "在地图上绘制；双击或回车结束，Esc 取消。键盘：方向键移动地图，空格加点。",
      pick: "选取要素",
      picking: "在地图上单击一个要素，用它的轮廓作边界；Esc 取消。",
      paste: "导入",
      edit: "拖动改形",
      editing: "拖动整体移动，拖动角点改形，点中点加角点，右键删角点；Esc 结束。",
      notEditable: "多部分或带洞的边界不能拖动，可按米平移。",
      goThere: "定位",
      remove: "清除边界",
      noBoundary: "还没有边界。绘制、选取或导入一个。",
      size: (area, perimeter) => `面积 ${area}，周长 ${perimeter}`,
      lineSize: (length) => `长度 ${length}`,
      pointSize: "只有一个点：按点量取，结论偏宽",
      shift: "平移",
      east: "向东",
      north: "向北",
      doShift: "平移",
      positionError: "位置误差（σ）",
      positionErrorHint: "边界的中误差；按图放样的边界填 0",
      outlineOf: "边界是",
      outlines: { unit: "装置、建筑或储罐外缘", "plant-boundary": "厂区边界（围墙）" },
      outlineHint: "从厂区边界量起的距离，是到装置距离的下限",
      cancel: "取消",
    },
    paste: {
      title: "导入边界",
      hint: "粘贴 GeoJSON、WKT 或 KML，或选一个文件。坐标须为 WGS84（CGCS2000）经纬度；其他坐标系请先在“数据”页导入。",
      label: "边界文本",
      file: "选择文件…",
      take: "用作边界",
      problems: {
        empty: "没有内容",
        "not-read": "读不出来：不是 GeoJSON、WKT 或 KML",
        "no-shape": "里面没有点、线或面",
        collection: "几何集合或多点、多线不能作边界",
        "out-of-range": "坐标超出经纬度范围，可能是投影坐标；请在“数据”页按其坐标系导入",
        "not-a-number": "有坐标不是数",
      },
      ofSeveral: (count) => `共 ${count} 个图形，取第一个；整批地块请用“批量”`,
    },
    result: {
      waiting: "画出边界后，立即按全部规则双向核查四周。",
      open: (questions) => `还须填写：${questions}`,
      refused: "这个边界不能核查",
      pending: "核查中…",
      tally: (near, open, clear) => `不足 ${near} · 不定 ${open} · 满足 ${clear}`,
      reach: (reach, examined) => `规则最远 ${reach}；看过 ${examined} 个对象，未列的没有规则适用或在其规则之外`,
      none: "适用规则所及范围内没有任何对象。",
      showing: "按结论筛选",
      columns: {
        verdict: "判定",
        neighbour: "对象",
        clause: "条文",
        required: "应 ≥",
        measured: "实测",
        margin: "余量",
      },
      more: (count) => `再列 ${count} 行`,
      expand: (name) => `展开 ${name}`,
      collapse: (name) => `收起 ${name}`,
      show: "在地图上定位",
      own: "本项目",
      short: (by) => `缺 ${by}`,
      spare: (by) => `余 ${by}`,
      atWorst: "（最不利）",
      uncertainty: (half) => `±${half}（95%）`,
      rulesApplied: (count) => `适用 ${count} 条规则，要求最高的在前`,
      ways: { "as-hazard": "本项目为危险源", "as-target": "本项目为被保护对象" },
      people: (count) => `${count} 人`,
      peopleUnknown: "人数未知",
      unreduced: (required, reduced) => `条文 ${required}，折减后 ${reduced}`,
      unverified: (count) => `${count} 条适用规则待核实`,
      unverifiedHint: "数字须先对照正式文本；待核实的规则单独不作“距离不足”的结论",
      asOf: "核查日期",
      asOfHint: "按该日的台账和规则由服务器核查；留空为现在",
      asOfDay: (day) => `按 ${day} 的台账与规则`,
      footer: (day, edition) => `数据截至 ${day} · 规则版本 ${edition}`,
      revisions: "所用图层及其版次",
      took: (milliseconds) => `用时 ${milliseconds} ms`,
    },
    claims: {
      title: "折减主张",
      add: "主张折减…",
      none: "没有主张折减；条文允许的折减须由人举证，从不自动采用。",
      relief: "折减条文",
      condition: "条件",
      evidence: "证据",
      evidenceHint: "图号、检测报告、验收文件等，能证明条件成立",
      by: "主张人",
      forAll: "对全部对象",
      forOne: (name) => `只对 ${name}`,
      save: "主张",
      remove: "撤回",
      line: (by, evidence) => `${by}：${evidence}`,
      gone: "现行规则中已没有这一折减",
    },
  },
  en: {
    parts: {
      check: "Check",
      backlog: "Backlog",
      siting: "Siting",
      grading: "Grading",
      batch: "Batch",
      opinion: "Second opinion",
      rules: "Rules",
    },
    rail: "Planning tools",
    check: {
      unnamed: "Unnamed variant",
      variants: "Variants",
      variantName: (number) => `Variant ${number}`,
      newVariant: "New variant",
      copyVariant: "Copy this variant",
      removeVariant: (name) => `Remove ${name}`,
      compare: "Compare",
      closeCompare: "Close comparison",
      columns: {
        name: "Variant",
        use: "Use",
        verdict: "Verdict",
        counts: "Near / open / clear",
        worst: "Largest shortfall",
        narrowest: "Least margin",
        checked: "Checked",
      },
      content: "Boundary and use",
      notChecked: "not checked",
      kept: "Variants are kept in this browser; a link brings the present one only.",
      name: "Name",
      boundary: "Boundary",
      draw: "Draw",
      shapes: { polygon: "Polygon", box: "Box", line: "Line", point: "Point" },
      drawing:
        "Draw on the map; double-click or Enter ends, Esc cancels. Keys: arrows move the map, space adds a point.",
      pick: "Pick a feature",
      picking: "Click a feature on the map to take its outline as the boundary; Esc cancels.",
      paste: "Import",
      edit: "Drag and reshape",
      editing:
        "Drag the shape or its corners; click a midpoint to add a corner, right-click a corner to remove it. Esc ends.",
      notEditable: "A boundary of several parts or with holes cannot be dragged; shift it by metres.",
      goThere: "Go there",
      remove: "Remove the boundary",
      noBoundary: "No boundary yet. Draw, pick or import one.",
      size: (area, perimeter) => `Area ${area}, perimeter ${perimeter}`,
      lineSize: (length) => `Length ${length}`,
      pointSize: "A point only: measured from the point, so the answer is lenient",
      shift: "Shift",
      east: "East",
      north: "North",
      doShift: "Shift",
      positionError: "Position error (σ)",
      positionErrorHint: "Standard deviation of the boundary; 0 where it will be set out as drawn",
      outlineOf: "The boundary is",
      outlines: { unit: "the edge of the unit, building or tank", "plant-boundary": "the plant's boundary (fence)" },
      outlineHint: "A distance from the plant's boundary is the least that the distance from the unit can be",
      cancel: "Cancel",
    },
    paste: {
      title: "Import a boundary",
      hint: "Paste GeoJSON, WKT or KML, or choose a file. Positions in degrees on WGS84 (CGCS2000); bring other systems in through the Data page.",
      label: "Text of the boundary",
      file: "Choose a file…",
      take: "Use as boundary",
      problems: {
        empty: "There is nothing in it",
        "not-read": "Not readable as GeoJSON, WKT or KML",
        "no-shape": "It has no point, line or polygon",
        collection: "A collection, several points or several lines cannot be a boundary",
        "out-of-range": "Positions lie beyond degrees and may be projected; bring them in through the Data page",
        "not-a-number": "A position is not a number",
      },
      ofSeveral: (count) => `${count} shapes, the first is taken; use Batch for a whole plan`,
    },
    result: {
      waiting: "Once there is a boundary, it is checked both ways against everything around, by every rule.",
      open: (questions) => `Still to be answered: ${questions}`,
      refused: "This boundary cannot be checked",
      pending: "Checking…",
      tally: (near, open, clear) => `${near} near · ${open} open · ${clear} clear`,
      reach: (reach, examined) =>
        `Rules reach ${reach}; ${examined} objects were looked at: no rule applies to the unlisted, or they lie beyond it`,
      none: "There is nothing within the reach of any rule that applies.",
      showing: "Filter by verdict",
      columns: {
        verdict: "Verdict",
        neighbour: "Neighbour",
        clause: "Clause",
        required: "Min.",
        measured: "Measured",
        margin: "Margin",
      },
      more: (count) => `List ${count} more`,
      expand: (name) => `Expand ${name}`,
      collapse: (name) => `Collapse ${name}`,
      show: "Show on the map",
      own: "this proposal",
      short: (by) => `${by} short`,
      spare: (by) => `${by} spare`,
      atWorst: "(at worst)",
      uncertainty: (half) => `±${half} (95 %)`,
      rulesApplied: (count) => (count === 1 ? "1 rule applies" : `${count} rules apply, the most demanding first`),
      ways: { "as-hazard": "this proposal as the hazard", "as-target": "this proposal as the protected object" },
      people: (count) => `${count} people`,
      peopleUnknown: "people unknown",
      unreduced: (required, reduced) => `${required} by the clause, ${reduced} with the relief`,
      unverified: (count) => `${count} of the rules applied are to be verified`,
      unverifiedHint:
        "Read the official text first; a rule that is to be verified never alone makes a verdict of too near",
      asOf: "As of",
      asOfHint: "Checked by the server against the ledgers and rules of that day; empty means now",
      asOfDay: (day) => `By the ledgers and rules of ${day}`,
      footer: (day, edition) => `Data to ${day} · rules ${edition}`,
      revisions: "Layers used and their revisions",
      took: (milliseconds) => `${milliseconds} ms`,
    },
    claims: {
      title: "Reliefs claimed",
      add: "Claim a relief…",
      none: "No relief claimed. What a clause allows has to be shown by a person; it is never applied by itself.",
      relief: "Relief",
      condition: "Condition",
      evidence: "Evidence",
      evidenceHint: "Drawing number, test report, acceptance record: what shows that the condition holds",
      by: "Claimed by",
      forAll: "for all neighbours",
      forOne: (name) => `for ${name} only`,
      save: "Claim",
      remove: "Withdraw",
      line: (by, evidence) => `${by}: ${evidence}`,
      gone: "The rules in force no longer have this relief",
    },
  },
};
