import { useMemo } from "react";
import { type CountFigure, countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES, type LedgerFigureId } from "#data/wall/ledger-figures.ts";
import type { CountPanel as CountPanelOf } from "#data/wall/panels.ts";
import { SCREEN_WORDS } from "../../messages/screen.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { useToday } from "../../panels/layers/use-today.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { DataAge, useIsStale } from "./data-age.tsx";
import { FigureButton } from "./figures/figure-button.tsx";
import { useLastGood } from "./last-good.ts";
import { PanelFrame } from "./panel-frame.tsx";
import styles from "./screen.module.css";

/** Of the title with the frame, of one number, and of one line under them. */
const [TITLE_EM, FIGURE_EM, FOOT_EM] = [2.6, 2, 1.3];

/** Two ledgers share a line of the foot, with one more line for what does not fit beside each other: of one ledger, its age. */
export function countPanelHeightEm({ figures }: CountPanelOf): number {
  const ledgers = new Set(figures.map((id) => LEDGER_FIGURES[id].layer)).size;
  const footLines = Math.ceil(ledgers / 2) + 1;
  return TITLE_EM + figures.length * FIGURE_EM + footLines * FOOT_EM;
}

/** Numbers of the ledgers, one to a line. */
export function CountPanel({ panel }: { panel: CountPanelOf }) {
  const title = useTitle();
  const ledgers = useLedgers((state) => state.layers);
  const figures = panel.figures.map((id: LedgerFigureId): CountFigure => LEDGER_FIGURES[id]);
  const used = ledgers.filter(({ definition }) => figures.some(({ layer }) => layer === definition.id));
  return (
    <PanelFrame
      title={title(panel.title)}
      footer={<DataAge ledgers={used} />}
      isStale={useIsStale(used)}
      lastGood={useLastGood(used)}
    >
      <dl className={styles.figures}>
        {figures.map((figure) => {
          const ledger = used.find(({ definition }) => definition.id === figure.layer);
          return ledger && <Figure key={figure.id} panel={panel.id} figure={figure} ledger={ledger} />;
        })}
      </dl>
    </PanelFrame>
  );
}

function Figure({ panel, figure, ledger }: { panel: string; figure: CountFigure; ledger: Ledger }) {
  const words = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const today = useToday();
  const { snapshot, definition } = ledger;
  const { value, unknown, total } = useMemo(() => countFigure(figure, snapshot, today), [figure, snapshot, today]);
  const number = (count: number) => formatNumber(count, language);
  return (
    <div className={styles.figure} data-tone={value === 0 ? "plain" : figure.tone}>
      <dt>
        <Swatch layer={definition} size={24} />
        {title(figure.title)}
      </dt>
      <dd>
        {snapshot.count === 0 ? (
          <span className={styles.of}>{words.noData}</span>
        ) : (
          <strong>
            <FigureButton panel={panel} figure={figure.id}>
              {number(value)}
            </FigureButton>
          </strong>
        )}
        {figure.counted && total !== value && <span className={styles.of}>{words.of(number(total))}</span>}
        {unknown > 0 && (
          <span className={styles.unknown} title={words.unknown(number(unknown))}>
            {words.atMost(number(value + unknown))}
          </span>
        )}
      </dd>
    </div>
  );
}
