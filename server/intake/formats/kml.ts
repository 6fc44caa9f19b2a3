import { createReadStream } from "node:fs";
import type { BrokenRow, Notice, SourceRow, SourceTable } from "./delivery.ts";
import { ColumnSet } from "./header.ts";
import { PlacemarkReader } from "./placemark.ts";
import { type XmlHandlers, xmlPieces } from "./xml-events.ts";

/**
 * The placemarks of a KML as one table; the folder of each is a column. Styles, overlays and links to other files are passed over.
 *
 * @param path - of a file in UTF-8.
 */
export async function openKml(path: string, fileName: string): Promise<SourceTable> {
  const columns = new ColumnSet();
  const facts = { name: "", links: 0 };
  let rowCount = 0;
  for await (const row of readRows(path, facts)) {
    rowCount++;
    if ("fields" in row) columns.add(row.fields);
  }
  const notices: Notice[] = [];
  if (facts.links > 0) notices.push({ code: "network-link", detail: String(facts.links) });
  if (rowCount === 0) notices.push({ code: "no-rows", detail: "" });
  return {
    name: facts.name || fileName,
    columns: columns.names,
    rowCount,
    crs: { text: "KML 2.3", id: "wgs84" },
    notices,
    rows: () => readRows(path, { name: "", links: 0 }),
  };
}

interface Facts {
  /** Of the document. */
  name: string;
  links: number;
}

async function* readRows(path: string, facts: Facts): AsyncGenerator<SourceRow | BrokenRow> {
  const reader = new DocumentReader(facts);
  for await (const _ of xmlPieces(createReadStream(path, { highWaterMark: 1 << 18 }), reader)) {
    yield* reader.rows;
    reader.rows.length = 0;
  }
}

class DocumentReader implements XmlHandlers {
  readonly rows: (SourceRow | BrokenRow)[] = [];
  readonly #facts: Facts;
  readonly #path: string[] = [];
  /** Names of the folders around, outermost first; `""` for one whose name has not come yet. */
  readonly #folders: string[] = [];
  #placemark: PlacemarkReader | null = null;
  #text = "";
  #count = 0;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#placemark) {
      this.#placemark.open(name, attributes);
      return;
    }
    this.#text = "";
    if (name === "Placemark") this.#placemark = new PlacemarkReader();
    else {
      this.#path.push(name);
      if (name === "Folder") this.#folders.push("");
      if (name === "NetworkLink") this.#facts.links++;
    }
  }

  text = (text: string): void => {
    if (this.#placemark) this.#placemark.text(text);
    else if (this.#path.at(-1) === "name") this.#text += text;
  };

  close(name: string): void {
    if (this.#placemark) {
      if (name !== "Placemark") this.#placemark.close(name);
      else {
        this.rows.push(this.#placemark.finish(++this.#count, this.#folders.filter(Boolean).join("/")));
        this.#placemark = null;
      }
      return;
    }
    this.#path.pop();
    if (name === "Folder") this.#folders.pop();
    if (name !== "name") return;
    const parent = this.#path.at(-1);
    if (parent === "Folder") this.#folders[this.#folders.length - 1] = this.#text.trim();
    else if (parent === "Document" && this.#facts.name === "") this.#facts.name = this.#text.trim();
  }
}
