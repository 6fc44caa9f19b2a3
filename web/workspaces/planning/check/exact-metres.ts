/** `17.05 m`: limits are judged to the centimetre, so distances are written to it, without zeros that say nothing. */
export const exactMetres = (distanceM: number): string => `${Number(distanceM.toFixed(2))} m`;
