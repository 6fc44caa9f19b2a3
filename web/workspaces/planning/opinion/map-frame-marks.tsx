import { formatDms } from "../../../ui/dms.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { MAP_HEIGHT_MM, MAP_WIDTH_MM, scaleBar } from "./sheet-scale.ts";

const TEXT_MM = 2.3;

/** Frame with ticks and their degrees, and crosses within. */
export function GridMarks({ grid }: { grid: SheetGrid }) {
  const lon = (degrees: number) => formatDms([degrees, 0]).split(" ")[0]!.replace(".0″", "″");
  const lat = (degrees: number) => formatDms([0, degrees]).split(" ")[1]!.replace(".0″", "″");
  return (
    <g data-part="grid" stroke="#000" strokeWidth="0.18" fill="none" fontSize={TEXT_MM}>
      <rect width={MAP_WIDTH_MM} height={MAP_HEIGHT_MM} strokeWidth="0.4" />
      {grid.crosses.map(([x, y]) => (
        <path key={`${x} ${y}`} d={`M${x - 2} ${y}h4M${x} ${y - 2}v4`} strokeWidth="0.12" />
      ))}
      {grid.top.map(({ degrees, atMm }) => (
        <Tick key={degrees} d={`M${atMm} -1.5V1.5`} x={atMm} y={-2.2} text={lon(degrees)} />
      ))}
      {grid.bottom.map(({ degrees, atMm }) => (
        <Tick
          key={degrees}
          d={`M${atMm} ${MAP_HEIGHT_MM - 1.5}v3`}
          x={atMm}
          y={MAP_HEIGHT_MM + 3.9}
          text={lon(degrees)}
        />
      ))}
      {grid.left.map(({ degrees, atMm }) => (
        <Tick key={degrees} d={`M-1.5 ${atMm}H1.5`} x={-2.2} y={atMm} text={lat(degrees)} isUpright />
      ))}
      {grid.right.map(({ degrees, atMm }) => (
        <Tick
          key={degrees}
          d={`M${MAP_WIDTH_MM - 1.5} ${atMm}h3`}
          x={MAP_WIDTH_MM + 4}
          y={atMm}
          text={lat(degrees)}
          isUpright
        />
      ))}
    </g>
  );
}

function Tick(props: { d: string; x: number; y: number; text: string; isUpright?: boolean }) {
  const { d, x, y, text, isUpright = false } = props;
  return (
    <>
      <path d={d} />
      <text
        x={x}
        y={y}
        fill="#000"
        stroke="none"
        textAnchor="middle"
        {...(isUpright && { transform: `rotate(-90 ${x} ${y})` })}
      >
        {text}
      </text>
    </>
  );
}

/** Black and white quarters with their metres, in the lower left corner. */
export function ScaleBar({ scale }: { scale: number }) {
  const { partM, partMm, parts } = scaleBar(scale);
  const [left, top] = [8, MAP_HEIGHT_MM - 9];
  const width = partMm * parts;
  return (
    <g data-part="scale-bar" fontSize={TEXT_MM} textAnchor="middle">
      <rect x={left - 5} y={top - 4.5} width={width + 17} height={10.5} fill="#fff" stroke="#000" strokeWidth="0.12" />
      {Array.from({ length: parts }, (_, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar have nothing but their place
          key={i}
          x={left + i * partMm}
          y={top}
          width={partMm}
          height="1.6"
          fill={i % 2 === 0 ? "#000" : "#fff"}
          stroke="#000"
          strokeWidth="0.15"
        />
      ))}
      {Array.from({ length: parts + 1 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <text key={i} x={left + i * partMm} y={top - 1.2}>
          {i * partM}
        </text>
      ))}
      <text x={left + width + 6} y={top + 1.6} textAnchor="middle">
        m
      </text>
      <text x={left + width / 2} y={top + 4.6}>{`1:${scale.toLocaleString("en-GB")}`}</text>
    </g>
  );
}

export function NorthArrow({ word }: { word: string }) {
  const [x, y] = [MAP_WIDTH_MM - 12, 6];
  return (
    <g data-part="north">
      <rect x={x - 6} y={y - 3} width="12" height="22" fill="#fff" stroke="#000" strokeWidth="0.12" />
      <path d={`M${x} ${y + 4}L${x - 3} ${y + 16}L${x} ${y + 13.5}Z`} fill="#000" />
      <path d={`M${x} ${y + 4}L${x + 3} ${y + 16}L${x} ${y + 13.5}Z`} fill="#fff" stroke="#000" strokeWidth="0.2" />
      <text x={x} y={y + 2.4} fontSize="4" fontWeight="700" textAnchor="middle">
        {word}
      </text>
    </g>
  );
}
