import { useEffect, useMemo } from "react";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import type { SitePlace } from "#data/traffic/site.ts";
import { placeOfSite } from "#data/traffic/site-place.ts";
import type { BlackSpotEntry } from "../../../api-black-spots.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import { showSite } from "../site/go-to-site.ts";

/** Puts the open spot on the map, and the map to it however it was opened: what a letter takes along is what is seen. */
export function useSpotPicture(entry: BlackSpotEntry | undefined): void {
  const ledgers = useLedgers((state) => state.layers);
  const place = useMemo(() => {
    const roads = ledgers.length > 0 && findLedger("roads")?.snapshot;
    return entry?.site && roads && roads.count > 0 ? placeOfSite(routeNetworkOf(roads), roads.plane, entry.site) : null;
  }, [entry?.site, ledgers]);
  useEffect(() => {
    if (!place) return clearJudgedPicture();
    useJudgedPicture.setState({ areas: areasOf(place), hidesCounts: true });
    return clearJudgedPicture;
  }, [place]);
  const label = place?.label;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another spot is opened
  useEffect(() => {
    if (place) showSite(place);
  }, [label]);
}

const areasOf = ({ geometry, label }: SitePlace) => [{ geometry, tone: "bad" as const, label, labelAbove: true }];
