import { Segmented, Select } from "antd";
import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useWords } from "../../../messages/words.ts";
import { LIMITS } from "./number-limits.ts";
import { NumberSetting, Reset } from "./number-setting.tsx";
import styles from "./rule.module.css";
import { longestStepM, unitOfKind, withFittingStep } from "./rule-numbers.ts";

type Unit = RuleSettings["unit"];
type UnitOf<Kind extends Unit["kind"]> = Extract<Unit, { kind: Kind }>;

interface Props<Kind extends Unit["kind"] = Unit["kind"]> {
  readonly unit: UnitOf<Kind>;
  readonly own: Unit;
  readonly onChange: (unit: Unit) => void;
}

/** What is counted in: a window that moves along the road, or a circle. */
export function UnitSettings({ unit, own, onChange }: Props) {
  const words = useWords(RULE_WORDS);
  return (
    <>
      <div className={styles.setting}>
        <span>{words.fields.unit}</span>
        <Segmented<Unit["kind"]>
          size="small"
          className={styles.choice!}
          aria-label={words.fields.unit}
          value={unit.kind}
          options={(["window", "circle"] as const).map((value) => ({ value, label: words.units[value] }))}
          onChange={(kind) => onChange(unitOfKind(kind, own))}
        />
        <Reset
          shown={unit.kind !== own.kind}
          title={words.reset(words.units[own.kind])}
          onClick={() => onChange(own)}
        />
      </div>
      {unit.kind === "window" ? (
        <WindowSettings unit={unit} own={own} onChange={onChange} />
      ) : (
        <CircleSettings unit={unit} own={own} onChange={onChange} />
      )}
    </>
  );
}

function WindowSettings({ unit, own, onChange }: Props<"window">) {
  const words = useWords(RULE_WORDS);
  const ownWindow = own.kind === "window" ? own : undefined;
  return (
    <>
      <NumberSetting
        label={words.fields.lengthM}
        unit="m"
        limits={LIMITS.lengthM}
        value={unit.lengthM}
        own={ownWindow?.lengthM}
        slider={{ from: 50, to: 3_000, step: 50 }}
        onChange={(lengthM) => lengthM !== null && onChange(withFittingStep({ ...unit, lengthM }))}
      />
      <NumberSetting
        label={words.fields.streetLengthM}
        unit="m"
        limits={LIMITS.streetLengthM}
        value={unit.streetLengthM ?? null}
        own={ownWindow && (ownWindow.streetLengthM ?? null)}
        emptyWord={words.sameLength}
        onChange={(streetLengthM) => {
          const { streetLengthM: _, ...same } = unit;
          onChange(withFittingStep(streetLengthM === null ? same : { ...same, streetLengthM }));
        }}
      />
      <NumberSetting
        label={words.fields.stepM}
        unit="m"
        limits={{ ...LIMITS.stepM, most: Math.min(LIMITS.stepM.most, longestStepM(unit)) }}
        value={unit.stepM}
        own={ownWindow?.stepM}
        slider={{ from: 5, to: Math.min(250, longestStepM(unit)), step: 5 }}
        onChange={(stepM) => stepM !== null && onChange({ ...unit, stepM })}
      />
    </>
  );
}

function CircleSettings({ unit, own, onChange }: Props<"circle">) {
  const words = useWords(RULE_WORDS);
  const ownCircle = own.kind === "circle" ? own : undefined;
  return (
    <>
      <NumberSetting
        label={words.fields.radiusM}
        unit="m"
        limits={LIMITS.radiusM}
        value={unit.radiusM}
        own={ownCircle?.radiusM}
        slider={{ from: 10, to: 500, step: 10 }}
        onChange={(radiusM) => radiusM !== null && onChange({ ...unit, radiusM })}
      />
      <div className={styles.setting}>
        <span>{words.fields.centre}</span>
        <Select<UnitOf<"circle">["centre"]>
          size="small"
          className={styles.choice!}
          aria-label={words.fields.centre}
          value={unit.centre}
          options={(["junctions", "accidents"] as const).map((value) => ({ value, label: words.centres[value] }))}
          onChange={(centre) => onChange({ ...unit, centre })}
        />
        <Reset
          shown={ownCircle !== undefined && unit.centre !== ownCircle.centre}
          title={words.reset(words.centres[ownCircle?.centre ?? "junctions"])}
          onClick={() => ownCircle && onChange({ ...unit, centre: ownCircle.centre })}
        />
      </div>
    </>
  );
}
