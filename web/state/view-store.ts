import { create } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { View } from "./view.ts";
import { parseSearch } from "./view-codec.ts";

/** What the page shows, as the address last said or as it was changed since; `address.ts` writes it back. */
export const useView = create<View>(() => parseSearch(location.search));

export const changeView = (change: Partial<View> | ((view: View) => Partial<View>)): void => useView.setState(change);

/** Several fields of the view at once, without a rendering for the others. */
export const useViewFields = <Key extends keyof View>(...keys: Key[]): Pick<View, Key> =>
  useView(useShallow((view) => Object.fromEntries(keys.map((key) => [key, view[key]])) as Pick<View, Key>));
