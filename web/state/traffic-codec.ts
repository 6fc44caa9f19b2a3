import { DEFAULT_TOLERANCE_M } from "#data/traffic/placing/placed.ts";
import type { Site } from "#data/traffic/site.ts";
import { formatCarriers, parseCarriersView } from "./carriers-codec.ts";
import { packId, unpackId } from "./packed-id.ts";
import { parseNumber } from "./position-text.ts";
import { formatTimes, parseTimes } from "./times-codec.ts";
import { DEFAULT_BANDWIDTH_M, DEFAULT_RULE_SET, DEFAULT_WEIGHTS, TRAFFIC_PARTS, type Traffic } from "./view.ts";
import { formatWorks, parseWorks } from "./works-view.ts";

/** The traffic page as parameters of an address; what is as usual is not written. */
export function formatTraffic(traffic: Traffic): [string, string][] {
  const { part, ruleSet, overrides, period, doubtful, site, works, entry } = traffic;
  const params: [string, string][] = [];
  if (part !== "screening") params.push(["traffic", part]);
  if (ruleSet !== DEFAULT_RULE_SET) params.push(["rule", ruleSet]);
  if (Object.keys(overrides).length > 0) params.push(["ruleNumbers", JSON.stringify(overrides)]);
  if (period) params.push(["crashes", `${period.from ?? ""}..${period.to ?? ""}`]);
  if (doubtful === "count") params.push(["doubtful", "count"]);
  params.push(...formatScreening(traffic), ...formatTimes(traffic.times));
  params.push(...formatPlacing(traffic), ...formatCarriers(traffic.carriers));
  if (site) params.push(["spot", formatSite(site)]);
  if (works) params.push(["works", formatWorks(works)]);
  if (entry !== null) params.push(["entry", packId(entry) ?? entry]);
  return params;
}

function formatScreening({
  list,
  agreement,
  weights,
  rankBy,
  bandwidthM,
  density,
  watchBy,
}: Traffic): [string, string][] {
  const params: [string, string][] = [];
  if (list !== "found") params.push(["lists", list]);
  if (agreement !== null) params.push(["agree", agreement]);
  if (weights !== DEFAULT_WEIGHTS) params.push(["weights", weights]);
  if (rankBy !== "score") params.push(["rankBy", rankBy]);
  if (bandwidthM !== DEFAULT_BANDWIDTH_M) params.push(["kernel", String(bandwidthM)]);
  if (density) params.push(["roadDensity", "1"]);
  if (watchBy !== null) params.push(["watchBy", watchBy]);
  return params;
}

function formatPlacing({ placingTab, toleranceM, accidentList, accident, roadIssue }: Traffic): [string, string][] {
  const params: [string, string][] = [];
  if (placingTab !== "accidents") params.push(["placing", placingTab]);
  if (toleranceM !== DEFAULT_TOLERANCE_M) params.push(["tolerance", String(toleranceM)]);
  if (accidentList !== null) params.push(["accidents", accidentList]);
  if (accident !== null) params.push(["accident", packId(accident) ?? accident]);
  if (roadIssue !== null) params.push(["roadIssue", roadIssue]);
  return params;
}

/** @returns what `parseView` judges. */
export function parseTraffic(params: URLSearchParams): unknown {
  const [from, to, more] = (params.get("crashes") ?? "").split("..");
  const [site, entry, accident] = [params.get("spot"), params.get("entry"), params.get("accident")];
  const works = params.get("works");
  return {
    part: TRAFFIC_PARTS.find((part) => part === params.get("traffic")),
    ruleSet: params.get("rule") ?? DEFAULT_RULE_SET,
    overrides: parseNumbers(params.get("ruleNumbers")),
    period: to === undefined || more !== undefined ? null : { from: from || null, to: to || null },
    doubtful: params.get("doubtful") ?? "leave-out",
    list: params.get("lists") ?? "found",
    agreement: params.get("agree"),
    weights: params.get("weights") ?? DEFAULT_WEIGHTS,
    rankBy: params.get("rankBy") ?? "score",
    bandwidthM: params.has("kernel") ? parseNumber(params.get("kernel")!) : DEFAULT_BANDWIDTH_M,
    density: params.get("roadDensity") === "1",
    watchBy: params.get("watchBy"),
    times: parseTimes(params),
    placingTab: params.get("placing") ?? "accidents",
    toleranceM: params.has("tolerance") ? parseNumber(params.get("tolerance")!) : DEFAULT_TOLERANCE_M,
    accidentList: params.get("accidents"),
    accident: accident === null ? null : unpackId(accident) || accident,
    roadIssue: params.get("roadIssue"),
    carriers: parseCarriersView(params),
    site: site === null ? null : parseSite(site),
    works: works === null ? null : parseWorks(works),
    entry: entry === null ? null : unpackId(entry) || entry,
  } satisfies Record<keyof Traffic, unknown>;
}

/** `segment:812050:812470:G111`, the road last because a name may hold anything; `junction:122.26,43.62,100`. */
function formatSite(site: Site): string {
  if (site.kind === "segment") return ["segment", site.fromM, site.toM, site.route].join(":");
  return `${site.kind}:${[...site.position, site.radiusM].join()}`;
}

function parseSite(text: string): unknown {
  const [kind, first = "", second, ...road] = text.split(":");
  if (kind === "segment") return { kind, fromM: parseNumber(first), toM: parseNumber(second), route: road.join(":") };
  const [lon, lat, radiusM] = first.split(",").map(parseNumber);
  return { kind, position: [lon, lat], radiusM };
}

function parseNumbers(text: string | null): unknown {
  if (text === null) return {};
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
