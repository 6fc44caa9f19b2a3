import { useMemo } from "react";
import type { CampaignFinding, CampaignSummary } from "#data/analyses/campaign-results.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { useAnswer } from "../use-answer.ts";

/** What the targets of the plans are measured from. */
export const CAMPAIGN_LAYERS = [
  "houses",
  "black-spots",
  "hazard-sources",
  "water-sources",
  "enterprises",
  "protection-targets",
];

/** How every target of the campaign stands today. */
export function useCampaign() {
  const today = useToday();
  const question = useMemo(() => ({ today, limit: 0 }), [today]);
  return useAnswer<CampaignFinding, CampaignSummary>("campaign", question, CAMPAIGN_LAYERS);
}
