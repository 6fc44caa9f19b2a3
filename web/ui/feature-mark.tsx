import type { LayerDefinition } from "#data/layers/define.ts";
import { type Snapshot, UNKNOWN_CODE } from "#data/snapshot/snapshot.ts";
import { useLanguage } from "../messages/words.ts";
import styles from "./feature-mark.module.css";
import { lookOf, Swatch } from "./swatch.tsx";

/** A feature's symbol as on the map and, where that shows something else, its grade in words. */
export function FeatureMark(props: {
  layer: LayerDefinition;
  snapshot: Snapshot | undefined;
  row: number | null;
  grade: string | null;
}) {
  const { layer, snapshot, row, grade } = props;
  const language = useLanguage();
  const attribute = layer.grade === undefined ? undefined : layer.attributes[layer.grade];
  const value = attribute?.type === "code" ? attribute.values.find(({ code }) => code === grade) : undefined;
  const look = lookOf(layer, layer.symbol.by === layer.grade ? grade : symbolCode(layer, snapshot, row));
  return (
    <span className={styles.mark} title={[layer.title[language], value?.title[language]].filter(Boolean).join(" · ")}>
      <Swatch layer={layer} {...(look && { look })} />
      {value && layer.symbol.by !== layer.grade && <span className={styles.grade}>{value.title[language]}</span>}
    </span>
  );
}

function symbolCode({ symbol }: LayerDefinition, snapshot: Snapshot | undefined, row: number | null): string | null {
  const column = symbol.by === undefined ? undefined : snapshot?.columns[symbol.by];
  if (column?.type !== "code" || row === null) return null;
  const index = column.indices[row]!;
  return index === UNKNOWN_CODE ? null : column.values[index]!;
}
