export const CHANGE_ACTIONS = ["added", "changed", "removed"] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** The place of a change in the order of the list: the latest first. */
export interface ChangeCursor {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly id: string;
}

export interface ChangeQuery {
  readonly since: Date;
  /** Layers that are counted, in whose order they are answered. */
  readonly layers: readonly string[];
  /** Lists only those of one layer. */
  readonly layer?: string;
  readonly action?: ChangeAction;
  /** The `next` of the page before. */
  readonly after?: ChangeCursor;
  /** 1 or more. */
  readonly limit: number;
}

/** A feature that is otherwise than it was, as it is now or, removed, as it was before. */
export interface FeatureChange extends ChangeCursor {
  readonly layer: string;
  readonly action: ChangeAction;
  readonly code: string;
  readonly name: string;
  readonly district: string | null;
  readonly source: string;
  /** What is otherwise on a changed one: attribute ids, standard properties, `geometry`. Empty: it was changed and changed back. */
  readonly fields: readonly string[];
}

export interface LayerChanges {
  readonly layer: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface ChangePage {
  /** Instant of the answer, of the database's clock. */
  readonly at: string;
  /** Layers with any change, all of them counted whatever is listed. */
  readonly layers: readonly LayerChanges[];
  readonly changes: readonly FeatureChange[];
  readonly next: ChangeCursor | null;
}
