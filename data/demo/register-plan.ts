/** How far an entry of the register has come. Days count back from the zone's day; negative ones lie after it. */
export interface RegisterPlan {
  readonly state: "listed" | "treating" | "confirmed" | "candidate" | "closed" | "evaluated";
  readonly level: "ministry" | "region" | "city" | "county" | null;
  readonly listed: number | null;
  /** Works finished. */
  readonly treated: number | null;
  readonly closed: number | null;
  readonly evaluated: number | null;
  /** What has to be done next. */
  readonly next: number | null;
  readonly treatment: string | null;
  /**
   * One accident in so many of a planted spot happened after the works, spread evenly; `null`: as chance has it.
   * The periods before and after the works are about as long.
   */
  readonly oneAfterIn: number | null;
}

/** A spot is to be treated within a year of its listing. */
export const TREATED_WITHIN_DAYS = 365;

/** Works take so long; no accident of the spot falls into them. */
export const WORKS_DAYS = 45;

const UNTREATED = { treated: null, closed: null, evaluated: null, treatment: null, oneAfterIn: null } as const;

/** The planted spots that are in the register, by their place in the plan: every other one. */
export const REGISTERED: ReadonlyMap<number, RegisterPlan> = new Map<number, RegisterPlan>([
  [0, { ...UNTREATED, state: "listed", level: "region", listed: 120, next: -30 }],
  // Overdue: its year is over and the works are not finished.
  [
    2,
    {
      ...UNTREATED,
      state: "treating",
      level: "city",
      listed: 420,
      next: 20,
      treatment: "增设信号灯和左转专用车道，完善路口照明，施工中",
    },
  ],
  [4, { ...UNTREATED, state: "confirmed", level: null, listed: null, next: -15 }],
  [
    6,
    {
      state: "closed",
      level: "city",
      listed: 830,
      treated: 600,
      closed: 560,
      evaluated: null,
      next: -130,
      treatment: "弯道外侧加装波形梁护栏，设线形诱导标和减速标线，限速降至40 km/h",
      oneAfterIn: 9,
    },
  ],
  // Works in vain: as many accidents after as before.
  [
    8,
    {
      state: "evaluated",
      level: "county",
      listed: 860,
      treated: 580,
      closed: 550,
      evaluated: 60,
      next: -30,
      treatment: "重划路口标线，增设警告标志",
      oneAfterIn: 2,
    },
  ],
  [10, { ...UNTREATED, state: "listed", level: "county", listed: 95, next: -45 }],
  [
    12,
    {
      state: "evaluated",
      level: "region",
      listed: 800,
      treated: 570,
      closed: 540,
      evaluated: 40,
      next: null,
      treatment: "增设信号灯与左转专用相位，中央隔离护栏封闭开口，渠化路口",
      oneAfterIn: 8,
    },
  ],
]);

/** Entries elsewhere: two closed before the accidents of the ledger begin to count, and one that was only reported. */
export const NOT_BORNE_OUT: readonly RegisterPlan[] = [
  {
    state: "closed",
    level: "city",
    listed: 1_060,
    treated: 840,
    closed: 810,
    evaluated: null,
    next: -255,
    treatment: "增设中央隔离护栏和人行横道",
    oneAfterIn: null,
  },
  {
    state: "closed",
    level: "county",
    listed: 1_010,
    treated: 790,
    closed: 760,
    evaluated: null,
    next: -305,
    treatment: "清理遮挡视线的行道树，增设让行标志",
    oneAfterIn: null,
  },
  { ...UNTREATED, state: "candidate", level: null, listed: null, next: -10 },
];
