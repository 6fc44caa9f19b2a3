/** A, B, C …: the same in the list and on the map. */
export const letterOf = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
