import type { Title } from "../layers/define.ts";
import type { LedgerFigureId } from "./ledger-figures.ts";

/** A panel that is nothing but numbers of the ledgers, one to a line. */
export interface CountPanel {
  readonly id: string;
  readonly title: Title;
  readonly figures: readonly LedgerFigureId[];
}

/** Panels of numbers. */
export const COUNT_PANELS: readonly CountPanel[] = [
  {
    id: "ledgers",
    title: { zh: "五类台账", en: "Five ledgers" },
    figures: ["hazard-sources", "black-spots", "enterprises", "houses", "water-sources"],
  },
  {
    id: "attention",
    title: { zh: "需要处置", en: "Needs action" },
    figures: ["hazard-grave", "black-spots-overdue", "houses-in-use", "water-unusable", "water-service-overdue"],
  },
  {
    id: "hazard-levels",
    title: { zh: "重大危险源等级", en: "Levels of hazard sources" },
    figures: ["hazard-1", "hazard-2", "hazard-3", "hazard-4"],
  },
  {
    id: "houses-in-danger",
    title: { zh: "C、D级自建房", en: "Houses of grades C and D" },
    figures: ["houses-dangerous", "houses-in-use", "houses-in-business"],
  },
  {
    id: "houses-deadline",
    title: { zh: "2025年6月30日期限", en: "Deadline 30 June 2025" },
    figures: ["houses-closed-in-time", "houses-closed-late", "houses-dangerous"],
  },
  {
    id: "water-state",
    title: { zh: "消防水源状况", en: "State of the water sources" },
    figures: ["water-sources", "water-unusable", "water-service-overdue"],
  },
];

/** Panels that draw something of their own. */
export const DRAWN_PANELS: readonly { readonly id: string; readonly title: Title }[] = [
  { id: "changes", title: { zh: "今日变化", en: "Changed today" } },
  { id: "districts", title: { zh: "镇街风险", en: "Risk by district" } },
  { id: "black-spots", title: { zh: "事故多发点段", en: "Black spots" } },
  { id: "watch-list", title: { zh: "临界点段", en: "One crash short" } },
  { id: "crash-week", title: { zh: "事故时段", en: "When crashes happen" } },
  { id: "hazard-surroundings", title: { zh: "500米范围", en: "Within 500 m" } },
  { id: "hazard-substances", title: { zh: "危险物质", en: "Substances" } },
  { id: "hazard-conflicts", title: { zh: "间距冲突", en: "Too near" } },
  { id: "houses-near-hazards", title: { zh: "危险源附近的危房", en: "Houses near hazards" } },
  { id: "houses-deadline-districts", title: { zh: "各镇街销号进度", en: "Closing by district" } },
  { id: "water-gaps", title: { zh: "水源覆盖盲区", en: "Out of reach of water" } },
  { id: "water-gap-districts", title: { zh: "各镇街盲区", en: "Out of reach by district" } },
  { id: "water-unusable", title: { zh: "不能使用的水源", en: "Out of order" } },
  { id: "water-overdue", title: { zh: "维护逾期的水源", en: "Service overdue" } },
  { id: "campaign-total", title: { zh: "三年行动进度", en: "The campaign" } },
  { id: "campaign-targets", title: { zh: "可衡量的目标", en: "Targets that can be measured" } },
  { id: "campaign-sectors", title: { zh: "22个行业方案", en: "The 22 sector plans" } },
  { id: "alarms", title: { zh: "告警", en: "Alarms" } },
  { id: "alarm", title: { zh: "告警详情", en: "The alarm" } },
  { id: "weather", title: { zh: "气象预警", en: "Weather warnings" } },
  { id: "duty", title: { zh: "当班人员", en: "On duty" } },
  { id: "incident-around", title: { zh: "周边情况", en: "Around it" } },
  { id: "incident-water", title: { zh: "最近的消防水源", en: "Nearest fire water" } },
  { id: "crash-months", title: { zh: "逐月对比", en: "This year and last" } },
];

/** Every panel that a scene may name. */
export const PANELS: readonly { readonly id: string; readonly title: Title }[] = [...COUNT_PANELS, ...DRAWN_PANELS];

/** What analyses draw on the map of a scene, beside the ledgers. */
export const OVERLAYS: readonly { readonly id: string; readonly title: Title }[] = [
  { id: "road-density", title: { zh: "路网事故密度", en: "Crashes along the roads" } },
  { id: "black-spots", title: { zh: "事故多发点段", en: "Black spots" } },
  { id: "water-gaps", title: { zh: "水源覆盖盲区", en: "Out of reach of water" } },
];
