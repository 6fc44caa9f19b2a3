import type { RiskReason, RiskVerdict } from "#data/analyses/grade-results.ts";
import type { ProtectionClass, RiskStatus } from "#data/standards/protection-class.ts";
import type { AreasProblem } from "../workspaces/planning/second-opinions/read-areas.ts";
import { ADVICE_WORDS, type AdviceWords } from "./planning-advice.ts";
import type { Catalogue } from "./words.ts";

/** Opinions beside the Chinese distances: imported risk contours, and the British method. */
interface SecondWords {
  readonly tabs: Readonly<Record<"risk" | "advice", string>>;
  readonly problems: Readonly<Record<AreasProblem, string>>;
  readonly file: Readonly<{ choose: string; loaded: (name: string, areas: number) => string; forget: string }>;
  readonly pending: string;
  readonly risk: Readonly<{
    hint: string;
    file: string;
    column: string;
    unit: string;
    units: Readonly<Record<"perYear" | "perMillionYears" | "exponent", string>>;
    unreadable: (values: string) => string;
    range: (contours: number, least: string, most: string) => string;
    byHand: string;
    area: (number: number, area: string, name: string) => string;
    noColumn: string;
    status: string;
    statuses: Readonly<Record<RiskStatus, string>>;
    ownSite: string;
    waiting: string;
    counts: (bad: number, open: number, good: number) => string;
    people: (people: number, unknown: number) => string;
    peopleUnknown: string;
    own: (count: number) => string;
    openClasses: (classes: string) => string;
    columns: Readonly<Record<"verdict" | "target" | "classes" | "limit" | "risk" | "people", string>>;
    verdicts: Readonly<Record<RiskVerdict, string>>;
    classes: Readonly<Record<ProtectionClass, string>>;
    reasons: Readonly<Record<RiskReason, string>>;
    none: string;
    more: (count: number) => string;
    clause: string;
  }>;
  readonly advice: AdviceWords;
}

