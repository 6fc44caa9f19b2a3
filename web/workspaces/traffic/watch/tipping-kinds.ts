import type { WatchFinding } from "#data/analyses/black-spot-results.ts";
import type { Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import type { WatchWords } from "../../../messages/traffic-watch.ts";

/** Which crashes would tip a site, each kind once, the least first. */
export function tippingKinds(oneMore: WatchFinding["oneMore"], words: WatchWords): readonly string[] {
  return [...new Set(oneMore.map(({ crashes, minDeaths }) => words.kind(crashes as Criterion["crashes"], minDeaths)))];
}
