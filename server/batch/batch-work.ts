import { gunzipSync } from "node:zlib";
import { decodeSnapshot } from "#data/snapshot/arrow.ts";
import { composeRuleBook, type RuleSource } from "#data/standards/rule-book.ts";
import { type OpenGround, openGround } from "../opinion/run-analyses.ts";
import { checkParcel } from "./check-parcel.ts";
import type { BatchSettings, Parcel, ParcelResult } from "./parcel.ts";
import { type ReadParcels, readParcels } from "./read-parcels.ts";

/** What the thread of a batch is told, in this order; plain data. */
export type BatchJob =
  | { readonly kind: "read"; readonly path: string; readonly workFolder: string; readonly settings: BatchSettings }
  | {
      readonly kind: "open";
      readonly zoneCenter: readonly [number, number];
      readonly rules: RuleSource;
      /** Gzipped tables of every layer that a check reads. */
      readonly packed: Readonly<Record<string, Uint8Array>>;
    }
  | { readonly kind: "check"; readonly parcels: readonly Parcel[]; readonly positionErrorM: number }
  | { readonly kind: "close" };

export type BatchOutcome =
  | ReadParcels
  | { readonly ruleEdition: string }
  | { readonly results: readonly ParcelResult[] }
  | { readonly closed: true };

let ground: OpenGround | null = null;

/** In the thread: does one step. The layers are opened once for all parcels. */
export async function workOnBatch(job: BatchJob): Promise<BatchOutcome> {
  switch (job.kind) {
    case "read":
      return readParcels(job.path, job.workFolder, job.settings);
    case "open": {
      const rules = composeRuleBook(job.rules);
      const tables = new Map(
        Object.entries(job.packed).map(([layer, bytes]) => [layer, decodeSnapshot(gunzipSync(bytes))]),
      );
      ground = openGround({ zoneCenter: job.zoneCenter, rules, tables });
      return { ruleEdition: rules.edition };
    }
    case "close":
      // The thread stays for the next batch, the layers do not.
      ground = null;
      return { closed: true };
    case "check": {
      const opened = ground;
      if (!opened) throw new Error("the layers were not opened before the first parcel");
      return { results: job.parcels.map((parcel) => checkParcel(parcel, job.positionErrorM, opened)) };
    }
  }
}
