import type { CampaignFinding } from "#data/analyses/campaign-results.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { SCREEN_CAMPAIGN_WORDS } from "../../../messages/screen-campaign.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { AnswerPanel } from "../answer-panel.tsx";
import { FigureButton } from "../figures/figure-button.tsx";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import type { PanelRoom } from "../panels.tsx";
import styles from "./campaign.module.css";
import { measuredByGravity, standingText, standingTone } from "./standing-text.ts";
import { CAMPAIGN_LAYERS, useCampaign } from "./use-campaign.ts";

/** Title and frame, five lines of foot. */
const FRAME_EM = 2.6 + 5 * 1.3;

/** Two lines a target: what, and how it stands. */
const TARGET_EM = 2 * LINE_EM;

export const TARGET_PANEL_LEAST_EM = FRAME_EM + 4 * TARGET_EM;

/** The targets that the ledgers can measure, the gravest first. */
export function TargetPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_CAMPAIGN_WORDS);
  const screen = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const { answer, refusal, lastGoodAt } = useCampaign();
  const targets = answer ? measuredByGravity(answer.findings) : [];
  const listed = Math.floor(linesThatFit(heightEm - FRAME_EM, targets.length * 2) / 2);
  return (
    <AnswerPanel
      id="campaign-targets"
      layers={CAMPAIGN_LAYERS}
      refusal={refusal}
      lastGoodAt={lastGoodAt}
      notes={[words.onlyMeasured]}
    >
      <ol className={styles.targets}>
        {targets.slice(0, listed).map((target) => (
          <Target key={target.id} target={target} />
        ))}
      </ol>
      {targets.length > listed && (
        <p className={lists.note}>{screen.moreOf(formatNumber(targets.length - listed, language))}</p>
      )}
    </AnswerPanel>
  );
}

function Target({ target: { id, sector, title: name, standing, measured } }: { target: CampaignFinding }) {
  const words = useWords(SCREEN_CAMPAIGN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const unmet = measured?.behind.role === "unmet" ? measured.behind.count : null;
  const unknown = measured?.unknown.count ?? 0;
  return (
    <li data-tone={standingTone(standing)}>
      <span className={styles.what}>
        <FigureButton panel="campaign-targets" figure={id}>
          <b>{sector}</b> {title(name)}
        </FigureButton>
      </span>
      <span className={styles.how}>
        <em>{standingText(standing, words)}</em>
        {unmet !== null && unmet > 0 && ` · ${words.unmet(formatNumber(unmet, language))}`}
        {unknown > 0 && ` · ${words.unknown(formatNumber(unknown, language))}`}
      </span>
    </li>
  );
}
