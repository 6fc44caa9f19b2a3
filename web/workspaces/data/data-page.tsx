import { type ComponentType, lazy, Suspense } from "react";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { useWords } from "../../messages/words.ts";
import { DATA_PARTS, type DataPart } from "../../state/view.ts";
import { changeView, useViewFields } from "../../state/view-store.ts";
import { DataBar } from "./data-bar.tsx";
import styles from "./data-page.module.css";
import { LayerList } from "./layer-list.tsx";

/** Only the part that is looked at is fetched. */
const later = <Name extends string, Props>(read: () => Promise<Record<Name, ComponentType<Props>>>, name: Name) =>
  lazy(async () => ({ default: (await read())[name] }));

const PARTS: Readonly<Record<DataPart, ComponentType>> = {
  in: later(() => import("./upload/start-form.tsx"), "StartForm"),
  done: later(() => import("./imports/import-list.tsx"), "ImportList"),
  out: later(() => import("./export/export-form.tsx"), "ExportForm"),
};
const DeliveryView = later(() => import("./delivery-view.tsx"), "DeliveryView");

/** Deliveries: from a file into the ledger, and out of it again. */
export function DataPage() {
  const { draft, dataPart } = useViewFields("draft", "dataPart");
  return (
    <div className={styles.page}>
      <DataBar />
      {draft === null && (
        <aside className={styles.left}>
          <LayerList />
        </aside>
      )}
      <main className={styles.main} style={draft === null ? undefined : { gridColumn: "1 / -1" }}>
        <Suspense>{draft === null ? <Home part={dataPart} /> : <DeliveryView key={draft} id={draft} />}</Suspense>
      </main>
    </div>
  );
}

function Home({ part }: { part: DataPart }) {
  const words = useWords(DATA_PAGE_WORDS);
  const Part = PARTS[part];
  return (
    <div className={styles.home}>
      <div className={styles.parts} role="tablist">
        {DATA_PARTS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            className={styles.part}
            aria-selected={each === part}
            onClick={() => changeView({ dataPart: each })}
          >
            {words.parts[each]}
          </button>
        ))}
      </div>
      <div className={styles.body} role="tabpanel" aria-label={words.parts[part]}>
        <Suspense>
          <Part />
        </Suspense>
      </div>
    </div>
  );
}
