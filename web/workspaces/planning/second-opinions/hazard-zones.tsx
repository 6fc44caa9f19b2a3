import { DeleteOutlined, EnvironmentOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { HSE_ZONES } from "#data/standards/hse.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { drawShape } from "../../../state/draw-shape.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { useSurface } from "../../../state/surface.ts";
import { readKml } from "../check/read-kml.ts";
import { type HazardOption, holdsTyped, useHazardOptions } from "../use-hazard-options.ts";
import { areNested, type HazardZones, useAdviceCase } from "./advice-state.ts";
import { FileButton } from "./file-button.tsx";
import { goToAreas } from "./go-to-areas.ts";
import { type AreasProblem, readAreasFile } from "./read-areas.ts";
import styles from "./second.module.css";
import { zonesOfFile } from "./zone-rings.ts";

/** A radius that nobody said would be an advice on nothing. */
const NO_RADII = { inner: null, middle: null, outer: null };

/** From here its zones are seen. */
const ZOOM = 15;

/** Largest consultation distance that a form takes. */
const MOST_M = 20_000;

const change = (key: string, next: HazardZones | null): void =>
  useAdviceCase.setState(({ hazards }) => ({
    hazards: hazards.flatMap((each) => (each.key === key ? (next ?? []) : each)),
  }));

/** Hazards with their inner, middle and outer zones. */
export function HazardZoneList() {
  const all = useWords(SECOND_WORDS);
  const words = all.advice;
  const hazards = useAdviceCase((state) => state.hazards);
  const options = useHazardOptions();
  const hasMap = useSurface((surface) => surface.map !== null);
  const [isPlacing, setPlacing] = useState(false);
  const [problem, setProblem] = useState<AreasProblem | "bad-zones" | null>(null);
  const add = (hazard: HazardZones) => useAdviceCase.setState({ hazards: [...hazards, hazard] });
  const name = words.hazardName(hazards.length + 1);
  const place = async () => {
    setPlacing(true);
    const point = await drawShape("point", "planning");
    setPlacing(false);
    if (point?.type !== "Point") return;
    const center = [point.coordinates[0]!, point.coordinates[1]!] as const;
    add({ key: crypto.randomUUID(), name, kind: "radii", center, radiiM: NO_RADII });
  };
  const choose = ({ label, position }: HazardOption) => {
    add({ key: crypto.randomUUID(), name: label, kind: "radii", center: position, radiiM: NO_RADII });
    goToPlace(position, ZOOM);
  };
  const take = async (file: File) => {
    const read = await readAreasFile(file, readKml);
    const zones = "areas" in read ? zonesOfFile(read.areas) : null;
    setProblem("problem" in read ? read.problem : zones ? null : "bad-zones");
    if (!zones) return;
    add({ key: crypto.randomUUID(), name: file.name.replace(/\.\w+$/, ""), kind: "file", zones });
    goToAreas(Object.values(zones));
  };
  return (
    <section className={styles.section} aria-label={words.hazards}>
      <h3 className={styles.heading}>{words.hazards}</h3>
      {hazards.map((hazard) => (
        <HazardRow key={hazard.key} hazard={hazard} />
      ))}
      <div className={styles.row}>
        <Select
          size="small"
          className={styles.grow}
          aria-label={words.pickSource}
          placeholder={words.pickSource}
          showSearch={{ filterOption: holdsTyped }}
          value={null}
          options={options}
          onChange={(_: unknown, option) => option && !Array.isArray(option) && choose(option)}
        />
        <Button size="small" icon={<EnvironmentOutlined />} disabled={!hasMap} onClick={() => void place()}>
          {words.place}
        </Button>
        <FileButton label={words.byFile} onFile={(file) => void take(file)} />
      </div>
      {isPlacing && <p className={styles.live}>{words.placing}</p>}
      <p className={styles.soft}>{words.fileHint}</p>
      {problem && (
        <p className={styles.bad} role="alert">
          {problem === "bad-zones" ? words.badZones : all.problems[problem]}
        </p>
      )}
    </section>
  );
}

function HazardRow({ hazard }: { hazard: HazardZones }) {
  const words = useWords(SECOND_WORDS).advice;
  const { key, name } = hazard;
  return (
    <fieldset className={styles.item} aria-label={name}>
      <div className={styles.row}>
        <Input
          size="small"
          className={styles.grow}
          aria-label={words.nameLabel}
          maxLength={200}
          value={name}
          onChange={({ target }) => change(key, { ...hazard, name: target.value })}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={words.remove(name)}
          onClick={() => change(key, null)}
        />
      </div>
      {hazard.kind === "radii" ? (
        <div className={styles.row}>
          {HSE_ZONES.map((zone) => (
            <InputNumber
              key={zone}
              size="small"
              className={styles.radius}
              aria-label={`${name} ${words.zones[zone]}`}
              prefix={words.zones[zone]}
              suffix="m"
              min={1}
              max={MOST_M}
              value={hazard.radiiM[zone]}
              onChange={(value) => change(key, { ...hazard, radiiM: { ...hazard.radiiM, [zone]: value } })}
            />
          ))}
        </div>
      ) : (
        <span className={styles.soft}>
          {HSE_ZONES.filter((zone) => hazard.zones[zone])
            .map((zone) => words.zones[zone])
            .join(" · ")}
        </span>
      )}
      {hazard.kind === "radii" && !areNested(hazard.radiiM) && (
        <p className={styles.bad}>
          {HSE_ZONES.some((zone) => hazard.radiiM[zone] !== null) ? words.badRadii : words.noRadii}
        </p>
      )}
    </fieldset>
  );
}
