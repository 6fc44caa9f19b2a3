import { createContext, useContext } from "react";

/** The scene that the panels stand on. */
export const SceneId = createContext("");

export const useSceneId = (): string => useContext(SceneId);
