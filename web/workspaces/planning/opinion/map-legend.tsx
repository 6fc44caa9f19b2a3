import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { useWords } from "../../../messages/words.ts";
import { JUDGED_WIDTH_MM, LINE_LOOKS, LINE_SIGNS, LOOKS, PROPOSAL_LOOK } from "./map-patterns.tsx";
import styles from "./opinion.module.css";
import type { NumberedFinding } from "./sheet-findings.ts";
import { SHEET_KINDS, type SheetKind, sheetKindOf } from "./sheet-kinds.ts";
import type { SheetFeatures } from "./use-sheet-features.ts";

const VERDICTS = ["too-near", "cannot-tell", "clear"] as const;

/** What is on this sheet, and nothing else. */
export function MapLegend(props: { ground: readonly SheetFeatures[]; drawn: readonly NumberedFinding[] }) {
  const words = useWords(OPINION_WORDS).map;
  const shown = new Set<SheetKind>(
    props.ground.flatMap(({ layer, features }) => features.map((feature) => sheetKindOf(layer, feature))),
  );
  const verdicts = VERDICTS.filter((verdict) => props.drawn.some(({ finding }) => finding.verdict === verdict));
  const names = { "too-near": words.near, "cannot-tell": words.open, clear: words.kept };
  return (
    <>
      <h3>{words.legend}</h3>
      <ul className={styles.legend}>
        <Entry text={words.proposal}>
          <rect x="0.6" y="0.6" width="8.8" height="3.8" {...PROPOSAL_LOOK} />
        </Entry>
        {verdicts.map((verdict) => (
          <Entry key={verdict} text={`${LINE_SIGNS[verdict]} ${names[verdict]}`}>
            <path d="M0.6 2.5H9.4" {...LINE_LOOKS[verdict]} />
          </Entry>
        ))}
        {props.drawn.length > 0 && (
          <Entry text={words.judged}>
            <rect x="0.6" y="0.6" width="8.8" height="3.8" fill="none" stroke="#000" strokeWidth={JUDGED_WIDTH_MM} />
          </Entry>
        )}
        {SHEET_KINDS.filter((kind) => shown.has(kind))
          .reverse()
          .map((kind) => (
            <Entry key={kind} text={words.kinds[kind]}>
              <KindSign kind={kind} />
            </Entry>
          ))}
      </ul>
    </>
  );
}

function Entry({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 10 5" width="10mm" height="5mm" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}

function KindSign({ kind }: { kind: SheetKind }) {
  if (kind === "roads") return <path d="M0.6 1H9.4M0.6 4H9.4" stroke="#555" strokeWidth="0.2" />;
  if (kind === "infrastructure") return <path d="M0.6 2.5H9.4" {...LOOKS[kind]} />;
  return <rect x="0.6" y="0.6" width="8.8" height="3.8" {...LOOKS[kind]} />;
}
