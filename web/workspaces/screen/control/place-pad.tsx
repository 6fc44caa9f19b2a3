import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import { extentAtLeast, extentSizeM, middleOfExtent } from "#data/wall/extent-around.ts";
import type { Extent } from "#data/wall/scene.ts";
import { MAP_PAD_WORDS } from "../../../messages/screen-map-pad.ts";
import { useWords } from "../../../messages/words.ts";
import { type Found, SearchBox } from "../../../panels/search/search-box.tsx";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import { rowsExtent } from "../../../state/rows-extent.ts";
import { formatPosition, metres } from "../../../ui/quantities.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { linkPosition } from "./link-position.ts";
import { useTold } from "./use-told.ts";

/** A yard, a block, a quarter, a town. Metres. */
const WIDTHS_M = [500, 1_000, 3_000, 10_000];

/** Where the maps of the chosen screens look: as their scenes have it, at a district, or around anything that can be found. */
export function PlacePad() {
  const words = useWords(MAP_PAD_WORDS);
  const isTelling = useChosen((chosen) => chosen.isTelling);
  useLedgers((state) => state.layers);
  const districts = districtChoices();
  const told = useTold("extent");
  const [widthM, setWidthM] = useState(WIDTHS_M[1]!);
  const [found, setFound] = useState<Found | null>(null);
  const look = (extent: Extent | null) => void tell({ action: "look", extent });
  const lookAround = (place: Found, width: number) => look(extentAtLeast(extentOf(place), width));
  const shown = districts.findIndex(({ extent }) => told.kind === "same" && same(extent, told.value));
  return (
    <section aria-label={words.place}>
      <ToldPlace />
      <div className={styles.buttons}>
        <Button
          size="large"
          type={told.kind === "same" && told.value === null ? "primary" : "default"}
          disabled={isTelling}
          onClick={() => look(null)}
        >
          {words.wholeZone}
        </Button>
        <Select
          size="large"
          className={styles.wide!}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={words.district}
          aria-label={words.district}
          value={shown < 0 ? null : shown}
          options={districts.map(({ name }, index) => ({ value: index, label: name }))}
          onChange={(index: number | null) => index !== null && look(districts[index]!.extent)}
        />
      </div>
      <div className={styles.search}>
        <SearchBox
          toQuery={linkPosition}
          onChoose={(place) => {
            setFound(place);
            lookAround(place, widthM);
          }}
        />
        <Segmented
          size="large"
          aria-label={words.width}
          value={widthM}
          options={WIDTHS_M.map((value) => ({ value, label: metres(value) }))}
          onChange={(width) => {
            setWidthM(width);
            if (found) lookAround(found, width);
          }}
        />
      </div>
      <p className={styles.hint}>{words.searchHint}</p>
    </section>
  );
}

/** Where the chosen screens have been told to look, whoever told them. */
function ToldPlace() {
  const words = useWords(MAP_PAD_WORDS);
  const told = useTold("extent");
  const name = (extent: Extent | null) => {
    if (extent === null) return words.asScene;
    const district = districtChoices().find((each) => same(each.extent, extent));
    const { widthM, heightM } = extentSizeM(extent);
    return (
      district?.name ?? words.around(formatPosition(middleOfExtent(extent)), `${metres(widthM)} × ${metres(heightM)}`)
    );
  };
  const text = told.kind === "nobody" ? words.nobody : told.kind === "differ" ? words.differ : name(told.value);
  return (
    <p className={styles.now}>
      {words.now} <b>{text}</b>
    </p>
  );
}

const same = (a: Extent, b: Extent | null): boolean => b !== null && a.join() === b.join();

/** Of a road, all its sections. */
function extentOf(found: Found): Extent {
  if (found.kind === "feature") {
    const extent = rowsExtent([{ snapshot: found.ledger.snapshot, rows: found.hit.rows }]);
    if (extent) return [...extent];
  }
  const [lon, lat] =
    found.kind === "place"
      ? found.hit.position
      : ([...found.ledger.snapshot.lonLat.slice(found.hit.row * 2, found.hit.row * 2 + 2)] as [number, number]);
  return [lon, lat, lon, lat];
}

function districtChoices(): { readonly name: string; readonly extent: Extent }[] {
  const snapshot = findLedger("districts")?.snapshot;
  if (!snapshot) return [];
  return Array.from({ length: snapshot.count }, (_, row) => row).flatMap((row) => {
    const extent = rowsExtent([{ snapshot, rows: [row] }]);
    return extent ? [{ name: snapshot.names.get(row) ?? "", extent: [...extent] as Extent }] : [];
  });
}
