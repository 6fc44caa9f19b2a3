import type { ReactNode } from "react";
import type { Refusal } from "../../analysis/protocol.ts";
import { SCREEN_WORDS } from "../../messages/screen.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { AnswerPanel, type PanelNote } from "./answer-panel.tsx";
import { FigureButton } from "./figures/figure-button.tsx";
import { LINE_EM, linesThatFit } from "./lines-that-fit.ts";
import lists from "./lists.module.css";
import styles from "./name-list.module.css";
import { useRowCount } from "./use-row-count.ts";

/** Title and frame, and three lines of foot. */
const FRAME_EM = 2.6 + 3 * 1.3;

/** What such a panel needs at least for so many lines. */
export const nameListHeightEm = (lines: number): number => FRAME_EM + lines * LINE_EM;

export interface NameLine {
  readonly id: string;
  /** What is with it, in a word. */
  readonly what: ReactNode;
  readonly name: string;
  /** The number or day by which the list goes. */
  readonly last: string;
  readonly tone?: "bad" | "unsure";
}

/**
 * Features of one ledger by name, one to a line, as many as there is room for; how many more there are is said. A line opens its own
 * feature, what is more opens the whole list.
 */
export function NameListPanel(props: {
  id: string;
  heightEm: number;
  /** Of all that it lists. */
  figure: string;
  /** The ledger whose features are listed comes first: of an empty one nothing can be told. */
  layers: readonly [string, ...string[]];
  lines: readonly NameLine[];
  /** Said where the ledger has features and none is listed; `null` while nobody knows. */
  none: string | null;
  notes: readonly PanelNote[];
  refusal?: Refusal | null;
}) {
  const { id, heightEm, figure, layers, lines, none, notes, refusal = null } = props;
  const words = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const rows = useRowCount(layers[0]);
  const listed = linesThatFit(heightEm - FRAME_EM, lines.length);
  return (
    <AnswerPanel id={id} layers={layers} refusal={refusal} notes={notes}>
      {rows === 0 && <p className={lists.note}>{words.noData}</p>}
      {rows !== null && rows > 0 && lines.length === 0 && none !== null && <p className={lists.note}>{none}</p>}
      <ol className={`${lists.list} ${styles.lines}`}>
        {lines.slice(0, listed).map((line) => (
          <li key={line.id} data-tone={line.tone ?? "plain"}>
            <span className={styles.what}>{line.what}</span>
            <span>
              <FigureButton panel={id} figure={line.id}>
                {line.name}
              </FigureButton>
            </span>
            <b>{line.last}</b>
          </li>
        ))}
      </ol>
      {lines.length > listed && (
        <p className={lists.note}>
          <FigureButton panel={id} figure={figure}>
            {words.moreOf(formatNumber(lines.length - listed, language))}
          </FigureButton>
        </p>
      )}
    </AnswerPanel>
  );
}
