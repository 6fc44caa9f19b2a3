import { PANELS } from "#data/wall/panels.ts";
import { FILTER_WORDS } from "../../../messages/filters.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { DRAWN } from "../panels.tsx";
import { HEADER_EM } from "../screen-layout.ts";
import styles from "./editor.module.css";
import { previewOf, type ScreenPreview, WALL_SIZES } from "./preview-of.ts";

/** Which panels of a scene find room on screens of each size, and where. */
export function SizePreviews({ panels }: { panels: readonly string[] }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const { separator } = useWords(FILTER_WORDS);
  const title = useTitle();
  // Panels that this version does not have take no room; the others keep their numbers of the list.
  const drawn = panels.filter((id) => Object.hasOwn(DRAWN, id));
  const heightsEm = drawn.map((id) => DRAWN[id]!.leastEm);
  const nameOf = (panel: number) => {
    const found = PANELS.find(({ id }) => id === drawn[panel]);
    return found ? title(found.title) : drawn[panel]!;
  };
  const names = (places: readonly number[]) => places.map(nameOf).join(separator);
  return (
    <section aria-label={words.previews}>
      <h4 className={styles.subhead}>{words.previews}</h4>
      <ul className={styles.previews}>
        {WALL_SIZES.map(([widthPx, heightPx]) => {
          const preview = previewOf(widthPx, heightPx, heightsEm);
          const { turning, tooHigh } = preview;
          return (
            <li key={widthPx} aria-label={`${widthPx}×${heightPx}`}>
              <Sketch
                widthPx={widthPx}
                heightPx={heightPx}
                preview={preview}
                heightsEm={heightsEm}
                numbers={drawn.map((id) => panels.indexOf(id) + 1)}
              />
              <div>
                <b>
                  {widthPx}×{heightPx}
                </b>
                {turning.length === 0 && tooHigh.length === 0 && <p>{words.allFit(drawn.length)}</p>}
                {turning.length > 0 && <p>{words.turns(names(turning))}</p>}
                {tooHigh.length > 0 && <p className={styles.fault}>{words.tooHigh(names(tooHigh))}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <p className={styles.hint}>{words.previewHint}</p>
    </section>
  );
}

interface SketchProps {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly preview: ScreenPreview;
  readonly heightsEm: readonly number[];
  readonly numbers: readonly number[];
}

/** The screen in outline, its panels by their numbers. */
function Sketch({ widthPx, heightPx, preview: { layout }, heightsEm, numbers }: SketchProps) {
  const { left, right, columnPx, typePx, roomEm } = layout;
  const headPx = HEADER_EM * typePx;
  const boxes = [...left, ...right].flatMap((column, at) => {
    const x = at < left.length ? at * columnPx : widthPx - (left.length + right.length - at) * columnPx;
    const neededEm = column.reduce((sum, panel) => sum + heightsEm[panel]!, 0);
    let y = headPx;
    return column.map((panel) => {
      const height = (heightsEm[panel]! / neededEm) * roomEm * typePx;
      y += height;
      return { panel, x, y: y - height, height };
    });
  });
  // One pixel of the sketch, whatever the screen has.
  const unit = Math.max(heightPx / 54, widthPx / 144);
  return (
    <svg viewBox={`0 0 ${widthPx} ${heightPx}`} className={styles.sketch} aria-hidden="true">
      <rect width={widthPx} height={heightPx} className={styles.sketchMap} strokeWidth={unit} />
      <rect width={widthPx} height={headPx} className={styles.sketchHead} />
      {boxes.map(({ panel, x, y, height }) => (
        <g key={panel}>
          <rect x={x} y={y} width={columnPx} height={height} className={styles.sketchPanel} strokeWidth={unit} />
          <text
            x={x + columnPx / 2}
            y={y + height / 2}
            fontSize={unit * 14}
            dominantBaseline="central"
            textAnchor="middle"
          >
            {numbers[panel]}
          </text>
        </g>
      ))}
    </svg>
  );
}
