import columns from "./columns.json" with { type: "json" };
import { readCampaign } from "./read-sectors.ts";
import education from "./sectors/01-education.json" with { type: "json" };
import publicSecurity from "./sectors/02-public-security.json" with { type: "json" };
import civilAffairs from "./sectors/03-civil-affairs.json" with { type: "json" };
import naturalResources from "./sectors/04-natural-resources.json" with { type: "json" };
import ecologyEnvironment from "./sectors/05-ecology-environment.json" with { type: "json" };
import housingConstruction from "./sectors/06-housing-construction.json" with { type: "json" };
import transport from "./sectors/07-transport.json" with { type: "json" };
import water from "./sectors/08-water.json" with { type: "json" };
import agriculture from "./sectors/09-agriculture.json" with { type: "json" };
import commerce from "./sectors/10-commerce.json" with { type: "json" };
import cultureTourism from "./sectors/11-culture-tourism.json" with { type: "json" };
import health from "./sectors/12-health.json" with { type: "json" };
import hazardousChemicals from "./sectors/13-hazardous-chemicals.json" with { type: "json" };
import industryTrade from "./sectors/14-industry-trade.json" with { type: "json" };
import stateOwnedEnterprises from "./sectors/15-state-owned-enterprises.json" with { type: "json" };
import marketRegulation from "./sectors/16-market-regulation.json" with { type: "json" };
import sports from "./sectors/17-sports.json" with { type: "json" };
import meteorology from "./sectors/18-meteorology.json" with { type: "json" };
import grainReserves from "./sectors/19-grain-reserves.json" with { type: "json" };
import energyPower from "./sectors/20-energy-power.json" with { type: "json" };
import forestryGrassland from "./sectors/21-forestry-grassland.json" with { type: "json" };
import fireSafety from "./sectors/22-fire-safety.json" with { type: "json" };
import subjects from "./subjects.json" with { type: "json" };
import type { Target } from "./target.ts";

/** The 22 plans of the campaign 2024-2026. Source: the notice of 13 April 2024, published on 27 June 2024. */
export const CAMPAIGN = readCampaign({
  sectors: {
    "01-education.json": education,
    "02-public-security.json": publicSecurity,
    "03-civil-affairs.json": civilAffairs,
    "04-natural-resources.json": naturalResources,
    "05-ecology-environment.json": ecologyEnvironment,
    "06-housing-construction.json": housingConstruction,
    "07-transport.json": transport,
    "08-water.json": water,
    "09-agriculture.json": agriculture,
    "10-commerce.json": commerce,
    "11-culture-tourism.json": cultureTourism,
    "12-health.json": health,
    "13-hazardous-chemicals.json": hazardousChemicals,
    "14-industry-trade.json": industryTrade,
    "15-state-owned-enterprises.json": stateOwnedEnterprises,
    "16-market-regulation.json": marketRegulation,
    "17-sports.json": sports,
    "18-meteorology.json": meteorology,
    "19-grain-reserves.json": grainReserves,
    "20-energy-power.json": energyPower,
    "21-forestry-grassland.json": forestryGrassland,
    "22-fire-safety.json": fireSafety,
  },
  subjects,
  columns,
});

/** Every target, by plan and in the plan's order. */
export const TARGETS: readonly Target[] = CAMPAIGN.sectors.flatMap(({ targets }) => targets);

const byId = new Map(TARGETS.map((target) => [target.id, target]));

/** @throws RangeError for an id that no plan has. */
export function getTarget(id: string): Target {
  const target = byId.get(id);
  if (!target) throw new RangeError(`no target ${id}`);
  return target;
}
