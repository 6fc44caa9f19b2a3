import type { HseZone } from "#data/standards/hse.ts";
import type { Catalogue } from "./words.ts";

export type RefusalCode =
  | "outside-lower"
  | "risk-twice"
  | "outside-zone"
  | "outside-development"
  | "landscape-alone"
  | "no-ground"
  | "self-crossing"
  | "not-closed"
  | "zero-area"
  | "too-few-corners"
  | "too-many-corners"
  | "too-wide"
  | "too-many";

/** Why a second opinion cannot be given, and on what it hangs. */
interface RefusalWords {
  readonly title: string;
  readonly sentence: (field: string, reason: string) => string;
  readonly fields: Readonly<{
    contours: string;
    contour: (risk: string) => string;
    site: string;
    development: string;
    hazards: string;
    zone: (hazard: string, zone: HseZone) => string;
    uses: string;
  }>;
  readonly reasons: Readonly<Record<RefusalCode, string>>;
}

const ZONES = {
  zh: { inner: "内区", middle: "中区", outer: "外区" },
  en: { inner: "inner zone", middle: "middle zone", outer: "outer zone" },
} as const;

export const REFUSAL_WORDS: Catalogue<RefusalWords> = {
  zh: {
    title: "不能判定",
    sentence: (field, reason) => `${field}：${reason}`,
    fields: {
      contours: "等值线",
      contour: (risk) => `等值线 ${risk}/年`,
      site: "装置边界",
      development: "开发地块",
      hazards: "危险源",
      zone: (hazard, zone) => `${hazard}的${ZONES.zh[zone]}`,
      uses: "用途",
    },
    reasons: {
      "outside-lower":
        "超出了风险低一级的等值线。每条等值线须是整片区域（连同其内风险更高的部分），逐级套叠，不能交叉，也不能是环带",
      "risk-twice": "同一数值给了两次；同值的几片须合为一条",
      "outside-zone": "超出了外一层的分区。各区须是整片区域，由内到外逐层套叠",
      "outside-development": "超出了开发地块",
      "landscape-alone": "只有绿地时没有敏感度，须给出它所属的用途",
      "no-ground": "除去停车和绿地，其他用途没有剩下的地",
      "self-crossing": "边线自相交",
      "not-closed": "边线没有闭合",
      "zero-area": "没有面积",
      "too-few-corners": "顶点太少",
      "too-many-corners": "顶点太多，须先简化到 2 万个以内",
      "too-wide": "范围超过 2°，可能不是经纬度",
      "too-many": "太多：等值线至多 12 条，危险源和用途各至多 30 个",
    },
  },
  en: {
    title: "Cannot be judged",
    sentence: (field, reason) => `${field}: ${reason}`,
    fields: {
      contours: "Contours",
      contour: (risk) => `Contour ${risk} per year`,
      site: "Plant boundary",
      development: "Development",
      hazards: "Hazards",
      zone: (hazard, zone) => `${hazard}, ${ZONES.en[zone]}`,
      uses: "Uses",
    },
    reasons: {
      "outside-lower":
        "reaches out of the contour of the next lower risk. Each must be a whole area (higher risks included) inside the next, neither crossing it nor a band",
      "risk-twice": "this value is given twice; parts of one value must be one contour",
      "outside-zone": "reaches out of the next zone. Each must be a whole area inside the next one outward",
      "outside-development": "reaches out of the development",
      "landscape-alone": "landscaping alone has no level: say the use that it belongs to",
      "no-ground": "parking and landscaping leave no ground for the other uses",
      "self-crossing": "the edge crosses itself",
      "not-closed": "the edge is not closed",
      "zero-area": "it has no area",
      "too-few-corners": "it has too few corners",
      "too-many-corners": "it has too many corners: simplify it to 20,000",
      "too-wide": "it is wider than 2° and may not be in degrees",
      "too-many": "too many: at most 12 contours, 30 hazards and 30 uses",
    },
  },
};
