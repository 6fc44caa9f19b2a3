import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { ApiProblem, type FeatureAnswer, fetchFeature } from "../../api.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { queries } from "../../state/queries.ts";

interface Props {
  readonly layer: string;
  readonly base: FeatureAnswer;
  readonly onCompare: (theirs: FeatureAnswer) => void;
}

/** Says as soon as the layer's next revision comes that somebody else changed the same feature. */
export function NewerVersionNote({ layer, base, onCompare }: Props) {
  const words = useWords(EDIT_WORDS);
  const revision = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === layer)?.snapshot.revision,
  );
  const { data, error } = useQuery(
    { queryKey: ["feature", layer, base.id, revision], queryFn: () => fetchFeature(layer, base.id) },
    queries,
  );
  if (error instanceof ApiProblem && error.status === 404)
    return <Alert type="error" showIcon title={words.goneMeanwhile} />;
  if (!data || data.properties.revision <= base.properties.revision) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.changedMeanwhile(data.properties.changedBy)}
      action={
        <Button size="small" onClick={() => onCompare(data)}>
          {words.compare}
        </Button>
      }
    />
  );
}
