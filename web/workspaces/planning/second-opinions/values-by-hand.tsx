import { Input } from "antd";
import { Fragment } from "react";
import { geodesicAreaM2 } from "#data/geodesy/geodesic.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { squareMetres } from "../../../ui/quantities.ts";
import { readNumber } from "./contour-values.ts";
import { BY_HAND, MOST_BY_HAND, sayValue, useRiskImport } from "./risk-state.ts";
import styles from "./second.module.css";

/** The value of each area where the file does not say it. */
export function ValuesByHand() {
  const words = useWords(SECOND_WORDS).risk;
  const areas = useRiskImport((state) => state.areas);
  if (areas.length > MOST_BY_HAND) return <p className={styles.warn}>{words.noColumn}</p>;
  return (
    <fieldset className={styles.item}>
      <legend className={styles.soft}>{words.byHand}</legend>
      <div className={styles.form}>
        {areas.map(({ geometry, properties }, at) => {
          const label = words.area(at + 1, squareMetres(geodesicAreaM2(geometry)), String(properties.name ?? ""));
          const said = String(properties[BY_HAND] ?? "");
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the areas of a file have nothing but their place
            <Fragment key={at}>
              <span>{label}</span>
              <Input
                size="small"
                aria-label={label}
                placeholder="1E-6"
                maxLength={40}
                status={said !== "" && readNumber(said) === null ? "error" : ""}
                value={said}
                onChange={({ target }) => sayValue(at, target.value)}
              />
            </Fragment>
          );
        })}
      </div>
    </fieldset>
  );
}
