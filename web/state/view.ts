import { z } from "zod";
import { LAYER_IDS, LAYERS } from "#data/layers/index.ts";
import { parseLocalTime } from "#data/snapshot/local-time.ts";
import { CRASH_PARAMETERS } from "#data/traffic/crash-parameters.ts";
import { NETWORK_ISSUE_KINDS } from "#data/traffic/network/route.ts";
import { DEFAULT_TOLERANCE_M, PLACING_REASONS } from "#data/traffic/placing/placed.ts";
import { RuleSettingsSchema } from "#data/traffic/rule-sets/rule-set.ts";
import { SiteSchema } from "#data/traffic/site.ts";
import { CarriersSchema } from "./carriers-view.ts";
import { ProposalDraftSchema } from "./proposal-draft.ts";
import { TimesSchema } from "./times-view.ts";
import { WorksSchema } from "./works-view.ts";

/** Everything that a link must bring back: what the page shows, as a value. The address is its only place. */
export type View = z.output<typeof ViewSchema>;

/** What the page of deliveries shows while no draft is open. */
export const DATA_PARTS = ["in", "done", "out"] as const;
export type DataPart = (typeof DATA_PARTS)[number];

/** What the planning page is about. */
export const PLANNING_PARTS = ["check", "backlog", "siting", "grading", "batch", "opinion", "rules"] as const;
export type PlanningPart = (typeof PLANNING_PARTS)[number];

/** What the traffic page is about. */
export const TRAFFIC_PARTS = [
  "screening",
  "site",
  "effect",
  "watch",
  "times",
  "register",
  "carriers",
  "placing",
] as const;
export type TrafficPart = (typeof TRAFFIC_PARTS)[number];

/** The rule by which the page screens until somebody takes another: ours, and named so. */
export const DEFAULT_RULE_SET = "proposed-500";

/** The weights of a severity score until somebody takes others: the trade's own, 当量事故次数. */
export const DEFAULT_WEIGHTS = "etan";

/** The breadth of the kernel of the cluster test until somebody takes another, metres: the method's own. */
export const DEFAULT_BANDWIDTH_M = 100;

/** What the screening lists: what rule and statistics find side by side, or every piece of road in one order. */
export const SCREENING_LISTS = ["found", "ranking"] as const;
export const AGREEMENTS = ["both", "rule", "statistics"] as const;
export const RANKINGS = ["score", "crashes", "rate", "excess"] as const;

/** What the placing of accidents is about: the accidents, or the roads that they are placed on. */
export const PLACING_TABS = ["accidents", "roads"] as const;

/** What is wrong with records of accidents, beside their place. */
export const RECORD_TROUBLES = ["undated", "contradictory", "fatalWithoutDeaths", "future"] as const;

/** The lists of accidents to look through: by why they are in doubt, those that somebody settled, and those with trouble. */
export const ACCIDENT_LISTS = [...PLACING_REASONS, "settled", ...RECORD_TROUBLES] as const;
export type AccidentList = (typeof ACCIDENT_LISTS)[number];

export const TOOLS = ["detail", "selection", "rings", "heat", "measure"] as const;
export type Tool = (typeof TOOLS)[number];

/** More features than this make no link that people can pass on. */
export const MOST_IDS = 400;

const DEFAULT_LAYERS = LAYERS.filter(
  (layer) => layer.role === "ledger" || layer.id === "protection-targets" || layer.id === "forces",
).map(({ id }) => id);

export const DEFAULT_RADII_M = [100, 300, 500, 1000];
export const MOST_RINGS = 8;
export const LARGEST_RADIUS_M = 50_000;

const SceneId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const LayerId = z.enum(LAYER_IDS as [string, ...string[]]);
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]);
const Fraction = z.number().min(0).max(1);
const Id = z.string().regex(/^[0-9a-f-]{36}$/);
const Day = z.string().refine((text) => text.length === 10 && !Number.isNaN(parseLocalTime(text)));

const Shape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: Position }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(Position).min(2) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.tuple([z.array(Position).min(4)]) }),
]);
export type Shape = z.output<typeof Shape>;

const Feature = z.object({ layer: LayerId, id: Id });
export type FeatureKey = z.output<typeof Feature>;

const Origin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("shape"), shape: Shape }),
  z.object({ kind: z.literal("features"), layer: LayerId, ids: z.array(Id).min(1).max(MOST_IDS) }),
]);
export type RingOrigin = z.output<typeof Origin>;

const Camera = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-85).max(85),
  zoom: z.number().min(1).max(20),
});

const Period = z
  .object({ from: Day.nullable(), to: Day.nullable() })
  .refine(({ from, to }) => (from !== null || to !== null) && (from === null || to === null || from < to));

const PlanningSchema = z.object({
  part: z.enum(PLANNING_PARTS).catch("check"),
  /** Checks against the map and the rules of an earlier day; `null`: of now. */
  asOf: Day.nullable().catch(null),
  draft: ProposalDraftSchema.nullable().catch(null),
});
export type Planning = z.output<typeof PlanningSchema>;

