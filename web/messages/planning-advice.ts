import type { AdviceStep } from "#data/analyses/grade-results.ts";
import type { DevelopmentUse, HseAdvice, HseZone, LevelRule } from "#data/standards/hse.ts";
import type { Catalogue } from "./words.ts";

type Step<Code extends AdviceStep["code"]> =
  Extract<AdviceStep, { code: Code }> extends { values: infer Values } ? (values: Values) => string : () => string;

/** The British method and its written reason. */
export interface AdviceWords {
  notLaw: string;
  hazards: string;
  byFile: string;
  place: string;
  placing: string;
  hazardName: (number: number) => string;
  nameLabel: string;
  zones: Readonly<Record<HseZone, string>>;
  remove: (name: string) => string;
  pickSource: string;
  badRadii: string;
  noRadii: string;
  fileHint: string;
  badZones: string;
  development: string;
  useProposal: string;
  draw: string;
  drawing: string;
  drawn: string;
  proposalUsed: (name: string) => string;
  noDevelopment: string;
  uses: string;
  addUse: string;
  types: Readonly<Record<DevelopmentUse["type"], string>>;
  facts: Readonly<Record<string, string>>;
  routes: Readonly<Record<"major" | "minor", string>>;
  stays: Readonly<Record<"overnight" | "day", string>>;
  waiting: string;
  advices: Readonly<Record<HseAdvice, string>>;
  levels: (level: number) => string;
  outside: string;
  reason: string;
  decides: string;
  notAssessed: (uses: string) => string;
  rules: Readonly<Record<LevelRule, string>>;
  steps: Readonly<{ [Code in AdviceStep["code"]]: Step<Code> }>;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

const zh = {
  zones: { inner: "内区", middle: "中区", outer: "外区" },
  advices: { AA: "反对（AA）", DAA: "不反对（DAA）", none: "区外，不作建议" },
  rules: {
    workplace: "工作场所，人数少于 100 且不足 3 层",
    "workplace-large": "工作场所，100 人及以上或 3 层及以上",
    "workplace-sheltered": "残疾人工作场所",
    "workplace-at-hazard": "危险源场所本身的工作场所",
    "housing-few": "住宅 1～2 户",
    housing: "住宅，不超过 30 户且密度不超过每公顷 40 户",
    "housing-many": "住宅超过 30 户",
    "housing-dense": "住宅密度超过每公顷 40 户",
    "beds-few": "少量床位或营位",
    beds: "宾馆、营地，不超过 100 床或 33 个营位",
    "beds-many": "宾馆、营地，超过 100 床或 33 个营位",
    "transport-minor": "一般道路",
    "transport-major": "主要交通线路",
    "indoor-small": "室内公众场所，不足 250 m²",
    indoor: "室内公众场所，250～5000 m²",
    "indoor-large": "室内公众场所，超过 5000 m²",
    "outdoor-small": "户外公众场所，不超过 100 人",
    outdoor: "户外公众场所，101～1000 人",
    "outdoor-large": "户外公众场所，超过 1000 人",
    institution: "学校、医院、养老等机构",
    "institution-large": "大型机构（过夜超过 0.25 公顷，日间超过 1.4 公顷）",
    prison: "监所",
    parking: "停车场",
    "parking-public": "公众停车场",
    landscape: "绿地、园林",
  },
} as const;

const en = {
  zones: { inner: "inner zone", middle: "middle zone", outer: "outer zone" },
  advices: { AA: "Advise against (AA)", DAA: "Do not advise against (DAA)", none: "Outside every zone: no advice" },
  rules: {
    workplace: "workplace of fewer than 100 people and fewer than 3 storeys",
    "workplace-large": "workplace of 100 people or more, or of 3 storeys or more",
    "workplace-sheltered": "workplace for people with disabilities",
    "workplace-at-hazard": "workplace at the hazard site itself",
    "housing-few": "one or two dwellings",
    housing: "housing of at most 30 dwellings and at most 40 per hectare",
    "housing-many": "housing of more than 30 dwellings",
    "housing-dense": "housing denser than 40 dwellings per hectare",
    "beds-few": "few beds or pitches",
    beds: "hotel or holiday site of at most 100 beds or 33 pitches",
    "beds-many": "hotel or holiday site of more than 100 beds or 33 pitches",
    "transport-minor": "minor road",
    "transport-major": "major transport link",
    "indoor-small": "indoor use by the public below 250 m²",
    indoor: "indoor use by the public from 250 to 5,000 m²",
    "indoor-large": "indoor use by the public above 5,000 m²",
    "outdoor-small": "outdoor use by at most 100 people",
    outdoor: "outdoor use by 101 to 1,000 people",
    "outdoor-large": "outdoor use by more than 1,000 people",
    institution: "institution for vulnerable people",
    "institution-large": "large institution (above 0.25 ha overnight, above 1.4 ha by day)",
    prison: "prison",
    parking: "parking",
    "parking-public": "parking for the public",
    landscape: "landscaping",
  },
} as const;

export const ADVICE_WORDS: Catalogue<AdviceWords> = {
  zh: {
    notLaw:
      "这是英国健康安全局（HSE）的规划建议方法，只作第二意见，不是中国法规，不替代间距核查。判定表凭记忆录入，引用前请对照 HSE 原文。",
    hazards: "危险源与三区",
    byFile: "从文件导入三区",
    place: "在地图上点中心",
    placing: "在地图上点一下危险源的位置；Esc 取消。",
    hazardName: (number) => `危险源 ${number}`,
    nameLabel: "名称",
    zones: zh.zones,
    remove: (name) => `删除 ${name}`,
    pickSource: "选台账里的危险源，或：",
    badRadii: "半径须由内到外变大",
    noRadii: "按后果模型或报告填各区半径，至少一个；从点位量起",
    fileHint: "属性里写有 inner/middle/outer 或 内/中/外，或正好三个套叠的面",
    badZones: "认不出哪个是内区、中区、外区",
    development: "开发地块",
    useProposal: "用当前拟建项目",
    draw: "画地块",
    drawing: "在地图上画地块；双击或回车结束，Esc 取消。",
    drawn: "用画的地块",
    proposalUsed: (name) => `用当前拟建项目${name && `：${name}`}`,
    noDevelopment: "还没有地块：画一个，或在“核查”里画好拟建项目。",
    uses: "用途与规模",
    addUse: "添加用途",
    types: {
      workplace: "工作场所",
      housing: "住宅",
      hotel: "宾馆",
      "holiday-pitches": "营地",
      transport: "交通线路",
      "indoor-public": "室内公众场所",
      "outdoor-public": "户外公众场所",
      institution: "学校、医院、养老等",
      prison: "监所",
      parking: "停车场",
      landscape: "绿地",
    },
    facts: {
      occupants: "最多一栋的人数",
      storeys: "最高一栋层数",
      sheltered: "残疾人工作场所",
      atHazardSite: "属危险源场所本身",
      dwellings: "户数",
      beds: "床位",
      pitches: "营位",
      route: "线路",
      floorAreaM2: "建筑面积 (m²)",
      people: "最多人数",
      stay: "停留",
      public: "供公众用",
    },
    routes: { major: "高速、主干线", minor: "一般道路" },
    stays: { overnight: "过夜", day: "日间" },
    waiting: "给出至少一个危险源的三区、地块和用途。",
    advices: zh.advices,
    levels: (level) => `敏感度 ${level} 级`,
    outside: "区外",
    reason: "理由",
    decides: "起决定作用",
    notAssessed: (uses) => `不单独评定：${uses}`,
    rules: zh.rules,
    steps: {
      "sizes-added": ({ uses }) => `${uses} 处同类用途的规模相加。`,
      level: ({ rule, level }) => `${zh.rules[rule]}：敏感度 ${level} 级。`,
      share: ({ zone, share }) => `${percent(share)} 的面积在${zh.zones[zone]}内，达到一成。`,
      "straddles-little": ({ zone, share }) => `${zh.zones[zone]}内只有 ${percent(share)}，不足一成，看外一层。`,
      "ancillary-only": ({ zone }) => `${zh.zones[zone]}内只有停车或绿地，不计。`,
      zone: ({ zone }) => `按${zh.zones[zone]}评定。`,
      outside: () => "不在任何一区内。",
      matrix: ({ level, zone, advice }) => `判定表：${level} 级、${zh.zones[zone]}：${zh.advices[advice]}。`,
    },
  },
  en: {
    notLaw:
      "This is the land use planning method of the British Health and Safety Executive: a second opinion, no Chinese law, and no substitute for the check of distances. Its tables are from memory: compare them with the original before quoting.",
    hazards: "Hazards and their zones",
    byFile: "Zones from a file",
    place: "Click the centre on the map",
    placing: "Click the place of the hazard on the map; Esc cancels.",
    hazardName: (number) => `Hazard ${number}`,
    nameLabel: "Name",
    zones: en.zones,
    remove: (name) => `Remove ${name}`,
    pickSource: "Choose a hazard source, or:",
    badRadii: "Radii must grow from the inside out",
    noRadii: "Give the radii of a model or report, at least one, measured from the place",
    fileHint: "Areas whose properties say inner, middle or outer, or exactly three areas one inside the other",
    badZones: "It does not show which area is the inner, middle or outer zone",
    development: "Development",
    useProposal: "Use the present proposal",
    draw: "Draw it",
    drawing: "Draw the development on the map; double-click or Enter ends, Esc cancels.",
    drawn: "As drawn",
    proposalUsed: (name) => `The present proposal${name && `: ${name}`}`,
    noDevelopment: "No development yet: draw one, or draw a proposal in the check.",
    uses: "Uses and sizes",
    addUse: "Add a use",
    types: {
      workplace: "Workplace",
      housing: "Housing",
      hotel: "Hotel",
      "holiday-pitches": "Holiday site",
      transport: "Transport link",
      "indoor-public": "Indoor use by the public",
      "outdoor-public": "Outdoor use by the public",
      institution: "School, hospital, care home",
      prison: "Prison",
      parking: "Parking",
      landscape: "Landscaping",
    },
    facts: {
      occupants: "People in the fullest building",
      storeys: "Storeys of the highest",
      sheltered: "For people with disabilities",
      atHazardSite: "At the hazard site itself",
      dwellings: "Dwellings",
      beds: "Beds",
      pitches: "Pitches",
      route: "Route",
      floorAreaM2: "Floor area (m²)",
      people: "People at most",
      stay: "Stay",
      public: "For the public",
    },
    routes: { major: "motorway or trunk", minor: "minor road" },
    stays: { overnight: "overnight", day: "by day" },
    waiting: "Give the zones of at least one hazard, the development and its uses.",
    advices: en.advices,
    levels: (level) => `sensitivity level ${level}`,
    outside: "outside",
    reason: "Reason",
    decides: "decides",
    notAssessed: (uses) => `Not assessed by itself: ${uses}`,
    rules: en.rules,
    steps: {
      "sizes-added": ({ uses }) => `The sizes of ${uses} uses of one type are added up.`,
      level: ({ rule, level }) => `${capital(en.rules[rule])}: sensitivity level ${level}.`,
      share: ({ zone, share }) => `${percent(share)} of the area lies in the ${en.zones[zone]}, a tenth or more.`,
      "straddles-little": ({ zone, share }) =>
        `Only ${percent(share)} lies in the ${en.zones[zone]}, less than a tenth: the next zone outward is asked.`,
      "ancillary-only": ({ zone }) => `Only parking or landscaping lies in the ${en.zones[zone]}: it does not count.`,
      zone: ({ zone }) => `It counts as in the ${en.zones[zone]}.`,
      outside: () => "It lies outside every zone.",
      matrix: ({ level, zone, advice }) => `The matrix for level ${level}, ${en.zones[zone]}: ${en.advices[advice]}.`,
    },
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
