/** `2026-05-12`, of an instant, where the reader is. */
export const localDay = (instant: string): string => new Date(instant).toLocaleDateString("sv-SE");

/** `2026-05-12 14:03`. */
export const localMinute = (instant: string): string => new Date(instant).toLocaleString("sv-SE").slice(0, 16);
