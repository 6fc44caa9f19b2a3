import { LINE_LOOKS, LINE_SIGNS } from "./map-patterns.tsx";
import { type LabelWish, placesAlong, textWidthMm } from "./place-labels.ts";
import type { NumberedFinding } from "./sheet-findings.ts";
import type { PathWriter } from "./sheet-path.ts";

/** Along which the distances were measured; what touches gets a ring. */
export function MapDistances({ drawn, writer }: { drawn: readonly NumberedFinding[]; writer: PathWriter }) {
  return (
    <g data-part="distances" fill="none">
      {drawn.map(({ number, finding: { line, verdict, distanceM } }) => {
        const [[x1, y1], [x2, y2]] = [writer.place([...line[0]]), writer.place([...line[1]])];
        return (
          <g key={number} {...LINE_LOOKS[verdict]}>
            {distanceM > 0 && <path d={`M${x1} ${y1}L${x2} ${y2}`} />}
            <circle cx={x1} cy={y1} r={distanceM > 0 ? 0.5 : 1.4} strokeDasharray="none" />
            {distanceM > 0 && <circle cx={x2} cy={y2} r="0.5" strokeDasharray="none" />}
          </g>
        );
      })}
    </g>
  );
}

export const distanceText = ({ number, finding: { verdict, distanceM } }: NumberedFinding): string =>
  `${number} ${LINE_SIGNS[verdict]} ${distanceM.toFixed(2)} m`;

export const distanceWishes = (drawn: readonly NumberedFinding[], writer: PathWriter, heightMm: number): LabelWish[] =>
  drawn.map((each) => {
    const text = distanceText(each);
    const [from, to] = each.finding.line;
    const width = textWidthMm(text, heightMm);
    return { text, places: placesAlong(writer.place([...from]), writer.place([...to]), width, heightMm) };
  });
