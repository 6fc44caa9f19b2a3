import type { DiagramParty, DiagramPoint, PartyShape } from "./collision-diagram.ts";
import { svgNumber, svgText } from "./svg-text.ts";

/** Pixels of a drawing unit. */
export const UNIT = 46;

/** Road users differ in dash and in colour, so that they read without either. */
const STROKES: Readonly<Record<PartyShape, { readonly color: string; readonly width: number; readonly dash: string }>> =
  {
    motor: { color: "#16324f", width: 2.4, dash: "" },
    "non-motor": { color: "#1b6b3a", width: 2.2, dash: "9 4" },
    pedestrian: { color: "#7b2a86", width: 2.2, dash: "2.5 3.5" },
    other: { color: "#6b4e00", width: 2, dash: "9 3 2 3" },
    unknown: { color: "#555555", width: 1.4, dash: "1.5 2.5" },
  };
export const PARTY_SHAPES = Object.keys(STROKES) as PartyShape[];

/** Fatal, injury and damage: filled, ringed, square. */
export const SEVERITY_LOOKS = {
  fatal: { fill: "#a50026", text: "#ffffff" },
  injury: { fill: "#ffffff", text: "#111111" },
  damage: { fill: "#ffffff", text: "#111111" },
} as const;

const n = svgNumber;
const px = ([x, y]: DiagramPoint): [number, number] => [x * UNIT, y * UNIT];

/** The arrow of a party, its kind at its tail; what stood still is a box, what has no course only a sign. */
export function partySvg(party: DiagramParty, mark: string): string {
  const { color, width, dash } = STROKES[party.shape];
  const points = party.path.map(px);
  const sign = signSvg(px(party.at), mark, color);
  if (points.length === 0) return party.isStanding ? boxSvg([px(party.at), px(party.at)], color) + sign : sign;
  if (party.isStanding && !party.isHalfKnown) return boxSvg(points, color) + sign;
  const dashed = party.isHalfKnown ? "1.5 2.5" : dash;
  const stroke = `fill="none" stroke="${color}" stroke-width="${width}"${dashed ? ` stroke-dasharray="${dashed}"` : ""}`;
  return `<path d="${pathData(points)}" ${stroke}/>${headSvg(points, color)}${sign}`;
}

/** A line of two points, a bend of three, a turn of four. */
function pathData(points: readonly [number, number][]): string {
  const at = ([x, y]: [number, number]) => `${n(x)} ${n(y)}`;
  const [first, second, third, fourth] = points as [[number, number], [number, number], ...[number, number][]];
  if (third && fourth)
    return `M${at(first)} L${at(second)} A${n(UNIT * 0.2)} ${n(UNIT * 0.2)} 0 0 0 ${at(third)} L${at(fourth)}`;
  return third ? `M${at(first)} Q${at(second)} ${at(third)}` : `M${at(first)} L${at(second)}`;
}

function headSvg(points: readonly [number, number][], color: string): string {
  const [x, y] = points.at(-1)!;
  const [fromX, fromY] = points.at(-2)!;
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const corner = (side: number) => `${n(x - dx * 9 - dy * 4 * side)},${n(y - dy * 9 + dx * 4 * side)}`;
  return `<polygon points="${n(x)},${n(y)} ${corner(1)} ${corner(-1)}" fill="${color}"/>`;
}

/** A vehicle that stood, along its course. */
function boxSvg(points: readonly [number, number][], color: string): string {
  const [[x1, y1], [x2, y2]] = [points[0]!, points.at(-1)!];
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const length = Math.max(20, Math.hypot(x2 - x1, y2 - y1));
  return `<rect x="${n(-length / 2)}" y="-9" width="${n(length)}" height="18" transform="translate(${n((x1 + x2) / 2)} ${n((y1 + y2) / 2)}) rotate(${n(angle)})" fill="#ffffff" stroke="${color}" stroke-width="1.8"/>`;
}

const signSvg = ([x, y]: [number, number], mark: string, color: string): string =>
  svgText(x, y + 4, mark, { size: 11, anchor: "middle", isBold: true, color, hasRim: true });

/** Worst severity, where the parties meet. */
export function severitySvg(
  x: number,
  y: number,
  severity: "fatal" | "injury" | "damage" | null,
  mark: string,
): string {
  const { fill, text } = SEVERITY_LOOKS[severity ?? "damage"];
  const shape =
    severity === "damage" || severity === null
      ? `<rect x="${n(x - 7)}" y="${n(y - 7)}" width="14" height="14" fill="${fill}" stroke="#111" stroke-width="1.2"${severity === null ? ' stroke-dasharray="2 2"' : ""}/>`
      : `<circle cx="${n(x)}" cy="${n(y)}" r="8" fill="${fill}" stroke="#111" stroke-width="${severity === "injury" ? 2 : 1}"/>`;
  return shape + svgText(x, y + 3.6, mark, { size: 10, anchor: "middle", isBold: true, color: text });
}

/** What the arrows do not tell of the form: a fixed object, a vehicle on its side, one off the road, one that stood. */
export function formSvg(form: string | null, x: number, y: number): string {
  const line = `fill="none" stroke="#111" stroke-width="1.6"`;
  switch (form) {
    case "fixed-object":
      return `<rect x="${n(x - 5)}" y="${n(y - 5)}" width="10" height="10" fill="#111"/><path d="M${n(x - 3)} ${n(y - 3)} l6 6 m0 -6 l-6 6" stroke="#fff" stroke-width="1.4"/>`;
    case "rollover":
      return `<path d="M${n(x - 7)} ${n(y + 4)} c0 -14 14 -14 14 -4 c0 7 -9 7 -9 1 l3 -2 m-3 2 l-1 -4" ${line}/>`;
    case "run-off":
      return `<path d="M${n(x - 7)} ${n(y - 4)} l4 4 l-2 2 l4 1 l-1 3 l6 -1" ${line}/>`;
    case "parked":
      return `<rect x="${n(x - 6)}" y="${n(y - 4)}" width="12" height="8" ${line}/>`;
    default:
      return "";
  }
}
