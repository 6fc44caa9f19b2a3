import { AimOutlined, EditOutlined, FileDoneOutlined } from "@ant-design/icons";
import { Button, Select, Tooltip } from "antd";
import type { Geometry } from "geojson";
import { useId, useState } from "react";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useWords } from "../../../messages/words.ts";
import { drawShape } from "../../../state/draw-shape.ts";
import { useSurface } from "../../../state/surface.ts";
import { useView } from "../../../state/view-store.ts";
import { holdsTyped, useHazardOptions } from "../use-hazard-options.ts";
import styles from "./grading.module.css";
import { chooseSubject, useGrade, useGrading } from "./grading-state.ts";
import { useGradedGeometry } from "./use-graded-geometry.ts";

/** Which source is graded, and from which boundary people are counted. */
export function SourceSection() {
  const words = useWords(GRADING_WORDS);
  const id = useId();
  const subject = useGrading((state) => state.subject);
  const draft = useView((view) => view.planning.draft);
  const options = useHazardOptions();
  const geometry = useGradedGeometry();
  return (
    <section className={styles.section} aria-label={words.source}>
      <label htmlFor={id} className={styles.soft}>
        {words.pickSource}
      </label>
      <div className={styles.row}>
        <Select
          id={id}
          size="small"
          className={styles.grow}
          placeholder={words.sourcePlaceholder}
          showSearch={{ filterOption: holdsTyped }}
          allowClear
          value={subject?.kind === "source" ? subject.id : null}
          options={options}
          onChange={(chosen: string | null | undefined) =>
            chooseSubject(chosen ? { kind: "source", id: chosen } : null)
          }
        />
        <Tooltip title={draft?.geometry ? undefined : words.noProposal}>
          <Button
            size="small"
            icon={<FileDoneOutlined />}
            type={subject?.kind === "proposal" ? "primary" : "default"}
            aria-pressed={subject?.kind === "proposal"}
            disabled={!draft?.geometry}
            onClick={() => chooseSubject({ kind: "proposal" })}
          >
            {words.useProposal}
          </Button>
        </Tooltip>
        {geometry && (
          <Tooltip title={words.goThere}>
            <Button
              size="small"
              type="text"
              icon={<AimOutlined />}
              aria-label={words.goThere}
              onClick={() => goToSubject(geometry)}
            />
          </Tooltip>
        )}
      </div>
      {subject && <Boundary />}
    </section>
  );
}

/** Degrees of latitude that are 500 m, and somewhat more. */
const AROUND_DEG = 0.005;

/** Shows all of the surroundings that are counted. */
function goToSubject(geometry: Geometry): void {
  const [west, south, east, north] = boundsOf(geometry);
  const wide = AROUND_DEG / Math.cos((north * Math.PI) / 180);
  useSurface.getState().map?.fit([west - wide, south - AROUND_DEG, east + wide, north + AROUND_DEG]);
}

function Boundary() {
  const words = useWords(GRADING_WORDS).boundary;
  const boundary = useGrading((state) => state.boundary);
  const isKnown = useGrade(({ answer }) => answer?.summary.boundaryKnown);
  const hasMap = useSurface((surface) => surface.map !== null);
  const [isDrawing, setDrawing] = useState(false);
  const draw = async () => {
    setDrawing(true);
    const shape = await drawShape("polygon", "planning");
    setDrawing(false);
    if (shape) useGrading.setState({ boundary: shape });
  };
  return (
    <div className={styles.row}>
      {isDrawing ? (
        <span>{words.drawing}</span>
      ) : (
        isKnown !== undefined && (
          <span className={isKnown ? styles.soft : styles.warn}>
            {boundary ? words.drawn : isKnown ? words.known : words.unknown}
          </span>
        )
      )}
      {boundary ? (
        <Button size="small" type="link" onClick={() => useGrading.setState({ boundary: null })}>
          {words.forget}
        </Button>
      ) : (
        <Button size="small" type="link" icon={<EditOutlined />} disabled={!hasMap} onClick={() => void draw()}>
          {words.draw}
        </Button>
      )}
    </div>
  );
}
