import { Fragment } from "react";
import { markMatches } from "./mark-matches.ts";

/** A text with the parts that were searched for set off. */
export function Matched({ text, query }: { text: string; query: string }) {
  return markMatches(text, query).map(({ part, isMatch, start }) =>
    isMatch ? <mark key={start}>{part}</mark> : <Fragment key={start}>{part}</Fragment>,
  );
}
