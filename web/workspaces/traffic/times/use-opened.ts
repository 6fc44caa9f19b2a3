import { useMemo } from "react";
import type { SitePlace } from "#data/traffic/site.ts";
import { useView } from "../../../state/view-store.ts";
import { findSite } from "../screening/site-match.ts";

/** The segment that is looked at; `null` when none of these is. */
export function useOpened<Finding extends { readonly place: SitePlace }>(findings: readonly Finding[]): Finding | null {
  const site = useView((view) => view.traffic.site);
  return useMemo(() => {
    const at = findSite(
      findings.map(({ place }) => place.site),
      site,
    );
    return findings[at] ?? null;
  }, [findings, site]);
}
