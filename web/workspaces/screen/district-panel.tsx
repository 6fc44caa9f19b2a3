import { useMemo } from "react";
import {
  countColors,
  type DistrictRisk,
  gradeDistricts,
  PROPOSED_REASONS,
  type RiskColor,
} from "#data/wall/district-risk.ts";
import { DRAWN_PANELS } from "#data/wall/panels.ts";
import { SCREEN_WORDS } from "../../messages/screen.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { DataAge, useIsStale } from "./data-age.tsx";
import { FigureButton } from "./figures/figure-button.tsx";
import { useLastGood } from "./last-good.ts";
import { LINE_EM, linesThatFit } from "./lines-that-fit.ts";
import { PanelFrame } from "./panel-frame.tsx";
import type { PanelRoom } from "./panels.tsx";
import styles from "./screen.module.css";

/** Title and frame, and five lines of foot. */
const FRAME_EM = 2.6 + 5 * 1.3;

export const DISTRICT_PANEL_LEAST_EM = FRAME_EM + 4 * LINE_EM;

const LAYERS = [...new Set(PROPOSED_REASONS.map(({ layer }) => layer))];

/** Which district stands worst, and because of what. */
export function DistrictPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const ledgers = useLedgers((state) => state.layers);
  const { districts, withoutDistrict } = useMemo(
    () => gradeDistricts(new Map(ledgers.map(({ definition, snapshot }) => [definition.id, snapshot]))),
    [ledgers],
  );
  const listed = linesThatFit(heightEm - FRAME_EM, districts.length);
  const used = ledgers.filter(({ definition }) => LAYERS.includes(definition.id));
  const panel = DRAWN_PANELS.find(({ id }) => id === "districts")!;
  const notes = [
    words.districtRule,
    ...(withoutDistrict > 0 ? [words.withoutDistrict(formatNumber(withoutDistrict, language))] : []),
  ];
  return (
    <PanelFrame
      title={title(panel.title)}
      footer={
        <>
          <span>{notes.join("；")}</span>
          <DataAge ledgers={used} />
        </>
      }
      isStale={useIsStale(used)}
      lastGood={useLastGood(used)}
    >
      {districts.length === 0 && <p className={styles.more}>{words.noData}</p>}
      <ol className={styles.districts}>
        {districts.slice(0, listed).map((district) => (
          <District key={district.code} district={district} />
        ))}
      </ol>
      {districts.length > listed && <Others districts={districts.slice(listed)} />}
    </PanelFrame>
  );
}

function District({ district: { code, name, color, counts } }: { district: DistrictRisk }) {
  const words = useWords(SCREEN_WORDS);
  const language = useLanguage();
  const found = PROPOSED_REASONS.flatMap(({ id, color: grade }, place) => {
    const { count } = counts[place]!;
    return count > 0 ? [{ id, grade, count }] : [];
  }).toSorted((a, b) => a.grade - b.grade || b.count - a.count);
  return (
    <li className={styles.district}>
      <RiskMark color={color} />
      <span className={styles.districtName}>
        <FigureButton panel="districts" figure={code}>
          {name}
        </FigureButton>
      </span>
      <span className={styles.districtWhy}>
        {found.map(({ id, count }) => (
          <span key={id}>{`${words.reasons[id]} ${formatNumber(count, language)}`}</span>
        ))}
      </span>
    </li>
  );
}

/** Those that found no room: how many, and how many of them have which colour. */
function Others({ districts }: { districts: readonly DistrictRisk[] }) {
  const words = useWords(SCREEN_WORDS);
  return (
    <p className={styles.more}>
      {words.more(districts.length)}
      {countColors(districts).map(({ color, count }) => (
        <span key={color ?? 0} className={styles.otherColor}>
          <RiskMark color={color} /> {count}
        </span>
      ))}
    </p>
  );
}

/** One of the four colours with its letter, so that it reads without colour. */
function RiskMark({ color }: { color: RiskColor | null }) {
  const words = useWords(SCREEN_WORDS);
  if (color === null) return <span className={styles.riskMark}>{words.noColor}</span>;
  return (
    <span className={styles.riskMark} data-color={color} title={words.colors[color]}>
      {words.colorMarks[color]}
    </span>
  );
}
