import { createContext, useContext } from "react";

/** The smallest type of the screen, pixels: for what is not laid out by a style sheet. */
export const TypePx = createContext(16);

export const useTypePx = (): number => useContext(TypePx);
