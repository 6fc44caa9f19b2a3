import { composeRuleBook } from "#data/standards/rule-book.ts";

/** The library as it stands, with nobody's word on it. */
export const LIBRARY_BOOK = composeRuleBook({ decisions: [], local: [], day: "2026-11-26" });
