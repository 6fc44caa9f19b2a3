import type { Confidence } from "../rule.ts";

/** Correction factor β of one toxic gas. */
export interface NamedGas {
  readonly name: string;
  /** Row of table 1 that the gas is. */
  readonly row: number;
  readonly beta: number;
  readonly clause: string;
  readonly confidence: Confidence;
  readonly source: string;
}

const gas = (name: string, row: number, beta: number): NamedGas => ({
  name,
  row,
  beta,
  clause: "GB 18218-2018 表3",
  confidence: "verified",
  source: "S02",
});

/**
 * Toxic gases whose β is given by name; it goes before the β of their category.
 *
 * @see GB 18218-2018, table 3
 */
export const NAMED_GASES: readonly NamedGas[] = [
  gas("一氧化碳", 13, 2),
  gas("二氧化硫", 4, 2),
  gas("氨", 1, 2),
  gas("环氧乙烷", 7, 2),
  gas("氯化氢", 11, 3),
  gas("溴甲烷", 17, 3),
  gas("氯", 12, 4),
  gas("硫化氢", 10, 5),
  gas("氟化氢", 20, 5),
  gas("二氧化氮", 3, 10),
  gas("氰化氢", 25, 10),
  gas("碳酰氯", 6, 20),
  gas("磷化氢", 9, 20),
  gas("异氰酸甲酯", 30, 20),
];

const byRow = new Map(NAMED_GASES.map((each) => [each.row, each]));

/** The named gas that a row of table 1 is, or `undefined`. */
export const findNamedGas = (row: number): NamedGas | undefined => byRow.get(row);
