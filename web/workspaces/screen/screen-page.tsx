import { type CSSProperties, useEffect } from "react";
import { LAYER_IDS } from "#data/layers/index.ts";
import { missingFrom, type Scene } from "#data/wall/scene.ts";
import { INCIDENT_SCENE } from "#data/wall/scene-at.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { SCREEN_WORDS } from "../../messages/screen.ts";
import { SCREEN_ACCESS_WORDS } from "../../messages/screen-access.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useResults } from "../../state/results.ts";
import { useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import { useWall } from "../../state/wall.ts";
import { MapSurface } from "../map/map-surface.tsx";
import { applyScene, moveToScene } from "./apply-scene.ts";
import { EditorFrame } from "./editor/editor-frame.tsx";
import { useShownProgram } from "./editor/use-shown-program.ts";
import { FigureList } from "./figures/figure-list.tsx";
import { SceneId } from "./figures/scene-id.ts";
import { useListOnMap } from "./figures/use-list-on-map.ts";
import { useFrameTimes } from "./frame-times.ts";
import { StandingAlarm, standingAlarm, type Taker, useTakers } from "./incident/standing-alarm.ts";
import { DRAWN_OVERLAYS } from "./overlays.tsx";
import { OverlayBoundary, PanelBoundary } from "./panel-boundary.tsx";
import { PanelPlace } from "./panel-place.tsx";
import { DRAWN } from "./panels.tsx";
import styles from "./screen.module.css";
import { ScreenHeader } from "./screen-header.tsx";
import { layOutScreen, type ScreenLayout, usualViewing } from "./screen-layout.ts";
import { TypePx } from "./type-context.ts";
import { useHold } from "./use-hold.ts";
import { useReload } from "./use-reload.ts";
import { useReport } from "./use-report.ts";
import { useScreenSize } from "./use-screen-size.ts";
import { useTurn } from "./use-turn.ts";

/** Names on the map are this many pixels high on a desk. */
const MAP_TYPE_PX = 13;

const SHOWABLE = { layers: LAYER_IDS, panels: Object.keys(DRAWN), overlays: Object.keys(DRAWN_OVERLAYS) };

/** A screen of the command centre, for weeks; or, beside a scene as it will stand there, what makes it. */
export function ScreenPage() {
  const isEdited = useView(({ edit }) => edit !== null);
  return isEdited ? (
    <EditorFrame>
      <Screen />
    </EditorFrame>
  ) : (
    <Screen />
  );
}

/** The map of a scene with its panels around it. */
function Screen() {
  const { widthPx, heightPx } = useScreenSize();
  const program = useShownProgram();
  const { standing, state, scenes, screen } = program;
  const takers = useTakers();
  const found = scenes.find(({ id }) => id === standing.scene);
  const scene = found ?? scenes[0]!;
  const panels = scene.panels.filter((id) => Object.hasOwn(DRAWN, id));
  const layout = layOutScreen(
    widthPx,
    heightPx,
    screen?.viewing ?? usualViewing(widthPx, heightPx),
    panels.map((id) => DRAWN[id]!.leastEm),
  );
  const alarm = scene.id === INCIDENT_SCENE ? standingAlarm(takers, standing.alarm) : null;
  useScene(scene, state, alarm, `${widthPx}×${heightPx} ${layout.typePx}`);
  useListOnMap(scene, state, alarm);
  useFrameTimes(
    scene,
    state,
    alarm,
    useLedgers(({ layers }) => layers),
    useResults(({ heat }) => heat.answer),
  );
  useHold(state);
  useReload(standing);
  useReport(screen?.id ?? null, screen?.revision ?? 0, scene.id);
  const { turns } = layout;
  const turn = useTurn(turns.length, standing, scene.dwellS, state.frozen?.at ?? null);
  return (
    <TypePx value={layout.typePx}>
      <StandingAlarm value={alarm}>
        <SceneId value={scene.id}>
          <div className={styles.screen} style={sizes(layout)} data-scene={scene.id}>
            <ScreenHeader scene={scene} standing={standing} state={state} />
            <Side panels={panels} columns={layout.left} roomEm={layout.roomEm} />
            <main className={styles.map}>
              <MapSurface magnification={layout.typePx / MAP_TYPE_PX} />
              <Notes
                scene={scene}
                asked={found ? null : standing.scene}
                unknown={program.isUnknown}
                withheld={standing.withheld}
                left={layout.leftOut}
              />
              <FigureList state={state} standing={standing} />
              {turns.length > 1 && <Turn turn={turn} turns={turns.length} />}
            </main>
            <Side panels={panels} columns={inTurn(layout, turn)} roomEm={layout.roomEm} />
            {scene.overlays.map((id) => {
              const Overlay = DRAWN_OVERLAYS[id];
              return (
                Overlay && (
                  <OverlayBoundary key={id}>
                    <Overlay />
                  </OverlayBoundary>
                )
              );
            })}
          </div>
        </SceneId>
      </StandingAlarm>
    </TypePx>
  );
}

/** The columns on the right as they stand now. */
const inTurn = ({ right, turns }: ScreenLayout, turn: number): ScreenLayout["right"] =>
  turns.length > 1 ? [...right.slice(0, -1), turns[turn] ?? []] : right;

const sizes = ({ typePx, columnPx, left, right }: ScreenLayout) =>
  ({
    "--type": `${typePx}px`,
    "--left": `${left.length * columnPx}px`,
    "--right": `${right.length * columnPx}px`,
  }) as CSSProperties;

function useScene(scene: Scene, state: ScreenState, alarm: Taker | null, size: string): void {
  const isReady = useLedgers(({ state: loaded }) => loaded === "ready");
  const map = useSurface((surface) => surface.map);
  // Of an alarm only its place moves the map: a value that comes every second does not. A screen of another size shows the same extent.
  const place = alarm?.position?.join() ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isReady && map) applyScene(scene, state, alarm);
  }, [isReady, map, scene, state, place]);
  // Whoever edits a scene moves the map by hand: only another place of the scene takes it away from there.
  const isEdited = useView(({ edit }) => edit !== null);
  const moving = isEdited ? scene.extent : scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isReady && map) moveToScene(scene, state, alarm);
  }, [isReady, map, moving, state, place, size]);
  useEffect(() => {
    // Nobody clicks a wall, and a stray touch must not open what nobody closes.
    useSurface.setState({ clicks: () => {} });
    return () => useSurface.setState({ clicks: null });
  }, []);
}

