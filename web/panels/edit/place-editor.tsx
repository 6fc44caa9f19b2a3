import { AimOutlined, UndoOutlined } from "@ant-design/icons";
import { Alert, App, Button, Input } from "antd";
import type { Geometry } from "geojson";
import { useEffect, useState } from "react";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findGeometryProblem } from "#data/geometry/validity.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { drawShape } from "../../state/draw-shape.ts";
import { changeSession, type EditSession, geometryOf } from "../../state/editing.ts";
import { goToPlace } from "../../state/go-to-feature.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { middleOf, moveDistanceM } from "../../state/move-distance.ts";
import { useSurface } from "../../state/surface.ts";
import { metres } from "../../ui/quantities.ts";
import styles from "./edit.module.css";
import { controlId, FieldRow } from "./field-row.tsx";
import { type DrawMode, drawModesOf, roundDrawn } from "./place-draft.ts";
import { MoveText, PlaceSummary } from "./place-summary.tsx";
import { typedPlaces } from "./typed-place.ts";

/** Beyond this a move is rather another datum than another place. */
const FAR_MOVE_M = 1_000;
const FAR_FROM_ZONE_M = 50_000;

interface Props {
  readonly definition: LayerDefinition;
  readonly session: EditSession;
  readonly problem: string | undefined;
}

/** Where the feature is: pointed at or drawn on the map, or typed. */
export function PlaceEditor({ definition, session, problem }: Props) {
  const words = useWords(EDIT_WORDS);
  const { message } = App.useApp();
  const modes = drawModesOf(definition.geometry);
  const [mode, setMode] = useState<DrawMode>(modes[0]!);
  const isDrawing = useSurface((surface) => surface.drawing === "edit");
  const map = useSurface((surface) => surface.map);
  const before = session.base ? geometryOf(session.base) : null;
  const place = session.geometry ?? before;

  const draw = async (next: DrawMode) => {
    setMode(next);
    const shape = await drawShape(next, "edit");
    if (!shape) return;
    const drawn = roundDrawn(shape);
    const wrong = findGeometryProblem(drawn);
    if (wrong) void message.error(words.shapeProblems[wrong.code]);
    else changeSession({ geometry: drawn });
  };
  const drawLabel = (each: DrawMode) => {
    if (!place) return words.draw[each];
    // A shape gives way to a point, and a point to a shape: that is no move.
    if (modes.length > 1 && (each === "point") !== (place.type === "Point")) return words.instead[each];
    return words.redraw[each];
  };
  const isUnplaced = place === null && modes.length === 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who adds a feature points at its place first, once
  useEffect(() => {
    if (isUnplaced && map) void draw(modes[0]!);
  }, [map]);
  useEffect(() => stopDrawing, []);

  return (
    <>
      <FieldRow
        id="geometry"
        label={session.base ? words.placeNow : words.place}
        isGroup
        isChanged={before !== null && session.geometry !== null}
        problem={problem}
      >
        {place ? <PlaceSummary geometry={place} /> : <span className={styles.soft}>{words.placeMissing}</span>}
        {before && session.geometry && (
          <div className={styles.moved}>
            <MoveText from={before} to={session.geometry} />
            <Button
              size="small"
              type="link"
              icon={<UndoOutlined aria-hidden />}
              onClick={() => changeSession({ geometry: null })}
            >
              {words.backToOld}
            </Button>
          </div>
        )}
        <div className={styles.buttons}>
          {modes.map((each) => (
            <Button
              key={each}
              size="small"
              icon={<AimOutlined aria-hidden />}
              disabled={!map}
              onClick={() => void draw(each)}
            >
              {drawLabel(each)}
            </Button>
          ))}
        </div>
        {isDrawing && <DrawingHint mode={mode} before={before} />}
        <PlaceDoubts session={session} before={before} />
      </FieldRow>
      {modes.includes("point") && (!place || place.type === "Point") && (
        <TypedPlace definition={definition} near={place && middleOf(place)} />
      )}
    </>
  );
}

function stopDrawing(): void {
  const { drawing, map } = useSurface.getState();
  if (drawing === "edit") map?.cancelDrawing();
}

/** What to do next, and how far the pointer is from the old place. */
function DrawingHint({ mode, before }: { mode: DrawMode; before: Geometry | null }) {
  const words = useWords(EDIT_WORDS);
  const pointer = useSurface((surface) => surface.pointer);
  const from = before && mode === "point" ? middleOf(before) : null;
  return (
    <output className={styles.drawing}>
      <span>
        {words.drawHint[mode]} {words.drawKeys}
      </span>
      {from && pointer && <span>{words.fromHere(metres(geodesicDistanceM(...from, ...pointer)))}</span>}
      <Button size="small" type="link" onClick={stopDrawing}>
        {words.cancelDrawing}
      </Button>
    </output>
  );
}

/** What a person should look at twice. */
function PlaceDoubts({ session, before }: { session: EditSession; before: Geometry | null }) {
  const words = useWords(EDIT_WORDS);
  const { base, geometry, touched } = session;
  const center = useLedgers(({ zone }) => zone?.center ?? null);
  if (!geometry) return null;
  const movedM = before ? moveDistanceM(before, geometry) : 0;
  const fromCenterM = center ? geodesicDistanceM(...center, ...middleOf(geometry)) : 0;
  const hasOldError = base?.properties.positionErrorM != null && touched.positionErrorM === undefined;
  const doubts = [
    ...(movedM > FAR_MOVE_M ? [words.farMove] : []),
    ...(fromCenterM > FAR_FROM_ZONE_M ? [words.farFromZone(metres(fromCenterM))] : []),
    ...(movedM > 0 && hasOldError ? [words.errorMayDiffer] : []),
  ];
  return doubts.map((doubt) => <Alert key={doubt} className={styles.doubt!} type="warning" showIcon title={doubt} />);
}

/** Coordinates or a stake, read when the person says so. */
function TypedPlace({ definition, near }: { definition: LayerDefinition; near: [number, number] | null }) {
  const words = useWords(EDIT_WORDS);
  const [text, setText] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const set = () => {
    const { layers, zone } = useLedgers.getState();
    const [place] = typedPlaces(text, layers, near ?? zone?.center ?? null);
    setIsWrong(!place);
    if (!place) return;
    stopDrawing();
    changeSession({ geometry: { type: "Point", coordinates: [...place] } });
    goToPlace(place, definition.symbol.minZoom);
  };
  return (
    <FieldRow id="typed-place" label={words.typePlace} problem={isWrong ? words.notAPlace : undefined}>
      <Input.Search
        id={controlId("typed-place")}
        value={text}
        placeholder={words.typePlaceHint}
        enterButton={words.setPlace}
        onChange={({ target }) => {
          setText(target.value);
          setIsWrong(false);
        }}
        onSearch={set}
      />
    </FieldRow>
  );
}
