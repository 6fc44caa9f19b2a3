import { useEffect, useMemo } from "react";
import type { BlackSpotFinding, BlackSpotSummary } from "#data/analyses/black-spot-results.ts";
import type { DensityPiece, NetworkDensitySummary } from "#data/analyses/crash-cluster-results.ts";
import { useJudgedPicture } from "../../../state/judged-picture.ts";
import { roadBandsOf } from "../../traffic/screening/road-bands.ts";
import { useAnswer } from "../use-answer.ts";
import { CRASH_LAYERS, useScreeningQuestion } from "./crash-question.ts";

/** Draws the accident-prone places with the ranks that the panel lists them by. */
export function SpotOverlay() {
  const question = useScreeningQuestion();
  const { answer } = useAnswer<BlackSpotFinding, BlackSpotSummary>("black-spots", question, CRASH_LAYERS);
  const findings = answer?.findings;
  useEffect(() => {
    const areas = (findings ?? []).map(({ place }, index) => ({
      geometry: place.geometry,
      tone: "bad" as const,
      label: String(index + 1),
    }));
    // The strongest lies on top.
    useJudgedPicture.setState({ areas: areas.reverse() });
  }, [findings]);
  useEffect(() => () => useJudgedPicture.setState({ areas: [] }), []);
  return null;
}

/** The densest so many pieces of road are drawn. */
const MOST_PIECES = 20_000;

const NO_PIECES: readonly DensityPiece[] = [];

/** Colours the roads by how much happens along them: a kernel over the plane would smear it over the fields. */
export function RoadDensityOverlay() {
  const { today } = useScreeningQuestion();
  const question = useMemo(() => ({ today, limit: MOST_PIECES }), [today]);
  const { answer } = useAnswer<DensityPiece, NetworkDensitySummary>("network-density", question, CRASH_LAYERS);
  const pieces = answer?.findings ?? NO_PIECES;
  useEffect(() => useJudgedPicture.setState({ roadBands: roadBandsOf(pieces) }), [pieces]);
  useEffect(() => () => useJudgedPicture.setState({ roadBands: [] }), []);
  return null;
}
