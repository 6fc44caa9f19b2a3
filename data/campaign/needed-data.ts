import type { Title } from "../layers/define.ts";
import { findLayer } from "../layers/index.ts";
import type { NeededColumn } from "./target.ts";

/** Books that targets need and that are no layers. */
export const BOOKS: Readonly<Record<string, Title>> = {
  "danger-ledger": { zh: "隐患台账", en: "Ledger of hidden dangers" },
  "work-record": { zh: "专项行动工作记录", en: "Record of the campaign's works" },
};

/**
 * A needed column in words.
 *
 * @throws RangeError when it belongs to neither a layer nor a book.
 */
export function neededData({ id, title, attribute }: NeededColumn) {
  const layer = id.slice(0, id.indexOf("."));
  const layerTitle = findLayer(layer)?.title ?? BOOKS[layer];
  if (!layerTitle) throw new RangeError(`${id} belongs to nothing`);
  return { column: id, title, layer, layerTitle, isKept: attribute !== undefined };
}
