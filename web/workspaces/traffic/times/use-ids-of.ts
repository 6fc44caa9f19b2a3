import { useMemo } from "react";

/** The same list as long as the things are the same. */
export const useIdsOf = (things: readonly { readonly id: string }[]): readonly string[] =>
  useMemo(() => things.map(({ id }) => id), [things]);
