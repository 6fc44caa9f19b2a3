/** Every colour of the map that is not a ledger's own, once per theme. */
export interface MapTheme {
  readonly land: string;
  readonly districtTints: readonly [string, string, string, string];
  readonly districtLine: string;
  readonly districtLabel: string;
  readonly park: string;
  readonly water: string;
  readonly waterLabel: string;
  readonly parkLabel: string;
  readonly building: string;
  readonly buildingLine: string;
  readonly railway: string;
  readonly railwayTie: string;
  readonly utility: string;
  readonly roads: {
    readonly motorway: RoadColors;
    readonly national: RoadColors;
    readonly arterial: RoadColors;
    readonly secondary: RoadColors;
    readonly local: RoadColors;
  };
  readonly roadLabel: string;
  readonly halo: string;
  readonly shield: {
    readonly fill: string;
    readonly text: string;
    readonly motorway: string;
    readonly provincial: string;
  };
  readonly graticule: string;
  readonly graticuleLabel: string;
  readonly symbolHalo: string;
  readonly symbolShadow: string;
  readonly badge: { readonly fill: string; readonly line: string; readonly text: string; readonly shadow: string };
  /** Rings, distance lines, sketches and what is selected: one accent that no ledger uses. */
  readonly accent: string;
  readonly accentHalo: string;
  /** How something was judged. */
  readonly tones: Readonly<Record<"good" | "unsure" | "bad", string>>;
}

interface RoadColors {
  readonly fill: string;
  readonly casing: string;
  /** Without casing, seen from afar: a white road would vanish on light ground. */
  readonly far: string;
}

export const LIGHT: MapTheme = {
  land: "#f3f3ef",
  districtTints: ["#f3efe6", "#edf1ea", "#eceff3", "#f2ecf0"],
  districtLine: "#9a95ab",
  districtLabel: "#6a6580",
  park: "#d7e6cc",
  water: "#b4d3e8",
  waterLabel: "#3d739c",
  parkLabel: "#52784a",
  building: "#e2dfd8",
  buildingLine: "#cbc7bd",
  railway: "#8d9299",
  railwayTie: "#f3f3ef",
  utility: "#b59f6b",
  roads: {
    motorway: { fill: "#f2cf8d", casing: "#cf9f4f", far: "#dda853" },
    national: { fill: "#f8e2ae", casing: "#d6b66f", far: "#e2bf74" },
    arterial: { fill: "#ffffff", casing: "#c9c5ba", far: "#c4c0b5" },
    secondary: { fill: "#ffffff", casing: "#d5d2c8", far: "#d5d2c8" },
    local: { fill: "#ffffff", casing: "#dedbd2", far: "#dedbd2" },
  },
  roadLabel: "#4f5661",
  halo: "#ffffff",
  shield: { fill: "#b3261e", text: "#ffffff", motorway: "#1b7a43", provincial: "#8a6a00" },
  graticule: "#d5d8da",
  graticuleLabel: "#8a929b",
  symbolHalo: "#ffffff",
  symbolShadow: "rgba(20, 25, 31, 0.45)",
  badge: { fill: "rgba(255, 255, 255, 0.96)", line: "#b9bfc7", text: "#1f2730", shadow: "rgba(20, 25, 31, 0.28)" },
  accent: "#6a1fd0",
  accentHalo: "#ffffff",
  tones: { good: "#0b7a4b", unsure: "#b06a00", bad: "#cc1f2f" },
};

export const DARK: MapTheme = {
  land: "#12181f",
  districtTints: ["#161c23", "#151d21", "#151b25", "#191b22"],
  districtLine: "#566079",
  districtLabel: "#9aa5bd",
  park: "#172a22",
  water: "#17384f",
  waterLabel: "#6fa6cc",
  parkLabel: "#6f9a78",
  building: "#232c36",
  buildingLine: "#313c48",
  railway: "#59636f",
  railwayTie: "#12181f",
  utility: "#6b6144",
  roads: {
    motorway: { fill: "#7a6234", casing: "#0c1116", far: "#7a6234" },
    national: { fill: "#5f5236", casing: "#0c1116", far: "#5f5236" },
    arterial: { fill: "#3d4957", casing: "#0c1116", far: "#3d4957" },
    secondary: { fill: "#333e4a", casing: "#0c1116", far: "#333e4a" },
    local: { fill: "#2a343f", casing: "#0e141a", far: "#2a343f" },
  },
  roadLabel: "#a9b5c2",
  halo: "#12181f",
  shield: { fill: "#8d2b26", text: "#f3f4f6", motorway: "#1d6a40", provincial: "#6e5810" },
  graticule: "#252f3a",
  graticuleLabel: "#6d7a88",
  symbolHalo: "#f4f6f8",
  symbolShadow: "rgba(0, 0, 0, 0.7)",
  badge: { fill: "rgba(29, 38, 48, 0.96)", line: "#4a5866", text: "#f0f3f6", shadow: "rgba(0, 0, 0, 0.5)" },
  accent: "#c79bff",
  accentHalo: "#12181f",
  tones: { good: "#4fd39a", unsure: "#ffbe55", bad: "#ff7178" },
};

export const mapTheme = (theme: "light" | "dark"): MapTheme => (theme === "dark" ? DARK : LIGHT);
