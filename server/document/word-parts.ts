import { escapeXml } from "../export/xml.ts";

/** The parts of a document that do not depend on what it says (ECMA-376, part 1). */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

interface Facts {
  readonly title: string;
  readonly author: string;
  readonly language: "zh" | "en";
  readonly footer: string;
  readonly madeAt: Date;
  /** How many there are. */
  readonly pictures: number;
}

/** The body between its beginning and the size of the page: A4 upright, 20 mm margins. */
export const wordDocumentXml = (body: string): string =>
  `${DECLARATION}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONSHIPS}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
  `<w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;

/** The relation by which the document shows a picture, and where the picture lies; numbers from 1. */
export const pictureRelation = (number: number): string => `rId${number + 2}`;
export const pictureTarget = (number: number): string => `media/picture${number}.png`;

/** Every part but the document itself and its pictures. */
export const wordParts = (facts: Facts): [path: string, text: string][] => [
  ["[Content_Types].xml", contentTypes(facts)],
  [
    "_rels/.rels",
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>` +
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  ],
  ["docProps/core.xml", coreProperties(facts)],
  [
    "word/_rels/document.xml.rels",
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONSHIPS}/footer" Target="footer1.xml"/>` +
      `${pictureRelations(facts)}</Relationships>`,
  ],
  ["word/styles.xml", styles(facts)],
  [
    "word/footer1.xml",
    `${DECLARATION}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(facts.footer)}  </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
  ],
];

const pictureRelations = ({ pictures }: Facts): string =>
  Array.from(
    { length: pictures },
    (_, i) =>
      `<Relationship Id="${pictureRelation(i + 1)}" Type="${RELATIONSHIPS}/image" Target="${pictureTarget(i + 1)}"/>`,
  ).join("");

const contentTypes = ({ pictures }: Facts): string =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  `${pictures > 0 ? '<Default Extension="png" ContentType="image/png"/>' : ""}` +
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const coreProperties = ({ title, author, language, madeAt }: Facts): string =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${language === "zh" ? "zh-CN" : "en"}</dc:language>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${madeAt.toISOString()}</dcterms:created></cp:coreProperties>`;

/** Song and Hei are what offices write in; where they are missing, the reader's own Chinese font takes their place. */
const fonts = (eastAsia: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsia}"/>`;

function styles({ language }: Facts): string {
  const paragraphStyle = (id: string, name: string, paragraph: string, runs: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("");
  return (
    `${DECLARATION}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts("宋体")}<w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="${language === "zh" ? "zh-CN" : "en-US"}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    paragraphStyle(
      "Title",
      "Title",
      '<w:spacing w:before="120" w:after="160"/><w:jc w:val="center"/>',
      `${fonts("黑体")}<w:b/><w:sz w:val="36"/>`,
    ) +
    paragraphStyle(
      "Heading1",
      "heading 1",
      '<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="0"/>',
      `${fonts("黑体")}<w:b/><w:sz w:val="26"/>`,
    ) +
    paragraphStyle("Centred", "Centred", '<w:jc w:val="center"/>', "") +
    paragraphStyle("AfterTable", "After table", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', "") +
    paragraphStyle("Cell", "Cell", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="18"/>') +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style></w:styles>`
  );
}
