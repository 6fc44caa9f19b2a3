import { AimOutlined, CloseOutlined, FileTextOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { CarrierFinding } from "#data/analyses/carrier-risk-results.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeCarriers } from "../../../state/carriers.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { CarrierAccidents } from "./carrier-accidents.tsx";
import { useTransportName } from "./carrier-table.tsx";
import { carrierName, groupOf, whyTexts } from "./carrier-text.ts";
import { CarrierViolationsList } from "./carrier-violations.tsx";
import styles from "./carriers.module.css";
import { GradeMark } from "./grade-mark.tsx";
import { showAccidents } from "./use-carrier-picture.ts";

/** The portrait of one carrier: why it is rated so, and what that stands on. */
export function CarrierDetail({ carrier }: { carrier: CarrierFinding }) {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const { enterpriseId, accidentIds } = carrier;
  const name = carrierName(carrier, words);
  return (
    <section className={styles.detail} aria-label={name}>
      <header>
        <GradeMark group={groupOf(carrier)} />
        <h3>{name}</h3>
        {enterpriseId !== null && (
          <Button
            size="small"
            icon={<FileTextOutlined />}
            onClick={() => openListed({ layer: "enterprises", id: enterpriseId })}
          >
            {words.inLedger}
          </Button>
        )}
        {accidentIds.length > 0 && (
          <Button size="small" icon={<AimOutlined />} onClick={() => showAccidents(accidentIds)}>
            {words.showAll}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={words.close}
          onClick={() => changeCarriers({ carrier: null })}
        />
      </header>
      <ul className={styles.reasons}>
        {whyTexts(carrier, words, language).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Facts carrier={carrier} />
      <CarrierAccidents ids={accidentIds} />
      <CarrierViolationsList carrier={carrier} />
    </section>
  );
}

function Facts({ carrier }: { carrier: CarrierFinding }) {
  const words = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const transportName = useTransportName();
  const { creditCode, transport, vehicles, perVehicle, accidents, violations, dangerousGoods } = carrier;
  const say = (value: number, digits = 0) => formatNumber(value, language, digits);
  const offRoute = violations.byKind.find(({ kind }) => kind === "route")?.count ?? 0;
  return (
    <dl className={styles.facts}>
      <dt>{words.creditCode}</dt>
      <dd>{creditCode ?? words.unknown}</dd>
      <dt>{words.transport}</dt>
      <dd>{transport === null ? words.unknown : transportName(transport)}</dd>
      <dt>{words.fleet}</dt>
      <dd>
        {vehicles === null ? words.unknown : words.vehicles(say(vehicles))}
        {perVehicle && creditCode !== null && (
          <small>
            {words.perYear(
              say(perVehicle.accidentsPer100, 1),
              say(perVehicle.violations, 2),
              say(perVehicle.points, 2),
            )}
          </small>
        )}
      </dd>
      {creditCode !== null && (
        <>
          <dt>{words.accidents}</dt>
          <dd>
            {words.accidentsOf(
              say(accidents.crashes),
              say(accidents.fatal),
              say(accidents.injury),
              say(accidents.damage),
              say(accidents.unknownSeverity),
            )}
            <small>
              {words.casualties(say(accidents.deaths), say(accidents.injuries))}
              {accidents.deathsUnknown > 0 && `${words.sentence}${words.deathsUnknown(say(accidents.deathsUnknown))}`}
            </small>
          </dd>
          <dt>{words.dangerousGoods}</dt>
          <dd>
            {words.dangerousGoodsFacts(say(dangerousGoods.accidents), say(dangerousGoods.unknown), say(offRoute))}
          </dd>
        </>
      )}
    </dl>
  );
}
