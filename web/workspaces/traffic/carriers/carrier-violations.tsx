import type { CarrierFinding } from "#data/analyses/carrier-risk-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { rowValue } from "#data/snapshot/to-geojson.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { hoverListed, openListed } from "../../../state/listed-feature.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./carriers.module.css";

/** Its violations by kind, and each that is not settled; nothing of drivers and plates. */
export function CarrierViolationsList({ carrier }: { carrier: CarrierFinding }) {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const kindName = useKindName();
  const { all, byKind, kindUnknown, points, pointsUnknown, unsettled, settledUnknown } = carrier.violations;
  const say = (value: number) => formatNumber(value, language);
  const kinds = [
    ...byKind.map(({ kind, count }) => ({ name: kindName(kind), count })),
    ...(kindUnknown > 0 ? [{ name: words.kindUnknown, count: kindUnknown }] : []),
  ];
  const most = Math.max(1, ...kinds.map(({ count }) => count));
  return (
    <>
      <h4>
        {words.violations} {say(all)}
      </h4>
      {all === 0 ? (
        <p className={styles.soft}>{words.noViolations}</p>
      ) : (
        <>
          <p className={styles.soft}>
            {words.points(say(points), say(pointsUnknown))} · {words.unsettled(say(unsettled), say(settledUnknown))}
          </p>
          <dl className={styles.kinds}>
            {kinds.map(({ name, count }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <i style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
                  {say(count)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {carrier.unsettledIds.length > 0 && <Unsettled ids={carrier.unsettledIds} />}
    </>
  );
}

function Unsettled({ ids }: { ids: readonly string[] }) {
  const words = useWords(CARRIERS_WORDS);
  const kindName = useKindName();
  const layers = useLedgers((state) => state.layers);
  const ledger = layers.find(({ definition }) => definition.id === "violations");
  if (!ledger) return null;
  const { definition, snapshot } = ledger;
  return (
    <>
      <h4>{words.unsettledList}</h4>
      <ol className={styles.records}>
        {ids.map((id) => {
          const row = findRow(layers, { layer: "violations", id });
          if (row === null) return null;
          const text = (attribute: string) => rowValue(snapshot, definition, attribute, row);
          const [kind, happenedAt, road] = [text("kind"), text("happenedAt"), text("roadCode") ?? text("roadName")];
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={words.openViolation(snapshot.codes.get(row) ?? "")}
                onClick={() => openListed({ layer: "violations", id })}
                onPointerEnter={() => hoverListed({ layer: "violations", row })}
                onPointerLeave={() => hoverListed(null)}
              >
                <span>{typeof kind === "string" ? kindName(kind) : words.kindUnknown}</span>
                <time>
                  {typeof happenedAt === "string" ? happenedAt.replace("T", " ").slice(0, 16) : words.unknown}
                </time>
                <span>{road ? String(road) : words.unknown}</span>
                <span className={styles.soft}>{snapshot.codes.get(row)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function useKindName(): (code: string) => string {
  const title = useTitle();
  const { kind } = getLayer("violations").attributes;
  return (code) => {
    const found = kind?.type === "code" ? kind.values.find((each) => each.code === code) : undefined;
    return found ? title(found.title) : code;
  };
}
