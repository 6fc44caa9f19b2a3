import { makeZip, type ZipEntry } from "./make-zip.ts";

export interface SheetSpec {
  readonly name: string;
  /** XML of the rows, as it stands in a workbook. */
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly state?: "hidden" | "veryHidden";
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly texts?: readonly string[];
  /** Number formats of the styles 0, 1, 2 …, by their builtin number or as code. */
  readonly formats?: readonly (number | string)[];
  readonly from1904?: boolean;
  readonly more?: readonly ZipEntry[];
}

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook whose cells are written out, so that tests can say what no library writes. */
export function makeWorkbook({ sheets, texts = [], formats = [0], from1904 = false, more = [] }: WorkbookSpec): Buffer {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const custom = formats.flatMap((format, i) =>
    typeof format === "string" ? [`<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>`] : [],
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === "string" ? 164 + i : format}"/>`);
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)),
    relation("rIdTexts", "sharedStrings", "sharedStrings.xml"),
    relation("rIdStyles", "styles", "/xl/styles.xml"),
  ];
  return makeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${NAMESPACES}><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", content: `<Relationships>${relations.join("")}</Relationships>` },
    {
      name: "xl/styles.xml",
      content: `<styleSheet ${NAMESPACES}><numFmts>${custom.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`,
    },
    {
      name: "xl/sharedStrings.xml",
      content: `<sst ${NAMESPACES}>${texts.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    },
    ...sheets.map(({ rows, merges = [] }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet ${NAMESPACES}><sheetData>${rows}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`,
    })),
    ...more,
  ]);
}

/** Rows of plain values, from `A1` or the row that is named. */
export const plainRows = (rows: readonly (readonly (string | number | null)[])[], first = 1): string =>
  rows
    .map((cells, r) => {
      const xml = cells.map((value, c) => {
        const address = `${String.fromCharCode(65 + c)}${first + r}`;
        if (value === null) return "";
        return typeof value === "number"
          ? `<c r="${address}"><v>${value}</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row r="${first + r}">${xml.join("")}</row>`;
    })
    .join("");