const TrafficSchema = z.object({
  part: z.enum(TRAFFIC_PARTS).catch("screening"),
  ruleSet: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .catch(DEFAULT_RULE_SET),
  /** Numbers that are set otherwise than the rule set has them. */
  overrides: RuleSettingsSchema.partial().catch({}),
  /** Whole days, the end exclusive; `null`: the rule set's years up to the last accident. */
  period: Period.nullable().catch(null),
  doubtful: z.enum(["leave-out", "count"]).catch("leave-out"),
  list: z.enum(SCREENING_LISTS).catch("found"),
  /** Only what both find, or only one of them; `null`: everything. */
  agreement: z.enum(AGREEMENTS).nullable().catch(null),
  /** By which weights severity is scored. */
  weights: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .catch(DEFAULT_WEIGHTS),
  rankBy: z.enum(RANKINGS).catch("score"),
  bandwidthM: z.number().min(50).max(500).catch(DEFAULT_BANDWIDTH_M),
  /** Whether the roads are coloured by their crashes. */
  density: z.boolean().catch(false),
  /** The day before which one more crash would tip a site; `null`: three months from today. */
  watchBy: Day.nullable().catch(null),
  times: TimesSchema.catch(TimesSchema.parse({})),
  placingTab: z.enum(PLACING_TABS).catch("accidents"),
  /** How strictly places are looked through: metres from a road's axis. The other parts keep the standard one. */
  toleranceM: CRASH_PARAMETERS.toleranceM.unwrap().catch(DEFAULT_TOLERANCE_M),
  /** `null`: everything that is still to be settled. */
  accidentList: z.enum(ACCIDENT_LISTS).nullable().catch(null),
  /** The accident that is being placed. */
  accident: Id.nullable().catch(null),
  /** Only issues of one kind are listed; `null`: all. */
  roadIssue: z.enum(NETWORK_ISSUE_KINDS).nullable().catch(null),
  carriers: CarriersSchema.catch(CarriersSchema.parse({})),
  /** The place that is looked at. */
  site: SiteSchema.nullable().catch(null),
  /** The works at it whose effect is asked for; `null`: those of the register. */
  works: WorksSchema.nullable().catch(null),
  /** The entry of the register that is looked at. */
  entry: Id.nullable().catch(null),
});
export type Traffic = z.output<typeof TrafficSchema>;

/** A field that makes no sense falls back by itself; the others stay as the link says. */
const ViewSchema = z.object({
  /** `null`: wherever the data lies. */
  camera: Camera.nullable().catch(null),
  layers: z.array(LayerId).catch(DEFAULT_LAYERS),
  /** Only layers that are not fully opaque. */
  opacity: z.partialRecord(LayerId, Fraction).catch({}) as z.ZodType<Record<string, number>>,
  /** CQL2 text per layer. */
  filters: z.record(z.string(), z.string()).catch({}),
  /** Whole days, the end exclusive. */
  time: Period.nullable().catch(null),
  heat: z
    .object({
      layer: LayerId,
      weight: z.string().regex(/^[\w-]{1,64}$/),
      bandwidthM: z.number().min(50).max(2000),
      opacity: Fraction,
      /** Where the bands begin, in the unit of the density. Chosen, not fitted: a colour must not change with the data. */
      lowestBand: z.union([z.literal(0.1), z.literal(1), z.literal(10)]).catch(1),
      /** Whether the layers' counts lie over the heat; `others`: those of all layers but its own. */
      counts: z.union([z.boolean(), z.literal("others")]).catch(false),
    })
    .nullable()
    .catch(null),
  origin: Origin.nullable().catch(null),
  radiiM: z.array(z.number().gt(0).max(LARGEST_RADIUS_M)).min(1).max(MOST_RINGS).catch(DEFAULT_RADII_M),
  ringMode: z.enum(["merged", "each"]).catch("merged"),
  /** Which layers the rings ask; `null`: the ledgers and protection targets. */
  ringLayers: z.array(LayerId).min(1).nullable().catch(null),
  /** Features within shapes, and single ones added to or taken from them. */
  selection: z
    .object({
      areas: z.array(z.array(Position).min(3)).max(8),
      plus: z.array(Feature).max(MOST_IDS),
      minus: z.array(Feature).max(MOST_IDS),
    })
    .catch({ areas: [], plus: [], minus: [] }),
  detail: Feature.nullable().catch(null),
  tool: z.enum(TOOLS).nullable().catch(null),
  layerPanel: z.boolean().catch(true),
  timeBar: z.boolean().catch(false),
  /** The delivery that is being looked at. */
  draft: Id.nullable().catch(null),
  /** The layer that deliveries and exports are about. */
  dataLayer: LayerId.nullable().catch(null),
  dataPart: z.enum(DATA_PARTS).catch("in"),
  planning: PlanningSchema.catch({ part: "check", asOf: null, draft: null }),
  traffic: TrafficSchema.catch(TrafficSchema.parse({})),
  /** Which screen of the wall this is, by its name; `null`: one that nobody steers. */
  screen: z.string().min(1).max(40).nullable().catch(null),
  /** The scene that a screen of the wall shows when nobody else tells it; `null`: all of them in turn. */
  scene: SceneId.nullable().catch(null),
  /** The scene that somebody changes on a screen; `asNew`: a copy of it. `null`: the screen is one of the wall. */
  edit: z.object({ scene: SceneId, asNew: z.boolean() }).nullable().catch(null),
  language: z.enum(["zh", "en"]).catch("zh"),
  theme: z.enum(["light", "dark"]).catch("light"),
});

export const DEFAULT_VIEW: View = ViewSchema.parse({});

/** Makes a view of whatever there is. Never throws. */
export const parseView = (given: unknown): View => ViewSchema.safeParse(given).data ?? DEFAULT_VIEW;
