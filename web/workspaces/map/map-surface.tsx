import { useEffect, useRef, useState } from "react";
import { prepareAnalyses } from "../../analysis/analyses.ts";
import type { MapEvents, ZoneMap } from "../../map/picture.ts";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { homeExtent } from "../../state/home-extent.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { usePicture } from "../../state/picture.ts";
import { hover, useSurface } from "../../state/surface.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { clickMap } from "./click-map.ts";
import styles from "./map-frame.module.css";

/** Begun before React draws anything: the largest part of the page. */
const mapModule = import("../../map/zone-map.ts");

/** Until the data says where it lies. Nothing is drawn there. */
const NOWHERE = { lon: 0, lat: 0, zoom: 1 };

/** The map that shows the place of the link or of the data; before that its camera is nobody's wish. */
let placedMap: ZoneMap | null = null;

const events: MapEvents = {
  onCamera(camera, bounds) {
    useSurface.setState({ bounds, zoom: camera.zoom });
    // A panel that opens while the data is still coming resizes the map, which tells of a camera nowhere.
    if (placedMap === null) return;
    changeView({ camera: { lon: camera.lon, lat: camera.lat, zoom: camera.zoom } });
  },
  onHover: hover,
  onClick: clickMap,
  onPointer: (pointer) => useSurface.setState({ pointer }),
  onReady() {
    useSurface.setState({ lost: false });
    document.body.dataset.state = "ready";
    prepareAnalyses();
  },
  onContextLost() {
    useSurface.setState({ lost: true });
    document.body.dataset.state = "lost";
  },
};

/**
 * The one map of the page: made once, then handed a new picture whenever there is one.
 *
 * @param magnification - for a screen that is read from afar: names and symbols so many times larger, as sharp as on a desk.
 */
export function MapSurface({ magnification = 1 }: { magnification?: number }) {
  const words = useWords(PAGE_WORDS);
  const container = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const atFirst = useRef(magnification);
  useEffect(() => {
    let made: ZoneMap | null = null;
    let gone = false;
    void mapModule
      .then(({ createZoneMap }) => {
        const { camera, theme, language } = useView.getState();
        return createZoneMap(container.current!, events, {
          camera: { ...(camera ?? NOWHERE), bearing: 0, pitch: 0 },
          theme,
          language,
          magnification: atFirst.current,
        });
      })
      .then((map) => {
        made = map;
        if (gone) map.destroy();
        else useSurface.setState({ map });
      })
      .catch((error: unknown) => {
        setFailed(true);
        reportError(error);
      });
    return () => {
      gone = true;
      made?.destroy();
      placedMap = null;
      useSurface.setState({ map: null });
    };
  }, []);
  useMagnification(magnification, atFirst.current);
  useDrawing();
  const share = `${100 / magnification}%`;
  const enlarged = { width: share, height: share, transform: `scale(${magnification})`, transformOrigin: "0 0" };
  return (
    <>
      <div ref={container} className={styles.map} style={magnification === 1 ? undefined : enlarged} />
      {failed && <div className={styles.notice}>{words.openFailed}</div>}
    </>
  );
}

/** A screen that is hung up anew keeps its map. */
function useMagnification(magnification: number, atFirst: number): void {
  const map = useSurface((surface) => surface.map);
  const drawn = useRef(atFirst);
  useEffect(() => {
    if (!map || drawn.current === magnification) return;
    drawn.current = magnification;
    map.magnify(magnification);
  }, [map, magnification]);
}

function useDrawing(): void {
  const map = useSurface((surface) => surface.map);
  const ready = useLedgers((ledgers) => ledgers.state === "ready");
  const picture = usePicture();
  useEffect(() => {
    if (!map || !ready) return;
    if (placedMap !== map) placeMap(map);
    map.show(picture);
  }, [map, ready, picture]);
  useEffect(() => {
    // A link that was opened, or going back: the view moves the map, not the map the view.
    if (!map) return;
    return useView.subscribe(({ camera }) => {
      const { lon, lat, zoom } = map.camera;
      if (!camera || (near(camera.lon, lon) && near(camera.lat, lat) && near(camera.zoom, zoom))) return;
      map.moveTo({ ...camera, bearing: 0, pitch: 0 });
    });
  }, [map]);
}

/** Where the link says, else around the data; an empty record leaves it for the first delivery. */
function placeMap(map: ZoneMap): void {
  const { camera } = useView.getState();
  const { layers, zone } = useLedgers.getState();
  const extent = camera ? null : homeExtent(layers, zone?.center ?? null);
  if (camera || extent) placedMap = map;
  if (extent) map.fit(extent);
  // A link that brings its own camera moves nothing, so no move will tell.
  useSurface.setState({ zoom: map.camera.zoom, bounds: map.bounds });
}

/** The map rounds what it is told; only a real difference is a move. */
const near = (a: number, b: number) => Math.abs(a - b) < 1e-5;
