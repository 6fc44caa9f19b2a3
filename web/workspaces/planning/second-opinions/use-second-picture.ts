import { useEffect, useMemo } from "react";
import { HSE_ZONES } from "#data/standards/hse.ts";
import type { AreaPicture } from "../../../map/picture.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useView } from "../../../state/view-store.ts";
import { developmentOf, useAdvice, useAdviceCase, zonesOf } from "./advice-state.ts";
import { contoursOf, riskText } from "./contour-values.ts";
import { labelledArea } from "./labelled-area.ts";
import { useRisk, useRiskImport } from "./risk-state.ts";

const RISK_TONES = { unacceptable: "bad", "cannot-tell": "unsure", acceptable: "good" } as const;
const ADVICE_TONES = { AA: "bad", DAA: "good", none: "plain" } as const;

/** As many marks as can be told apart. */
const MOST_MARKS = 500;

export type SecondTab = "risk" | "advice";

/** Puts the contours with their targets, or the zones with the development, on the map. */
export function useSecondPicture(tab: SecondTab): void {
  const risk = useRiskAreas();
  const advice = useAdviceAreas();
  const areas = tab === "risk" ? risk : advice;
  useEffect(() => useJudgedPicture.setState({ areas, lines: [] }), [areas]);
  useEffect(() => clearJudgedPicture, []);
}

function useRiskAreas(): readonly AreaPicture[] {
  const { areas, column, unit } = useRiskImport();
  const findings = useRisk(({ answer }) => answer?.findings);
  return useMemo(() => {
    const { contours } = column === null ? { contours: [] } : contoursOf(areas, column, unit);
    return [
      ...contours.flatMap(({ geometry, riskPerYear }) => labelledArea(geometry, riskText(riskPerYear))),
      ...(findings ?? []).slice(0, MOST_MARKS).map(
        ({ position, verdict }): AreaPicture => ({
          geometry: { type: "Point", coordinates: [...position] },
          tone: RISK_TONES[verdict],
        }),
      ),
    ];
  }, [areas, column, unit, findings]);
}

function useAdviceAreas(): readonly AreaPicture[] {
  const { zones: names } = useWords(SECOND_WORDS).advice;
  const { hazards, development } = useAdviceCase();
  const draft = useView((view) => view.planning.draft);
  const advice = useAdvice(({ answer }) => answer?.summary.advice);
  return useMemo(() => {
    const zones = hazards.flatMap((hazard) => {
      const shown = zonesOf(hazard) ?? {};
      const rings = [...HSE_ZONES].reverse().flatMap((zone): AreaPicture[] => {
        const geometry = shown[zone];
        return geometry ? labelledArea(geometry, names[zone]) : [];
      });
      if (hazard.kind === "file") return rings;
      const center = { type: "Point" as const, coordinates: [...hazard.center] };
      return [...rings, { geometry: center, tone: "plain" as const, label: hazard.name }];
    });
    const site = draft || development ? developmentOf(development) : null;
    return site ? [...zones, { geometry: site, tone: advice ? ADVICE_TONES[advice] : "plain" }] : zones;
  }, [hazards, development, draft, advice, names]);
}
