import type { SheetKind } from "./sheet-kinds.ts";

/** Fills that differ without colour; millimetres on paper. */
export function MapPatterns() {
  return (
    <defs>
      <pattern id="houses" width="1.6" height="1.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.6" height="1.6" fill="#fff" />
        <path d="M0 0V1.6" stroke="#000" strokeWidth="0.25" />
      </pattern>
      <pattern id="protection-targets" width="1.8" height="1.8" patternUnits="userSpaceOnUse">
        <rect width="1.8" height="1.8" fill="#fff" />
        <circle cx="0.9" cy="0.9" r="0.28" fill="#000" />
      </pattern>
      <pattern id="hazard-sources" width="2" height="2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V2M0 0H2" stroke="#000" strokeWidth="0.22" />
      </pattern>
      <pattern id="water" width="3" height="1.5" patternUnits="userSpaceOnUse">
        <rect width="3" height="1.5" fill="#fff" />
        <path d="M0 0.75H2" stroke="#555" strokeWidth="0.15" />
      </pattern>
      <pattern id="proposal" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0V3" stroke="#000" strokeWidth="0.2" />
      </pattern>
    </defs>
  );
}

interface Look {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
}

/** Areas and lines of a kind; strokes in millimetres. */
export const LOOKS: Readonly<Record<Exclude<SheetKind, "roads">, Look>> = {
  enterprises: { fill: "none", stroke: "#555", strokeWidth: 0.2, strokeDasharray: "2.4 0.8 0.4 0.8" },
  water: { fill: "url(#water)", stroke: "#555", strokeWidth: 0.15 },
  infrastructure: { fill: "none", stroke: "#000", strokeWidth: 0.25, strokeDasharray: "3 1" },
  buildings: { fill: "#d4d4d4", stroke: "#333", strokeWidth: 0.12 },
  houses: { fill: "url(#houses)", stroke: "#000", strokeWidth: 0.18 },
  "protection-targets": { fill: "url(#protection-targets)", stroke: "#000", strokeWidth: 0.25 },
  "hazard-sources": { fill: "url(#hazard-sources)", stroke: "#000", strokeWidth: 0.3 },
};

export const PROPOSAL_LOOK: Look = { fill: "url(#proposal)", stroke: "#000", strokeWidth: 0.7 };
export const JUDGED_WIDTH_MM = 0.55;

/** Too near full, open dashed, kept thin; each with a sign of its own at the number. */
export const LINE_LOOKS = {
  "too-near": { stroke: "#000", strokeWidth: 0.5 },
  "cannot-tell": { stroke: "#000", strokeWidth: 0.4, strokeDasharray: "1.6 0.8" },
  clear: { stroke: "#000", strokeWidth: 0.2 },
} as const;
export const LINE_SIGNS = { "too-near": "✕", "cannot-tell": "?", clear: "✓" } as const;
