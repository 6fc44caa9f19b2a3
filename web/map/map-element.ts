/** The element that takes the keyboard on the map: for links that jump there. */
export const MAP_ELEMENT_ID = "map";

export const focusMap = (): void => document.getElementById(MAP_ELEMENT_ID)?.focus({ preventScroll: true });
