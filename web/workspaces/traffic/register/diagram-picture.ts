import type { FactorFinding, SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { collisionDiagramSvg } from "#data/traffic/diagnosis/collision-diagram-svg.ts";
import type { Site } from "#data/traffic/site.ts";
import { runAnalysis } from "../../../analysis/analyses.ts";
import { DIAGRAM_WORDS } from "../../../messages/traffic-diagram.ts";
import type { Language } from "../../../messages/words.ts";
import type { CrashQuestion } from "../../../state/traffic.ts";

/** Twice what a screen shows: sharp on paper, and far below what a letter may carry. */
const SCALE = 2;

/** The collision diagram of a site as the PNG data URL that a document takes; `null` where the site cannot be diagnosed. */
export async function diagramPicture(site: Site, crashes: CrashQuestion, language: Language): Promise<string | null> {
  const outcome = await runAnalysis<FactorFinding, SiteDiagnosisSummary>("site-diagnosis", {
    site,
    ...crashes,
  });
  if ("refusal" in outcome) return null;
  const { diagram, place } = outcome.summary;
  const svg = collisionDiagramSvg(diagram, { language, words: DIAGRAM_WORDS[language], title: place.label });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}
