import { inflateSync } from "node:zlib";

/** A page of a PDF with the corners of every path on it, millimetres from its lower left corner. */
export interface PdfPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly paths: readonly (readonly (readonly [number, number])[])[];
}

const MM_PER_POINT = 25.4 / 72;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads where a PDF that Chromium printed puts its lines: what a ruler on the paper measures. */
export function readPdfPages(bytes: Buffer): PdfPage[] {
  const text = bytes.toString("latin1");
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\b([\s\S]*?)endobj/g)].map(([, id, body]) => [id!, body!]));
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((body) => {
      const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(body)!;
      const contents = /\/Contents\s+(\d+) 0 R/.exec(body)![1]!;
      return {
        widthMm: Number(width) * MM_PER_POINT,
        heightMm: Number(height) * MM_PER_POINT,
        paths: pathsOf(streamOf(objects.get(contents)!)),
      };
    });
}

function streamOf(body: string): string {
  const raw = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)![1]!;
  const bytes = Buffer.from(raw, "latin1");
  return (body.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
}

/** Follows the operators that move the page and those that draw straight lines; curves end at their last point. */
function pathsOf(content: string): [number, number][][] {
  let matrix = IDENTITY;
  const saved: Matrix[] = [];
  const paths: [number, number][][] = [];
  const numbers: number[] = [];
  const at = (x: number, y: number): [number, number] => [
    (matrix[0] * x + matrix[2] * y + matrix[4]) * MM_PER_POINT,
    (matrix[1] * x + matrix[3] * y + matrix[5]) * MM_PER_POINT,
  ];
  for (const token of content.split(/\s+/)) {
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) {
      numbers.push(Number(token));
      continue;
    }
    const [x, y] = numbers.slice(-2) as [number, number];
    if (token === "q") saved.push(matrix);
    else if (token === "Q") matrix = saved.pop() ?? IDENTITY;
    else if (token === "cm") matrix = times(numbers.slice(-6) as unknown as Matrix, matrix);
    else if (token === "m") paths.push([at(x, y)]);
    else if (token === "l" || token === "c" || token === "v" || token === "y") paths.at(-1)?.push(at(x, y));
    numbers.length = 0;
  }
  return paths;
}

/** First `a`, then `b`. */
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];
