/** Text as it may stand in an SVG document. */
export const escapeSvg = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Three decimals at most, so that the same diagram is the same text everywhere. */
export const svgNumber = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

export interface TextLook {
  readonly size: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly isBold?: boolean;
  readonly color?: string;
  /** A white rim, so that it reads on lines. */
  readonly hasRim?: boolean;
}

export function svgText(x: number, y: number, text: string, look: TextLook): string {
  const { size, anchor = "start", isBold = false, color = "#111", hasRim = false } = look;
  const rim = hasRim ? ' stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' : "";
  const weight = isBold ? ' font-weight="700"' : "";
  return `<text x="${svgNumber(x)}" y="${svgNumber(y)}" font-size="${svgNumber(size)}" text-anchor="${anchor}" fill="${color}"${weight}${rim}>${escapeSvg(text)}</text>`;
}

/** About how wide a text is, in its own size: Chinese characters are square, Latin ones about 0.56 of that. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e80 ? 1 : 0.56;
  return width;
};

/** Breaks a text at spaces, and inside a word that is too long by itself. @param width - in the text's own size. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const put = (piece: string, gap: string) => {
    if (textWidth(line + gap + piece) <= width || line === "") line += (line === "" ? "" : gap) + piece;
    else {
      lines.push(line);
      line = piece;
    }
  };
  for (const word of text.split(" ")) {
    if (textWidth(word) <= width) put(word, " ");
    else for (const [i, character] of [...word].entries()) put(character, i === 0 ? " " : "");
  }
  return line === "" ? lines : [...lines, line];
}
