import { Button, Segmented, Select } from "antd";
import type { RuleSet, RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { DEFAULT_BANDWIDTH_M } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { CriteriaSettings } from "./criteria-settings.tsx";
import { LIMITS } from "./number-limits.ts";
import { NumberSetting, Reset } from "./number-setting.tsx";
import styles from "./rule.module.css";
import { overridesOf, settingsOf } from "./rule-numbers.ts";
import { UnitSettings } from "./unit-settings.tsx";

/** Every number of the rule, to be set otherwise while the lists follow. */
export function RuleNumbers({ ruleSet }: { ruleSet: RuleSet }) {
  const words = useWords(RULE_WORDS);
  const language = useLanguage();
  const overrides = useView((view) => view.traffic.overrides);
  const bandwidthM = useView((view) => view.traffic.bandwidthM);
  const own = ruleSet.settings;
  const settings = settingsOf(own, overrides);
  const changed = Object.keys(overrides).length;
  const change = (part: Partial<RuleSettings>) =>
    changeTraffic({ overrides: overridesOf(own, { ...settings, ...part }) });
  return (
    <div className={styles.numbers}>
      <UnitSettings unit={settings.unit} own={own.unit} onChange={(unit) => change({ unit })} />
      <NumberSetting
        label={words.fields.periodYears}
        unit={words.years}
        limits={LIMITS.periodYears}
        value={settings.periodYears}
        own={own.periodYears}
        slider={{ from: 0.5, to: 10, step: 0.5 }}
        onChange={(periodYears) => periodYears !== null && change({ periodYears })}
      />
      <JunctionSettings settings={settings} own={own} onChange={change} />
      <div className={styles.setting}>
        <span>{words.fields.roads}</span>
        <Select<RuleSettings["roads"]>
          size="small"
          className={styles.choice!}
          aria-label={words.fields.roads}
          value={settings.roads}
          options={(["all", "highway", "street"] as const).map((value) => ({ value, label: words.roads[value] }))}
          onChange={(roads) => change({ roads })}
        />
        <Reset
          shown={settings.roads !== own.roads}
          title={words.reset(words.roads[own.roads])}
          onClick={() => change({ roads: own.roads })}
        />
      </div>
      <NumberSetting
        label={words.fields.patternMinShare}
        unit="%"
        limits={LIMITS.patternMinShare}
        value={percent(settings.patternMinShare)}
        own={percent(own.patternMinShare)}
        slider={{ from: 10, to: 100, step: 5 }}
        onChange={(share) => share !== null && change({ patternMinShare: share / 100 })}
      />
      <NumberSetting
        label={words.fields.patternHours}
        unit={words.hours}
        limits={LIMITS.patternHours}
        value={settings.patternHours}
        own={own.patternHours}
        slider={{ from: 1, to: 8, step: 1 }}
        onChange={(patternHours) => patternHours !== null && change({ patternHours })}
      />
      <NumberSetting
        label={words.fields.most}
        unit={words.places}
        limits={LIMITS.most}
        value={settings.most}
        own={own.most}
        emptyWord={words.all}
        onChange={(most) => change({ most })}
      />
      <NumberSetting
        label={words.fields.bandwidthM}
        unit="m"
        limits={LIMITS.bandwidthM}
        value={bandwidthM}
        own={DEFAULT_BANDWIDTH_M}
        slider={{ from: 50, to: 500, step: 10 }}
        onChange={(next) => next !== null && changeTraffic({ bandwidthM: next })}
      />
      <CriteriaSettings criteria={settings.criteria} own={own.criteria} onChange={(criteria) => change({ criteria })} />
      {changed > 0 && (
        <p className={styles.resetAll}>
          {words.changed(formatNumber(changed, language))}{" "}
          <Button size="small" onClick={() => changeTraffic({ overrides: {} })}>
            {words.resetAll}
          </Button>
        </p>
      )}
    </div>
  );
}

function JunctionSettings(props: {
  settings: RuleSettings;
  own: RuleSettings;
  onChange: (part: Partial<RuleSettings>) => void;
}) {
  const { settings, own, onChange } = props;
  const words = useWords(RULE_WORDS);
  const { junctions } = settings;
  const nameOf = (apart: boolean) => (apart ? words.apart.yes : words.apart.no);
  return (
    <>
      <div className={styles.setting}>
        <span>{words.fields.junctions}</span>
        <Segmented<boolean>
          size="small"
          className={styles.choice!}
          aria-label={words.fields.junctions}
          value={junctions.apart}
          options={[true, false].map((value) => ({ value, label: nameOf(value) }))}
          onChange={(apart) => onChange({ junctions: { ...junctions, apart } })}
        />
        <Reset
          shown={junctions.apart !== own.junctions.apart}
          title={words.reset(nameOf(own.junctions.apart))}
          onClick={() => onChange({ junctions: { ...junctions, apart: own.junctions.apart } })}
        />
      </div>
      <NumberSetting
        label={words.fields.junctionRadiusM}
        unit="m"
        limits={LIMITS.junctionRadiusM}
        value={junctions.radiusM}
        own={own.junctions.radiusM}
        slider={{ from: 20, to: 300, step: 10 }}
        onChange={(radiusM) => radiusM !== null && onChange({ junctions: { ...junctions, radiusM } })}
      />
    </>
  );
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
