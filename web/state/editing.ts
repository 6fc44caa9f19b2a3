import type { Geometry } from "geojson";
import { create } from "zustand";
import type { FeatureAnswer } from "../api.ts";
import { useView } from "./view-store.ts";

/** One line of a list of substances while it is being typed. */
export interface SubstanceLine {
  readonly name: string;
  readonly cas: string;
  readonly tonnes: string;
}

/** What stands in a field of the form: numbers and dates as they are typed. */
export type FieldContent = string | boolean | null | readonly SubstanceLine[];

/** A feature that somebody is changing by hand, or a new one. It outlives its form: closing the panel loses nothing. */
export interface EditSession {
  readonly layer: string;
  /** The state that was read; `null` for a new feature. */
  readonly base: FeatureAnswer | null;
  /** Only fields that differ from what was read. */
  readonly touched: Readonly<Record<string, FieldContent>>;
  /** The new place or outline; `null` while it stays where it is. */
  readonly geometry: Geometry | null;
}

/** Answers are checked where they are made; the type of their JSON has lost that this is a geometry. */
export const geometryOf = ({ geometry }: FeatureAnswer): Geometry => geometry as Geometry;

/** One at a time. */
export const useEditing = create<{ readonly session: EditSession | null }>(() => ({ session: null }));

export const startEditing = (layer: string, base: FeatureAnswer | null, touched: EditSession["touched"] = {}): void =>
  useEditing.setState({ session: { layer, base, touched, geometry: null } });

export const endEditing = (): void => useEditing.setState({ session: null });

export const changeSession = (change: Partial<Pick<EditSession, "base" | "touched" | "geometry">>): void =>
  useEditing.setState(({ session }) => ({ session: session && { ...session, ...change } }));

/** Puts content into a field; `undefined` takes it back to what was read. */
export const touchField = (id: string, content: FieldContent | undefined): void =>
  useEditing.setState(({ session }) => {
    if (!session) return {};
    const { [id]: _, ...others } = session.touched;
    return { session: { ...session, touched: content === undefined ? others : { ...others, [id]: content } } };
  });

/** A code that was only suggested is nothing to lose. */
export const hasUnsaved = ({ base, touched, geometry }: EditSession): boolean =>
  geometry !== null || Object.keys(touched).some((id) => base !== null || id !== "code");

/** The session whose form is on the page now; `null` while the panel shows something else. */
export function useShownSession(): EditSession | null {
  const session = useEditing((editing) => editing.session);
  const isShown = useView(
    ({ tool, detail }) =>
      tool === "detail" &&
      session !== null &&
      (detail === null ? session.base === null : detail.layer === session.layer && detail.id === session.base?.id),
  );
  return isShown ? session : null;
}

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

useEditing.subscribe(({ session }) => {
  if (session && hasUnsaved(session)) window.addEventListener("beforeunload", askBeforeLeaving);
  else window.removeEventListener("beforeunload", askBeforeLeaving);
});
