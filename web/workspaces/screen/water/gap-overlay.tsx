import { useEffect } from "react";
import { useJudgedPicture } from "../../../state/judged-picture.ts";
import { useWaterGaps } from "./gap-question.ts";

/** Draws the ground around everything that no usable water source reaches: where a source would be of use. */
export function WaterGapOverlay() {
  const { answer } = useWaterGaps();
  // Without a source the whole zone would be shaded, which says less than the panel does.
  const geometry = answer && answer.summary.sources > 0 ? answer.summary.geometry : null;
  useEffect(() => {
    // The counts of the sources, which the panels have, would hide the towns.
    useJudgedPicture.setState({ areas: geometry ? [{ geometry, tone: "bad" }] : [], hidesCounts: geometry !== null });
  }, [geometry]);
  useEffect(() => () => useJudgedPicture.setState({ areas: [], hidesCounts: false }), []);
  return null;
}
