import { escapeXml } from "../export/xml.ts";
import type { Picture } from "./picture.ts";
import { pictureRelation, pictureTarget, wordDocumentXml, wordParts } from "./word-parts.ts";
import { zipBytes } from "./zip-bytes.ts";

/** A piece of a document: its XML, or a picture, which the document puts into a file of its own. */
export type Block = string | { readonly picture: Picture; readonly description: string; readonly mostHeightMm: number };

const run = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const styled = (style: string, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

export const title = (text: string): Block => styled("Title", run(text));
export const heading = (text: string): Block => styled("Heading1", run(text));
export const paragraph = (text: string): Block => `<w:p>${run(text)}</w:p>`;
/** A paragraph that stays on the page of what it introduces. */
export const lead = (text: string): Block => `<w:p><w:pPr><w:keepNext/></w:pPr>${run(text)}</w:p>`;
export const centred = (text: string): Block => styled("Centred", run(text));
/** Words that nobody may overlook. */
export const warning = (text: string): Block => styled("Centred", run(text, '<w:b/><w:color w:val="B00020"/>'));

const cell = (text: string, widthTwips: number, properties = ""): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${widthTwips}" w:type="dxa"/></w:tcPr>${styled("Cell", run(text, properties))}</w:tc>`;

/** Twentieths of a point between the margins of an upright A4 page. */
const TEXT_WIDTH_TWIPS = 9638;

/**
 * A table over the width of the page; its heading row comes again on each page, and no row is torn in two.
 *
 * @param shares - of the width, for each column.
 * @param header - absent: the first column is what the others are about.
 */
export function table(
  shares: readonly number[],
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): Block {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((share / whole) * TEXT_WIDTH_TWIPS));
  const bold = "<w:b/>";
  const headerRow =
    header &&
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.map((text, i) => cell(text, widths[i]!, bold)).join("")}</w:tr>`;
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((text, i) => cell(text, widths[i]!, header === null && i === 0 ? bold : "")).join("")}</w:tr>`,
  );
  return (
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${headerRow ?? ""}${body.join("")}</w:tbl>` +
    // Two tables without a paragraph between them would become one; at the end of a page it must not begin another.
    styled("AfterTable", "")
  );
}

/** English metric units: 914,400 an inch, 635 a twip. */
const EMU_PER_TWIP = 635;
const EMU_PER_MM = 36_000;

/** Beside a heading on an upright A4 page. */
const PAGE_HEIGHT_MM = 222;

/** A picture in the middle, as wide as the text or as high as it may be. */
export const picture = (picture: Picture, description: string, mostHeightMm = PAGE_HEIGHT_MM): Block => ({
  picture,
  description,
  mostHeightMm,
});

/** @param number - of the picture in its document, from 1. */
function drawing({ widthPx, heightPx }: Picture, description: string, mostHeightMm: number, number: number): string {
  const full = TEXT_WIDTH_TWIPS * EMU_PER_TWIP;
  const scale = Math.min(full / widthPx, (mostHeightMm * EMU_PER_MM) / heightPx);
  const [cx, cy] = [Math.round(widthPx * scale), Math.round(heightPx * scale)];
  return (
    `<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>` +
    `<wp:docPr id="${number}" name="picture ${number}" descr="${escapeXml(description)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="picture${number}.png"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${pictureRelation(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
  );
}

export interface WordDocument {
  readonly title: string;
  readonly author: string;
  readonly language: "zh" | "en";
  /** Stands at the foot of every page, before the page's number. */
  readonly footer: string;
  readonly blocks: readonly Block[];
  readonly madeAt: Date;
}

/** A document that word processors open to edit (ECMA-376, part 1, 17). */
export function wordBytes({
  title,
  author,
  language,
  footer,
  blocks,
  madeAt,
}: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pictures: Picture[] = [];
  const body = blocks.map((block) => {
    if (typeof block === "string") return block;
    return drawing(block.picture, block.description, block.mostHeightMm, pictures.push(block.picture));
  });
  const files = new Map<string, string | Uint8Array>(
    wordParts({ title, author, language, footer, madeAt, pictures: pictures.length }),
  );
  files.set("word/document.xml", wordDocumentXml(body.join("")));
  for (const [i, { bytes }] of pictures.entries()) files.set(`word/${pictureTarget(i + 1)}`, bytes);
  return zipBytes(files, madeAt);
}
