import type { Block, GridLine, GridPlan } from "./grid.ts";
import { CHEMICAL_PARK, CORE, INDUSTRY, NEW_TOWN, RING } from "./plan.ts";

/** What a grid's block belongs to. */
export type BlockPart = "core" | "new-town" | "industry" | "chemical-park";

/** What the planner wants of a cell of the core. Cells of other grids are `plots`. */
export type CellUse =
  | "centre"
  | "housing"
  | "new-housing"
  | "old-town"
  | "urban-village"
  | "campus"
  | "park"
  | "works"
  | "vacant"
  | "plots";

/** The core's streets. */
const CORE_ACROSS: readonly GridLine[] = [
  [RING.west, null],
  [-3600, "secondary"],
  [-2900, "arterial"],
  [-2200, "secondary"],
  [-1500, "arterial"],
  [-750, "secondary"],
  [0, "arterial"],
  [720, "secondary"],
  [1450, "arterial"],
  [2170, "secondary"],
  [2900, "arterial"],
  [3800, "secondary"],
  [RING.east, null],
];
const CORE_ALONG: readonly GridLine[] = [
  [-2700, "secondary"],
  [-2000, "arterial"],
  [-1330, "secondary"],
  [-660, "secondary"],
  [0, "arterial"],
  [670, "secondary"],
  [1340, "secondary"],
  [2000, "arterial"],
  [RING.north, null],
];

// The core's cells, north row first, west to east: c centre, h housing, n new housing, o old town, u urban village,
// s campus (school, hospital, offices), p park, w works, v vacant.
const CORE_CELLS = [
  "vooooppnnnvv",
  "unhhshphhnnv",
  "vhhshccshhnv",
  "nhshcccchhsn",
  "nshhpccchhnv",
  "vhhhhhcshhnu",
  "uuhshhphhhww",
  "vwwwwhhwwwwv",
];
const USES: Readonly<Record<string, CellUse>> = {
  c: "centre",
  h: "housing",
  n: "new-housing",
  o: "old-town",
  u: "urban-village",
  s: "campus",
  p: "park",
  w: "works",
  v: "vacant",
};

/** What the planner wants of a cell of the core. */
export const coreUse = (column: number, row: number): CellUse =>
  USES[CORE_CELLS[CORE_CELLS.length - 1 - row]![column]!]!;

/** The core's grid. Cells with one purpose are not cut by minor streets. */
export const CORE_GRID: GridPlan = {
  frame: CORE,
  across: CORE_ACROSS,
  along: CORE_ALONG,
  cutShare: 0.28,
  isWhole: (column, row) => ["old-town", "urban-village", "park", "works", "vacant"].includes(coreUse(column, row)),
};

/** Ground between the railway and the ring road's south side: sheds and yards, `u0, v0, u1, v1` in the core's frame. */
export const SOUTH_STRIP: readonly (readonly [number, number, number, number])[] = [
  [-2860, -3860, -1500, -3480],
  [-1440, -3860, -40, -3400],
  [40, -3860, 1500, -3330],
  [1560, -3860, 2860, -3280],
  [2940, -3860, 4300, -3220],
];

/** Steps of equal length with the same class, main ones every `mainEvery`. */
const steps = (from: number, to: number, step: number, mainEvery: number): GridLine[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => [
    from + i * step,
    i % mainEvery === 0 ? "arterial" : "secondary",
  ]);

/** The grids outside the ring road. */
export const OUTER_GRIDS: readonly (readonly [BlockPart, GridPlan])[] = [
  [
    "new-town",
    {
      frame: NEW_TOWN,
      across: steps(-1500, 1500, 500, 3),
      along: steps(-1000, 1000, 500, 2),
      cutShare: 0.5,
      isWhole: () => false,
    },
  ],
  [
    "industry",
    {
      frame: INDUSTRY,
      across: steps(-2240, 2240, 640, 7),
      along: steps(-1650, 1650, 660, 5),
      cutShare: 0,
      isWhole: () => true,
    },
  ],
  [
    "chemical-park",
    {
      frame: CHEMICAL_PARK,
      across: steps(-1500, 1500, 600, 5),
      along: steps(-1200, 1200, 600, 2),
      cutShare: 0,
      isWhole: () => true,
    },
  ],
];
/** What the planner wants of a block of the new town. */
export function newTownUse(block: Block): CellUse {
  if (block.column <= 1 && block.row >= 2) return "campus";
  if (block.column === 2 && block.row === 1) return "park";
  return block.column >= 4 ? "new-housing" : block.row === 1 ? "centre" : "new-housing";
}
