import type { Geometry } from "geojson";
import { useEffect, useMemo, useState } from "react";
import type { BufferSummary } from "#data/analyses/results.ts";
import { runAnalysis } from "../../../analysis/analyses.ts";
import type { AreaPicture } from "../../../map/picture.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useWords } from "../../../messages/words.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useSurface } from "../../../state/surface.ts";
import { chooseSubject, useGrade } from "./grading-state.ts";
import { useGradedGeometry } from "./use-graded-geometry.ts";

/** Puts the source, its 500 m and the places that count on the map, and takes a click on a source for a choice. */
export function useGradingPicture(): void {
  const { ring: label } = useWords(GRADING_WORDS);
  const answer = useGrade((state) => state.answer);
  const geometry = useGradedGeometry();
  const ring = useRing(geometry, answer?.summary.withinM ?? null);
  const areas = useMemo((): AreaPicture[] => {
    if (!geometry) return [];
    const places = (answer?.findings ?? []).flatMap(({ position, counted, why }): AreaPicture[] =>
      position && (counted || why === "people-unknown")
        ? [{ geometry: { type: "Point", coordinates: [...position] }, tone: counted ? "bad" : "unsure" }]
        : [],
    );
    return [
      ...(ring ? [{ geometry: ring, tone: "plain", muted: true, label } as const] : []),
      { geometry, tone: "plain" },
      ...places,
    ];
  }, [geometry, ring, answer, label]);
  useEffect(() => useJudgedPicture.setState({ areas, lines: [] }), [areas]);
  useEffect(() => {
    useSurface.setState({
      clicks: (feature) => {
        if (feature?.layer !== "hazard-sources") return;
        const snapshot = useLedgers.getState().layers.find((each) => each.definition.id === feature.layer)?.snapshot;
        const id = snapshot?.ids.get(feature.row);
        if (id) chooseSubject({ kind: "source", id });
      },
    });
    return () => {
      useSurface.setState({ clicks: null });
      clearJudgedPicture();
    };
  }, []);
}

function useRing(geometry: Geometry | null, radiusM: number | null): Geometry | null {
  const [ring, setRing] = useState<{ readonly of: Geometry; readonly ring: Geometry } | null>(null);
  useEffect(() => {
    if (!geometry || radiusM === null) return;
    let isWanted = true;
    const parameters = { geometry, radiiM: [radiusM], layers: ["hazard-sources"], limit: 0 };
    void runAnalysis<never, BufferSummary>("buffer", parameters).then((outcome) => {
      if (isWanted && !("refusal" in outcome)) setRing({ of: geometry, ring: outcome.summary.rings[0]!.geometry });
    });
    return () => {
      isWanted = false;
    };
  }, [geometry, radiusM]);
  return ring && ring.of === geometry ? ring.ring : null;
}
