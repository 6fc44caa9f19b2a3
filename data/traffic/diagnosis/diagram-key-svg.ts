import type { CollisionDiagram, DiagramCrash, DiagramGroup, PartyShape } from "./collision-diagram.ts";
import type { DiagramWords, diagramNames } from "./diagram-words.ts";
import { partySvg, severitySvg, UNIT } from "./svg-marks.ts";
import { svgNumber, svgText, textWidth, wrapText } from "./svg-text.ts";

type Names = ReturnType<typeof diagramNames>;

const LINE_PX = 14;
const SIZE = 10.5;
const PADDING = 22;
const LEAST_COLUMN_PX = 240;

/** What the lines and marks mean, and under it every group with all its crashes, in as many columns as fit. */
export function keySvg(
  diagram: CollisionDiagram,
  names: Names,
  words: DiagramWords,
  width: number,
  top: number,
): { readonly svg: string; readonly height: number } {
  const columns = Math.max(1, Math.floor((width - PADDING) / LEAST_COLUMN_PX));
  const columnPx = (width - PADDING) / columns;
  const legend = legendSvg(names, words, width, top + 20);
  const bottoms = new Array<number>(columns).fill(legend.bottom + 16);
  const parts = [legend.svg];
  for (const group of [...diagram.groups, ...diagram.unrecorded]) {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const lines = linesOf(group, names, (columnPx - PADDING) / SIZE);
    const x = PADDING + column * columnPx;
    lines.forEach((line, i) => {
      parts.push(svgText(x, bottoms[column]! + (i + 1) * LINE_PX, line.text, { size: SIZE, isBold: line.isHead }));
    });
    bottoms[column]! += lines.length * LINE_PX + 8;
  }
  const bottom = Math.max(...bottoms) + PADDING;
  const rule = `<path d="M${svgNumber(PADDING)} ${svgNumber(top)} H${svgNumber(width - PADDING)}" stroke="#888" stroke-width="0.8"/>`;
  return { svg: rule + parts.join(""), height: bottom - top };
}

function linesOf(group: DiagramGroup, names: Names, width: number): { text: string; isHead: boolean }[] {
  const head = `${group.number}  ${names.form(group.form)} ×${group.crashes.length}`;
  const parties = group.parties.map(
    (party) => `${names.party(party)} ${party.course ? names.course(...party.course) : ""}`,
  );
  const involved = group.involved ? [names.involved(group.involved).join(" ")] : [];
  const body = [...parties, ...involved, ...group.crashes.map((crash) => crashLine(crash, names))];
  return [
    { text: head, isHead: true },
    ...body.flatMap((text) => wrapText(text.trim(), width)).map((text) => ({ text, isHead: false })),
  ];
}

const crashLine = ({ happenedAt, severity, light, code }: DiagramCrash, names: Names): string =>
  [happenedAt?.replace("T", " ") ?? "?", names.severityMark(severity), names.light(light), code]
    .filter(Boolean)
    .join(" ");

function legendSvg(names: Names, words: DiagramWords, width: number, y: number): { svg: string; bottom: number } {
  const lines: readonly [PartyShape, string][] = [
    ["motor", words.motor],
    ["non-motor", words.nonMotor],
    ["pedestrian", words.pedestrian],
  ];
  const entries = [
    ...lines.map(([shape, text]) => ({ text, draw: (x: number, at: number) => sample(shape, x / UNIT, at / UNIT) })),
    { text: words.standing, draw: (x: number, at: number) => sample("motor", x / UNIT, at / UNIT, true) },
    ...(["fatal", "injury", "damage"] as const).map((severity) => ({
      text: names.severity(severity),
      draw: (x: number, at: number) => severitySvg(x + 16, at, severity, names.severityMark(severity)),
    })),
  ];
  let [x, line] = [PADDING, y];
  const parts = entries.map(({ text, draw }) => {
    const needed = 44 + textWidth(text) * SIZE + 14;
    if (x + needed > width - PADDING && x > PADDING) [x, line] = [PADDING, line + 22];
    const svg = draw(x, line) + svgText(x + 40, line + 4, text, { size: SIZE });
    x += needed;
    return svg;
  });
  return { svg: parts.join(""), bottom: line };
}

const sample = (shape: PartyShape, x: number, y: number, isStanding = false): string =>
  partySvg(
    {
      shape,
      manoeuvre: null,
      kinds: [],
      course: null,
      path: [
        [x, y],
        [x + 0.7, y],
      ],
      isHalfKnown: false,
      isStanding,
      at: [x, y],
    },
    "",
  );
