import { PANELS } from "#data/wall/panels.ts";
import type { Conflict } from "../../../api.ts";
import { SCREEN_HAZARD_WORDS } from "../../../messages/screen-hazards.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { FigureButton } from "../figures/figure-button.tsx";
import { useLastGood } from "../last-good.ts";
import { LINE_EM } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import screen from "../screen.module.css";
import { useRowCount } from "../use-row-count.ts";
import styles from "./hazards.module.css";
import { useConflictPage } from "./use-conflicts.ts";

/** Title and frame, two numbers, and two lines of foot. */
const FRAME_EM = 2.6 + 2 * 2 + 2 * 1.3;

/** The source with the distances, and below it what stands too near. */
const PAIR_LINES = 2;

export const CONFLICT_PANEL_LEAST_EM = FRAME_EM + PAIR_LINES * LINE_EM;

/** What stands too near a hazard source, the most urgent first: how near, and how near it may. */
export function ConflictPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HAZARD_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const connected = useLedgers((state) => state.connected);
  const { page, lastGoodAt } = useConflictPage("too-near");
  const lastGood = useLastGood([], lastGoodAt);
  const sources = useRowCount("hazard-sources");
  const number = (value: number) => formatNumber(value, language);
  const conflicts = page?.conflicts ?? [];
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "hazard-conflicts")!.title)}
      isStale={!connected || lastGoodAt !== null}
      lastGood={lastGood}
      footer={<span>{words.conflictsBy}</span>}
    >
      {sources === 0 && <p className={lists.note}>{words.noSources}</p>}
      {page && sources !== 0 && (
        <>
          <dl className={styles.numbers}>
            <div className={screen.figure} data-tone={page.totals.tooNear > 0 ? "bad" : "plain"}>
              <dt>{words.tooNear}</dt>
              <dd>
                <strong>
                  <FigureButton panel="hazard-conflicts" figure="too-near">
                    {number(page.totals.tooNear)}
                  </FigureButton>
                </strong>
              </dd>
            </div>
            <div className={screen.figure} data-tone={page.totals.cannotTell > 0 ? "unsure" : "plain"}>
              <dt>{words.cannotTell}</dt>
              <dd>
                <strong>
                  <FigureButton panel="hazard-conflicts" figure="cannot-tell">
                    {number(page.totals.cannotTell)}
                  </FigureButton>
                </strong>
              </dd>
            </div>
          </dl>
          <ol className={styles.pairs}>
            {conflicts
              .slice(0, Math.max(1, Math.floor((heightEm - FRAME_EM) / LINE_EM / PAIR_LINES)))
              .map(({ id, finding }) => (
                <Pair key={id} id={id} finding={finding} />
              ))}
          </ol>
        </>
      )}
    </PanelFrame>
  );
}

/** The two, and by the rule that is missed the most how far they stand apart and how far they must. */
function Pair({ id, finding: { hazard, target, distanceM, rules } }: Pick<Conflict, "id" | "finding">) {
  const worst = rules.reduce<(typeof rules)[number] | null>(
    (most, rule) => (most === null || rule.shortfallM > most.shortfallM ? rule : most),
    null,
  );
  return (
    <li>
      <span className={styles.source}>
        <FigureButton panel="hazard-conflicts" figure={id}>
          {hazard.name}
        </FigureButton>
      </span>
      <b>
        {metres(worst?.measuredM ?? distanceM)}
        {worst && ` / ${metres(worst.requiredM)}`}
      </b>
      <span className={styles.target}>{target.name}</span>
    </li>
  );
}
