import { LAYERS } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { MapPicture } from "./map/picture.ts";
import { createZoneMap } from "./map/zone-map.ts";

const BASE = ["districts", "roads", "infrastructure", "buildings"];

async function loadSnapshots(): Promise<Snapshot[]> {
  const layers: { id: string; revision: number; count: number }[] = await (await fetch("/api/layers")).json();
  return Promise.all(
    layers
      .filter((layer) => layer.count > 0)
      .map(async ({ id, revision }) => {
        const answer = await fetch(`/api/layers/${id}/snapshots/${revision}.arrow`);
        return openSnapshot(new Uint8Array(await answer.arrayBuffer()));
      }),
  );
}

const map = await createZoneMap(
  document.getElementById("map")!,
  { onCamera() {}, onHover() {}, onClick() {}, onPointer() {}, onReady() {}, onContextLost() {} },
  { camera: { lon: 122.26, lat: 43.62, zoom: 12, bearing: 0, pitch: 0 }, theme: "light", language: "zh" },
);
const snapshots = await loadSnapshots();
const picture: MapPicture = {
  theme: "light",
  language: "zh",
  base: snapshots.filter((snapshot) => BASE.includes(snapshot.layer)),
  layers: LAYERS.flatMap((definition) => {
    const snapshot = snapshots.find((each) => each.layer === definition.id);
    return snapshot && !BASE.includes(definition.id) ? [{ definition, snapshot, visible: null, opacity: 1 }] : [];
  }),
  heat: null,
  rings: [],
  distanceLines: [],
  selected: [],
  hovered: null,
  marker: null,
  sketch: null,
};
map.show(picture);
await map.settled();
document.body.dataset.state = "ready";
