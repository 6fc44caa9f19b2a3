import { formatStake } from "../../snapshot/stake.ts";
import type { CollisionDiagram, DiagramGroup, DiagramPoint } from "./collision-diagram.ts";
import { keySvg } from "./diagram-key-svg.ts";
import { type DiagramLanguage, type DiagramWords, diagramNames } from "./diagram-words.ts";
import { bearingVector } from "./glyph.ts";
import { formSvg, partySvg, severitySvg, UNIT } from "./svg-marks.ts";
import { escapeSvg, svgNumber, svgText, textWidth } from "./svg-text.ts";

type Names = ReturnType<typeof diagramNames>;

const ROAD = "#e4e6ea";
const n = svgNumber;

/**
 * A collision diagram as a whole SVG document: schematic above, the list of crashes below it. White ground, and every difference in
 * colour is one of line or shape too, so that it prints in black and white.
 *
 * @param title - for those who do not see it.
 * @param withKey - the list of crashes below the schematic; default true.
 */
export function collisionDiagramSvg(
  diagram: CollisionDiagram,
  options: {
    readonly language: DiagramLanguage;
    readonly words: DiagramWords;
    readonly title: string;
    readonly withKey?: boolean;
  },
): string {
  const { language, words, title, withKey = true } = options;
  const names = diagramNames(language, words);
  const width = diagram.width * UNIT;
  const schematicHeight = diagram.height * UNIT;
  const key = withKey ? keySvg(diagram, names, words, width, schematicHeight) : { svg: "", height: 0 };
  const height = schematicHeight + key.height;
  const notRecorded = diagram.unrecorded[0];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" font-family="'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif">`,
    `<title>${escapeSvg(title)}</title>`,
    `<rect width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    ...roadsSvg(diagram),
    ...diagram.stakes.map(({ stakeM, at }) => stakeSvg(stakeM, at)),
    ...diagram.groups.map(leaderSvg),
    ...diagram.groups.map((group) => groupSvg(group, names)),
    notRecorded
      ? svgText(UNIT * 0.5, (notRecorded.at[1] - 1.42) * UNIT, words.notRecorded, { size: 12, isBold: true })
      : "",
    ...diagram.unrecorded.map((group) => unrecordedSvg(group, names)),
    northSvg(diagram, words.north),
    key.svg,
    "</svg>",
  ].join("");
}

function roadsSvg({ legs, kind }: CollisionDiagram): string[] {
  const lines = legs.map(({ path }) => `M${path.map(([x, y]) => `${n(x * UNIT)} ${n(y * UNIT)}`).join(" L")}`);
  const roads = lines.map((d) => `<path d="${d}" stroke="${ROAD}" stroke-width="26" stroke-linecap="round"/>`);
  const middles = lines.map((d) => `<path d="${d}" stroke="#9aa2ad" stroke-width="1" stroke-dasharray="8 6"/>`);
  const labels = legs.map(({ label, path }) => {
    const [[x1, y1], [x2, y2]] = [path[0]!, path.at(-1)!];
    if (kind === "segment")
      return svgText(x1 * UNIT - 18, y1 * UNIT + 4, label, { size: 12, anchor: "end", isBold: true });
    const inner: DiagramPoint = [x1 + (x2 - x1) * 0.86, y1 + (y2 - y1) * 0.86];
    return svgText(inner[0] * UNIT, inner[1] * UNIT + 4, label, {
      size: 12,
      anchor: "middle",
      isBold: true,
      hasRim: true,
    });
  });
  return [...roads, ...middles, ...labels];
}

const stakeSvg = (stakeM: number, [x, y]: DiagramPoint): string =>
  `<path d="M${n(x * UNIT)} ${n(y * UNIT - 13)} v26" stroke="#555" stroke-width="1"/>${svgText(x * UNIT, y * UNIT + 4, formatStake(stakeM), { size: 9.5, anchor: "middle", color: "#333", hasRim: true })}`;

function leaderSvg({ at, anchor }: DiagramGroup): string {
  if (!anchor) return "";
  const [x, y] = [anchor[0] * UNIT, anchor[1] * UNIT];
  return `<path d="M${n(at[0] * UNIT)} ${n(at[1] * UNIT)} L${n(x)} ${n(y)}" stroke="#888" stroke-width="0.8" stroke-dasharray="1 3"/><circle cx="${n(x)}" cy="${n(y)}" r="2.4" fill="#555"/>`;
}

/** The plate under a glyph hides the leaders of others. */
function groupSvg(group: DiagramGroup, names: Names): string {
  const [x, y] = [group.at[0] * UNIT, group.at[1] * UNIT];
  return [
    `<g data-group="${group.number}">`,
    `<rect x="${n(x - 1.3 * UNIT)}" y="${n(y - 1.3 * UNIT)}" width="${n(2.6 * UNIT)}" height="${n(2.6 * UNIT)}" rx="4" fill="#ffffff" stroke="#c4c9d1" stroke-width="0.8"/>`,
    ...group.parties.map((party) => partySvg(party, names.mark(party))),
    severitySvg(x, y, group.worst, names.severityMark(group.worst)),
    formSvg(group.form, x + 0.95 * UNIT, y - 0.95 * UNIT),
    captionSvg(group, names, x, y),
    "</g>",
  ].join("");
}

function captionSvg({ number, form, crashes }: DiagramGroup, names: Names, x: number, y: number): string {
  const nights = crashes.filter(({ light }) => light === "night").length;
  const caption = `${names.form(form)}${nights > 0 ? ` · ${names.light("night")} ${nights}` : ""}`;
  const size = Math.min(10.5, (2.5 * UNIT) / Math.max(1, textWidth(caption)));
  return [
    svgText(x - 1.24 * UNIT, y - 1.02 * UNIT, `${number}`, { size: 12, isBold: true, hasRim: true }),
    svgText(x - 0.86 * UNIT, y - 1.02 * UNIT, `×${crashes.length}`, { size: 11, hasRim: true }),
    svgText(x, y + 1.2 * UNIT, caption, { size, anchor: "middle", hasRim: true }),
  ].join("");
}

function unrecordedSvg(group: DiagramGroup, names: Names): string {
  const [x, y] = [group.at[0] * UNIT, group.at[1] * UNIT];
  const lines = group.involved ? names.involved(group.involved) : [];
  return [
    `<g data-group="${group.number}">`,
    `<rect x="${n(x - 1.3 * UNIT)}" y="${n(y - 1.3 * UNIT)}" width="${n(2.6 * UNIT)}" height="${n(2.6 * UNIT)}" rx="4" fill="#ffffff" stroke="#888" stroke-dasharray="4 3"/>`,
    severitySvg(x, y - 0.35 * UNIT, group.worst, names.severityMark(group.worst)),
    formSvg(group.form, x + 0.95 * UNIT, y - 0.95 * UNIT),
    ...lines.map((line, i) => svgText(x, y + 12 + i * 13, line, { size: 10.5, anchor: "middle" })),
    captionSvg(group, names, x, y),
    "</g>",
  ].join("");
}

function northSvg({ width, upBearingDeg }: CollisionDiagram, north: string): string {
  const [x, y] = bearingVector(0, upBearingDeg);
  const [cx, cy] = [(width - 0.9) * UNIT, 1.05 * UNIT];
  const at = (along: number, aside: number) => `${n(cx + x * along - y * aside)},${n(cy + y * along + x * aside)}`;
  return (
    `<circle cx="${n(cx)}" cy="${n(cy)}" r="24" fill="#ffffff" stroke="#888" stroke-width="0.8"/>` +
    `<polygon points="${at(15, 0)} ${at(-9, 6)} ${at(-5, 0)} ${at(-9, -6)}" fill="#111"/>` +
    svgText(cx + x * 31, cy + y * 31 + 4, north, { size: 12, anchor: "middle", isBold: true, hasRim: true })
  );
}
