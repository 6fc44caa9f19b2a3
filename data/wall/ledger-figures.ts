import type { Title } from "../layers/define.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";
import type { CountFigure } from "./figure.ts";

/** The campaign of self-built houses is to be complete by this day (sector 6 of the plans for 2024-2026). */
export const HOUSE_DEADLINE = "2025-06-30";

/** A public fire-water source is to be serviced every year (sector 22). */
export const SERVICE_DAYS = 365;

const daysBefore = (today: string, days: number): string => formatLocalDay(parseLocalTime(today) - days * DAY_MS);

const DANGEROUS = "grade IN ('C', 'D')";
const NOT_CLOSED = "state IN ('open', 'working', 'done')";
const OPEN_SPOT = "state IN ('candidate', 'confirmed', 'listed', 'treating')";

const HOUSE_READING: Title = {
  zh: "C、D级且未销号；用途为“闲置”的视为无人使用",
  en: "Grades C and D that are not closed; a house whose use is “empty” counts as unused",
};

/** Every number of the wall that counts features of one ledger, by its id. */
export const LEDGER_FIGURES = {
  "hazard-sources": {
    id: "hazard-sources",
    title: { zh: "重大危险源", en: "Major hazard sources" },
    layer: "hazard-sources",
    counted: () => "level IN ('1', '2', '3', '4')",
    tone: "plain",
  },
  "hazard-grave": {
    id: "hazard-grave",
    title: { zh: "一、二级", en: "Levels 1 and 2" },
    layer: "hazard-sources",
    of: () => "level IN ('1', '2', '3', '4')",
    counted: () => "level IN ('1', '2')",
    tone: "bad",
  },
  "hazard-1": {
    id: "hazard-1",
    title: { zh: "一级", en: "Level 1" },
    layer: "hazard-sources",
    of: () => "level IN ('1', '2', '3', '4')",
    counted: () => "level = '1'",
    tone: "bad",
  },
  "hazard-2": {
    id: "hazard-2",
    title: { zh: "二级", en: "Level 2" },
    layer: "hazard-sources",
    of: () => "level IN ('1', '2', '3', '4')",
    counted: () => "level = '2'",
    tone: "bad",
  },
  "hazard-3": {
    id: "hazard-3",
    title: { zh: "三级", en: "Level 3" },
    layer: "hazard-sources",
    of: () => "level IN ('1', '2', '3', '4')",
    counted: () => "level = '3'",
    tone: "unsure",
  },
  "hazard-4": {
    id: "hazard-4",
    title: { zh: "四级", en: "Level 4" },
    layer: "hazard-sources",
    of: () => "level IN ('1', '2', '3', '4')",
    counted: () => "level = '4'",
    tone: "plain",
  },
  enterprises: {
    id: "enterprises",
    title: { zh: "企业", en: "Enterprises" },
    layer: "enterprises",
    tone: "plain",
  },
  "black-spots": {
    id: "black-spots",
    title: { zh: "在册多发点段", en: "Black spots open" },
    layer: "black-spots",
    counted: () => OPEN_SPOT,
    tone: "plain",
  },
  "black-spots-overdue": {
    id: "black-spots-overdue",
    title: { zh: "逾期未治理", en: "Overdue" },
    layer: "black-spots",
    of: () => "state IN ('listed', 'treating')",
    counted: (today) => `dueOn < DATE('${today}')`,
    tone: "bad",
  },
  houses: {
    id: "houses",
    title: { zh: "自建房", en: "Self-built houses" },
    layer: "houses",
    tone: "plain",
  },
  "houses-dangerous": {
    id: "houses-dangerous",
    title: { zh: "C、D级未销号", en: "C and D not closed" },
    layer: "houses",
    of: () => DANGEROUS,
    counted: () => NOT_CLOSED,
    tone: "bad",
  },
  "houses-in-use": {
    id: "houses-in-use",
    title: { zh: "仍有人使用", en: "Still in use" },
    layer: "houses",
    of: () => `${DANGEROUS} AND ${NOT_CLOSED}`,
    counted: () => "use IN ('own', 'business', 'rent', 'public')",
    reading: HOUSE_READING,
    tone: "bad",
  },
  "houses-in-business": {
    id: "houses-in-business",
    title: { zh: "仍在经营", en: "Still in business" },
    layer: "houses",
    of: () => `${DANGEROUS} AND ${NOT_CLOSED}`,
    counted: () => "use IN ('business', 'rent')",
    reading: {
      zh: "C、D级且未销号；用途为经营或出租",
      en: "Grades C and D that are not closed; used for business or let",
    },
    tone: "bad",
  },
  "houses-closed-in-time": {
    id: "houses-closed-in-time",
    title: { zh: "按期销号", en: "Closed in time" },
    layer: "houses",
    of: () => DANGEROUS,
    counted: () => `state = 'closed' AND closedOn <= DATE('${HOUSE_DEADLINE}')`,
    tone: "good",
  },
  "houses-closed-late": {
    id: "houses-closed-late",
    title: { zh: "逾期销号", en: "Closed late" },
    layer: "houses",
    of: () => DANGEROUS,
    counted: () => `state = 'closed' AND closedOn > DATE('${HOUSE_DEADLINE}')`,
    tone: "unsure",
  },
  "water-sources": {
    id: "water-sources",
    title: { zh: "消防水源", en: "Fire-water sources" },
    layer: "water-sources",
    tone: "plain",
  },
  "water-unusable": {
    id: "water-unusable",
    title: { zh: "不能使用", en: "Out of order" },
    layer: "water-sources",
    counted: () => "state IN ('broken', 'out-of-service', 'buried', 'frozen')",
    tone: "bad",
  },
  "water-service-overdue": {
    id: "water-service-overdue",
    title: { zh: "维护逾期", en: "Service overdue" },
    layer: "water-sources",
    counted: (today) =>
      `nextServiceOn < DATE('${today}') OR (nextServiceOn IS NULL AND servicedOn < DATE('${daysBefore(today, SERVICE_DAYS)}'))`,
    reading: {
      zh: `下次维护日期已过；未填的按最近维护满${SERVICE_DAYS}天计`,
      en: `The next service is past; where none is stated, the last is more than ${SERVICE_DAYS} days ago`,
    },
    tone: "bad",
  },
} as const satisfies Record<string, CountFigure>;

export type LedgerFigureId = keyof typeof LEDGER_FIGURES;
