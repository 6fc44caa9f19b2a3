import type { Title } from "../layers/define.ts";

const of = (zh: string, en: string): Title => ({ zh, en });

/** What the goals of the plans are counted in. */
export const UNITS = {
  percent: of("%", "%"),
  "accidents-and-deaths": of("起和人", "accidents and deaths"),
  activities: of("项活动", "activities"),
  batches: of("批", "batches"),
  "blocked-lanes": of("条被占通道", "blocked lanes"),
  boilers: of("台锅炉", "boilers"),
  checks: of("次检查", "checks"),
  classes: of("类", "classes"),
  courses: of("次培训", "courses"),
  drills: of("次演练", "drills"),
  duties: of("项到位", "duties"),
  evaluations: of("次评价", "evaluations"),
  events: of("次", "events"),
  houses: of("户", "houses"),
  lessons: of("次课", "lessons"),
  lists: of("份清单", "lists"),
  months: of("个月", "months"),
  "net-dangers-per-quarter": of("项净增隐患/季", "net dangers per quarter"),
  "night-drills": of("次夜间演练", "night drills"),
  "open-dangers": of("项未销号隐患", "open dangers"),
  "open-sections": of("处未治理", "open sections"),
  "overdue-dangers": of("项逾期隐患", "overdue dangers"),
  overhauls: of("次检修", "overhauls"),
  overlaps: of("处重叠", "overlaps"),
  people: of("人", "people"),
  places: of("处", "places"),
  plans: of("份计划", "plans"),
  posts: of("件作品", "posts"),
  ratings: of("次评估", "ratings"),
  records: of("条记录", "records"),
  reports: of("份报告", "reports"),
  reviews: of("次评估", "reviews"),
  rounds: of("轮", "rounds"),
  services: of("次维护", "services"),
  "share-of-premises": of("场所占比", "share of premises"),
  "share-of-villages": of("嘎查村占比", "share of villages"),
  "share-usable": of("完好占比", "share usable"),
  sites: of("处", "sites"),
  spots: of("处", "spots"),
  stages: of("个阶段", "stages"),
  systems: of("个系统", "systems"),
  talks: of("场", "talks"),
  updates: of("次更新", "updates"),
  visits: of("次督导", "visits"),
} as const satisfies Record<string, Title>;

export type Unit = keyof typeof UNITS;
export const UNIT_IDS = Object.keys(UNITS) as [Unit, ...Unit[]];
