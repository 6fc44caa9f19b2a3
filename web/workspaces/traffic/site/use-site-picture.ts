import { useEffect } from "react";
import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { findRow } from "../../../state/features.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useSurface } from "../../../state/surface.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { changeView } from "../../../state/view-store.ts";
import { featureKey } from "../../map/click-map.ts";
import { showSite } from "./go-to-site.ts";
import { siteAt } from "./site-at.ts";

/** Puts the site and its accidents on the map; a click on a road makes that place the site. */
export function useSitePicture(summary: SiteDiagnosisSummary | null): void {
  const ledgers = useLedgers((state) => state.layers);
  useEffect(() => {
    if (!summary) return clearJudgedPicture();
    const { place, crashes } = summary;
    useJudgedPicture.setState({
      areas: [{ geometry: place.geometry, tone: "bad", label: place.label, labelAbove: true }],
      hidesCounts: true,
      marked: crashes.flatMap(({ id }) => {
        const row = findRow(ledgers, { layer: "accidents", id });
        return row === null ? [] : [{ layer: "accidents", row }];
      }),
    });
  }, [summary, ledgers]);
  const label = summary?.place.label;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another site is looked at
  useEffect(() => {
    if (summary) showSite(summary.place);
  }, [label]);
  useEffect(() => {
    useSurface.setState({
      clicks: (feature, at) => {
        const key = feature && featureKey(feature.layer, feature.row);
        if (key) {
          changeView({ detail: key, tool: "detail" });
          return;
        }
        const site = siteAt(at, useSurface.getState().zoom);
        if (site) changeTraffic({ site });
      },
    });
    return () => {
      clearJudgedPicture();
      useSurface.setState({ clicks: null });
    };
  }, []);
}
