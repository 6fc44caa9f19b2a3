import { Alert, Button } from "antd";
import type { Geometry } from "geojson";
import { findGeometryProblem } from "#data/geometry/validity.ts";
import { findLayer } from "#data/layers/index.ts";
import type { Refusal } from "../../analysis/protocol.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useResults } from "../../state/results.ts";
import { useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";

/** Why there is no answer, and in which field the reason lies. */
export function RingRefusal() {
  const words = useWords(RING_WORDS);
  const refusal = useResults(({ rings }) => rings.refusal);
  const origin = useView((view) => view.origin);
  const describe = useDescription();
  if (!refusal) return null;
  const shape = origin?.kind === "shape" ? (origin.shape as Geometry) : null;
  const problem = refusal.field.startsWith("geometry") && shape ? findGeometryProblem(shape) : null;
  const at = problem?.code === "self-crossing" ? problem.position : null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words.refused}
      description={problem ? `${words.refusedField.geometry}: ${words.problems[problem.code]}` : describe(refusal)}
      action={
        at && (
          <Button size="small" onClick={() => showPlace(at)}>
            {words.showPlace}
          </Button>
        )
      }
    />
  );
}

function useDescription(): (refusal: Refusal) => string {
  const words = useWords(RING_WORDS);
  const title = useTitle();
  return ({ field, reason, allowed }) => {
    const [part = "", layer = ""] = field.split(".");
    if (part === "ids") return `${words.refusedField.ids}: ${words.idsGone}`;
    const known = findLayer(layer);
    const name = part in words.refusedField ? words.refusedField[part as keyof typeof words.refusedField] : field;
    const where = known ? `${name} (${title(known.title)})` : name;
    return `${where}: ${reason}${allowed ? `; ${words.allowed(allowed)}` : ""}`;
  };
}

function showPlace([lon, lat]: readonly [number, number]): void {
  const { map } = useSurface.getState();
  map?.moveTo({ ...map.camera, lon, lat, zoom: Math.max(map.camera.zoom, 16) });
}
