import type { CarrierFinding } from "#data/analyses/carrier-risk-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { CARRIER_COLUMNS, CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { carrierKey, carrierName, groupOf, whyTexts } from "./carrier-text.ts";
import styles from "./carriers.module.css";
import { GradeMark } from "./grade-mark.tsx";

const ROW_PX = 62;

/** The worst first, each with its reasons. */
export function CarrierTable(props: {
  carriers: readonly CarrierFinding[];
  opened: string | null;
  onOpen: (carrier: CarrierFinding) => void;
}) {
  const { carriers, opened, onOpen } = props;
  const words = useWords(CARRIERS_WORDS);
  return (
    <LongTable
      rows={carriers}
      keyOf={carrierKey}
      rowPx={ROW_PX}
      columns={CARRIER_COLUMNS}
      columnWords={{
        ...words.columns,
        perVehicle: <span title={words.perVehicleHint}>{words.columns.perVehicle}</span>,
      }}
      styles={styles}
      rowClass={styles.row}
      current={opened}
      follows
      cells={(carrier) => <CarrierCells carrier={carrier} onOpen={() => onOpen(carrier)} />}
    />
  );
}

function CarrierCells({ carrier, onOpen }: { carrier: CarrierFinding; onOpen: () => void }) {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const transportName = useTransportName();
  const { accidents, violations, perVehicle, vehicles, transport, creditCode } = carrier;
  const name = carrierName(carrier, words);
  const why = whyTexts(carrier, words, language).join(words.sentence);
  const say = (value: number, digits = 0) => formatNumber(value, language, digits);
  // Without a credit code nothing was counted for it: that is no zero.
  const known = (value: number) => (creditCode === null ? words.unknown : say(value));
  const atLeast = (value: number, unknown: number) => (unknown > 0 ? `≥ ${say(value)}` : known(value));
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={words.open(name)} onClick={onOpen}>
          <span>
            <GradeMark group={groupOf(carrier)} />
            <b title={name}>{name}</b>
            <small>
              {transport === null ? words.noTransport : transportName(transport)} ·{" "}
              {vehicles === null ? words.fleetUnknown : words.vehicles(say(vehicles))}
            </small>
          </span>
          <span className={styles.why} title={why}>
            {why}
          </span>
        </button>
      </td>
      <td className={styles.number}>{known(accidents.crashes)}</td>
      <td className={styles.number}>{atLeast(accidents.deaths, accidents.deathsUnknown)}</td>
      <td className={styles.number}>{atLeast(accidents.injuries, accidents.injuriesUnknown)}</td>
      <td className={styles.number}>{known(violations.all)}</td>
      <td className={styles.number}>{atLeast(violations.points, violations.pointsUnknown)}</td>
      <td className={styles.number}>{atLeast(violations.unsettled, violations.settledUnknown)}</td>
      <td className={styles.number}>
        {perVehicle === null || creditCode === null ? words.unknown : say(perVehicle.accidentsPer100, 1)}
      </td>
    </>
  );
}

/** Titles of the ledger's kinds of transport. */
export function useTransportName(): (code: string) => string {
  const title = useTitle();
  const { transport } = getLayer("enterprises").attributes;
  return (code) => {
    const found = transport?.type === "code" ? transport.values.find((each) => each.code === code) : undefined;
    return found ? title(found.title) : code;
  };
}