function Side({
  panels,
  columns,
  roomEm,
}: {
  panels: readonly string[];
  columns: ScreenLayout["left"];
  roomEm: number;
}) {
  return (
    <aside className={styles.side}>
      {columns.map((column) => {
        const ids = column.map((place) => panels[place]!);
        const neededEm = ids.reduce((sum, id) => sum + DRAWN[id]!.leastEm, 0);
        return (
          <div key={column[0]} className={styles.column}>
            {ids.map((id) => {
              const { Panel, leastEm } = DRAWN[id]!;
              const heightEm = (leastEm / neededEm) * roomEm;
              return (
                <div key={id} className={styles.place} style={{ height: `${heightEm}em` }}>
                  <PanelBoundary id={id}>
                    <PanelPlace Panel={Panel} heightEm={heightEm} />
                  </PanelBoundary>
                </div>
              );
            })}
          </div>
        );
      })}
    </aside>
  );
}

/** Says that the last column has more than what stands there now. */
function Turn({ turn, turns }: { turn: number; turns: number }) {
  const words = useWords(SCREEN_WORDS);
  return <p className={styles.turn}>{words.turn(turn + 1, turns)}</p>;
}

/** What keeps the scene from being shown as it was meant, said on the map. */
function Notes({
  scene,
  asked,
  unknown,
  withheld,
  left,
}: {
  scene: Scene;
  asked: string | null;
  unknown: boolean;
  withheld: string | null;
  left: number;
}) {
  const words = useWords(SCREEN_WORDS);
  const access = useWords(SCREEN_ACCESS_WORDS);
  const title = useTitle();
  const all = useWall(({ scenes }) => scenes);
  const other = all.find(({ id }) => id === withheld);
  const missing = missingFrom(scene, SHOWABLE).map(({ kind, id }) => `${words.kinds[kind]} ${id}`);
  const notes = [
    ...(unknown ? [words.unknownScreen] : []),
    ...(asked === null ? [] : [words.noScene(asked)]),
    ...(withheld === null ? [] : [access.withheld(other ? title(other.title) : withheld)]),
    ...(missing.length === 0 ? [] : [words.lacks(missing.join("、"))]),
    ...(left > 0 ? [words.noRoom(left)] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <output className={styles.notes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </output>
  );
}