export const SECOND_WORDS: Catalogue<SecondWords> = {
  zh: {
    tabs: { risk: "个人风险（QRA）", advice: "英国 HSE 方法" },
    problems: {
      "not-read": "读不出来：须是 GeoJSON、KML 或 WKT（WGS84 经纬度）",
      archive: "浏览器读不了 Shapefile 和压缩包：请先转成 GeoJSON（WGS84），例如在 QGIS 中“导出为”",
      "no-areas": "里面没有面，也没有闭合的线",
      "out-of-range": "坐标超出经纬度范围，可能是投影坐标；请先转为 WGS84",
      "too-large": "文件超过 20 MB",
    },
    file: {
      choose: "选择文件…",
      loaded: (name, areas) => `${name}：${areas} 个面`,
      forget: "不用这个文件",
    },
    pending: "计算中…",
    risk: {
      hint: "等值线来自定量风险评价报告，按 GB 36894-2018 逐处判定防护目标；两条线之间不插值。文件：GeoJSON、KML 或 WKT（WGS84）；Shapefile 须先转成 GeoJSON。",
      file: "个人风险等值线",
      column: "数值列",
      unit: "单位",
      units: { perYear: "次/年（如 3E-6）", perMillionYears: "10⁻⁶ 次/年（如 3）", exponent: "10 的指数（如 -6）" },
      unreadable: (values) => `这些值不是 0 到 1 之间的频率，未用：${values}`,
      range: (contours, least, most) =>
        least === most ? `${contours} 条等值线：${least} 次/年` : `${contours} 条等值线：${least} 至 ${most} 次/年`,
      byHand: "文件里没有每个面都有数值的列：照报告填每个面的值",
      area: (number, area, name) => [`第 ${number} 个面`, name, area].filter(Boolean).join(" · "),
      noColumn: "没有每个面都有数值的列，面又太多，无法逐个填写：请在文件里加上数值列",
      status: "危险源",
      statuses: { new: "新建、改建、扩建", "in-service": "在役" },
      ownSite: "当前拟建项目的边界就是装置本身（其内不算防护目标）",
      waiting: "选择等值线文件、数值列和单位。",
      counts: (bad, open, good) => `不可接受 ${bad} · 不能判定 ${open} · 可接受 ${good}`,
      people: (people, unknown) => `${people} 人${unknown > 0 ? `，${unknown} 处人数未知` : ""}`,
      peopleUnknown: "未知",
      own: (count) => `装置内 ${count} 处不算防护目标`,
      openClasses: (classes) => `最低一条等值线高于这些类别的限值，线外不能判定：${classes}`,
      columns: {
        verdict: "判定",
        target: "防护目标",
        classes: "类别",
        limit: "限值",
        risk: "个人风险",
        people: "人数",
      },
      verdicts: { unacceptable: "不可接受", "cannot-tell": "不能判定", acceptable: "可接受" },
      classes: {
        "high-sensitive": "高敏感",
        important: "重要",
        "general-1": "一般一类",
        "general-2": "一般二类",
        "general-3": "一般三类",
      },
      reasons: {
        "between-contours": "限值在两条等值线之间",
        "position-error": "位置误差跨过等值线",
        "error-not-stated": "未注明位置误差，按 1 m 计",
        "class-open": "缺少决定类别的事实",
        "class-disagrees": "台账类别与按规模推算的不同，两者都试",
        grouped: "与邻近低层住宅合为一组",
      },
      none: "等值线内没有防护目标。",
      more: (count) => `再列 ${count} 处`,
      clause: "GB 36894-2018 表1（限值凭记忆录入，待本地专家确认）",
    },
    advice: ADVICE_WORDS.zh,
  },
  en: {
    tabs: { risk: "Individual risk (QRA)", advice: "British HSE method" },
    problems: {
      "not-read": "Not readable: it must be GeoJSON, KML or WKT in degrees on WGS84",
      archive:
        "A browser reads neither Shapefiles nor archives: convert it to GeoJSON (WGS84) first, for instance with Export in QGIS",
      "no-areas": "It has neither areas nor closed lines",
      "out-of-range": "Positions lie beyond degrees and may be projected; convert to WGS84 first",
      "too-large": "The file is above 20 MB",
    },
    file: {
      choose: "Choose a file…",
      loaded: (name, areas) => `${name}: ${areas} areas`,
      forget: "Forget this file",
    },
    pending: "Working…",
    risk: {
      hint: "Contours come from a risk assessment; each protection target is judged by GB 36894-2018. Nothing is interpolated between two lines. Files: GeoJSON, KML or WKT (WGS84); convert a Shapefile to GeoJSON first.",
      file: "Individual risk contours",
      column: "Column of the value",
      unit: "Unit",
      units: {
        perYear: "per year (such as 3E-6)",
        perMillionYears: "10⁻⁶ per year (such as 3)",
        exponent: "power of ten (such as -6)",
      },
      unreadable: (values) => `These are no frequencies between 0 and 1 and are left out: ${values}`,
      range: (contours, least, most) =>
        least === most
          ? `${contours} contours: ${least} per year`
          : `${contours} contours: ${least} to ${most} per year`,
      byHand: "No column holds a number in every area: give each area's value as the report says it",
      area: (number, area, name) => [`Area ${number}`, name, area].filter(Boolean).join(" · "),
      noColumn:
        "No column holds a number in every area, and there are too many to give by hand: add a column to the file",
      status: "The hazard is",
      statuses: { new: "new, rebuilt or extended", "in-service": "in service" },
      ownSite: "The present proposal's boundary is the plant itself (inside is no protection target)",
      waiting: "Choose a file of contours, the column of the value and its unit.",
      counts: (bad, open, good) => `${bad} not acceptable · ${open} cannot tell · ${good} acceptable`,
      people: (people, unknown) => `${people} people${unknown > 0 ? `, ${unknown} places unknown` : ""}`,
      peopleUnknown: "unknown",
      own: (count) => `${count} places inside the plant are no protection targets`,
      openClasses: (classes) =>
        `The lowest contour is above the limit of these classes, so that outside of it nothing can be said: ${classes}`,
      columns: {
        verdict: "Verdict",
        target: "Protection target",
        classes: "Class",
        limit: "Limit",
        risk: "Individual risk",
        people: "People",
      },
      verdicts: { unacceptable: "not acceptable", "cannot-tell": "cannot tell", acceptable: "acceptable" },
      classes: {
        "high-sensitive": "highly sensitive",
        important: "important",
        "general-1": "general 1",
        "general-2": "general 2",
        "general-3": "general 3",
      },
      reasons: {
        "between-contours": "the limit lies between two contours",
        "position-error": "the position error reaches over a contour",
        "error-not-stated": "no position error stated; 1 m taken",
        "class-open": "facts that decide the class are missing",
        "class-disagrees": "the ledger's class differs from what the size gives; both tried",
        grouped: "one group with low houses close by",
      },
      none: "There is no protection target inside the contours.",
      more: (count) => `List ${count} more`,
      clause: "GB 36894-2018, table 1 (limits from memory, to be confirmed locally)",
    },
    advice: ADVICE_WORDS.en,
  },
};
