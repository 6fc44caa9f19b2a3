import type { FeatureRef } from "../../../map/picture.ts";

/** A number on a panel that can be opened. */
export interface Figure {
  /** Within its panel. */
  readonly id: string;
  readonly title: string;
  /** As the panel writes it. */
  readonly text: string;
}

/** A feature, or a finding, that a figure counts. */
export interface ListedLine {
  readonly key: string;
  readonly name: string;
  readonly code: string;
  /** District and address, as far as the ledger has them. */
  readonly where: string;
  /** Its part of a sum, its grade, or how the finding stands; empty: nothing to say. */
  readonly amount: string;
  /** It came from a simulation. */
  readonly isSimulated: boolean;
}

export interface ListedGroup {
  /** `null` where the list is of one kind only. */
  readonly heading: string | null;
  readonly count: number;
  /** What the lines add up to, where the figure is a sum and no count. */
  readonly sum?: number;
  /** @param place - from 0 to below `count`, or to `listed` where the answer lists no more. */
  readonly lineOf: (place: number) => ListedLine;
  /** Absent: all of them can be listed. */
  readonly listed?: number;
}

/** What stands behind a figure. */
export interface Behind {
  readonly title: string;
  readonly value: string;
  /** How it was counted, in words. */
  readonly reading: readonly string[];
  /** Whose source, day and age are said. */
  readonly layers: readonly string[];
  readonly groups: readonly ListedGroup[];
  /** What the map marks and is moved to. */
  readonly marked: readonly FeatureRef[];
  /** CQL2 text by layer: what the map shows of it while the list is open. */
  readonly filters: Readonly<Record<string, string>>;
  /** Address of the page on which one goes on with it; `null`: there is none. */
  readonly link: string | null;
}

/** The figures of one panel and what is behind each; both follow the ledgers. */
export interface PanelFigures {
  /** Empty: there is none, or they are not worked out yet. */
  readonly useFigures: () => readonly Figure[];
  /** `null`: not worked out yet, or there is no such figure now. */
  readonly useBehind: (figure: string) => Behind | null;
}
