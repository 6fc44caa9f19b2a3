import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { Geometry } from "geojson";
import { field, type LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { ApiProblem, type FeatureHistory, fetchHistory } from "../../api.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { moveDistanceM } from "../../state/move-distance.ts";
import { queries } from "../../state/queries.ts";
import { metres } from "../../ui/quantities.ts";
import styles from "./detail-panel.module.css";
import { formatInstant } from "./instants.ts";
import { ChangeValue } from "./value-view.tsx";

type Change = FeatureHistory["changes"][number];
type Field = Change["fields"][number];

/** Who changed what, latest first. */
export function HistoryView({ layer, id, revision }: { layer: LayerDefinition; id: string; revision: number }) {
  const words = useWords(DETAIL_WORDS);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(
    { queryKey: ["history", layer.id, id, revision], queryFn: () => fetchHistory(layer.id, id) },
    queries,
  );
  // That there never was such a feature is said above already.
  if (error instanceof ApiProblem && error.status === 404) return null;
  if (error)
    return (
      <p role="alert" className={styles.note}>
        {error.message}{" "}
        <Button size="small" onClick={() => void refetch()}>
          {words.again}
        </Button>
      </p>
    );
  if (!data) return <p className={styles.note}>{words.loading}</p>;
  return (
    <ol className={styles.timeline}>
      {data.changes.map((change) => (
        <li key={`${change.at}${change.action}`}>
          <div className={styles.change}>
            <strong>{words.actions[change.action]}</strong>
            <time dateTime={change.at}>{formatInstant(change.at, language)}</time>
            <span className={styles.soft}>{change.by || words.nobody}</span>
          </div>
          {change.reason && <div className={styles.reason}>{words.reason(change.reason)}</div>}
          {change.action === "changed" && change.fields.length === 0 && (
            <div className={styles.soft}>{words.noFields}</div>
          )}
          {change.fields.map((each) => (
            <FieldChange key={each.field} layer={layer} change={each} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function FieldChange({ layer, change: { field: id, from, to } }: { layer: LayerDefinition; change: Field }) {
  const words = useWords(DETAIL_WORDS);
  const title = useTitle();
  const attribute = layer.attributes[id];
  if (id === "geometry")
    return (
      <div className={styles.field}>
        <span className={styles.soft}>{words.geometry}</span>{" "}
        {moveText(from as Geometry, to as Geometry, words.moved, words.reshaped)}
      </div>
    );
  const name = attribute ? title(attribute.title) : isStandard(id) ? words[id] : id;
  const shownAs = attribute ?? (id === "positionErrorM" ? METRES : PLAIN);
  const view = (value: Field["from"]) => <ChangeValue id={id} attribute={shownAs} value={value as AttributeValue} />;
  return (
    <div className={styles.field}>
      <span className={styles.soft}>{name}</span> {view(from)} <span aria-hidden>→</span> {view(to)}
    </div>
  );
}

/** What every feature has is no attribute of its layer: its name is among the words. */
const UNTITLED = { zh: "", en: "" };
const PLAIN = field.text(UNTITLED);
const METRES = field.number(UNTITLED, { unit: "m" });

const STANDARD = ["code", "name", "district", "source", "observedOn", "positionErrorM"] as const;
const isStandard = (id: string): id is (typeof STANDARD)[number] => (STANDARD as readonly string[]).includes(id);

/** How far the middle went; a decimetre is below what anybody surveys here. */
function moveText(from: Geometry, to: Geometry, moved: (distance: string) => string, reshaped: string): string {
  const distanceM = moveDistanceM(from, to);
  return distanceM < 0.1 ? reshaped : moved(metres(distanceM));
}
