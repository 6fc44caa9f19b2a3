/**
 * `G111 K812+079~800` for `G111 K812+079 – K812+800`: on a wall the kilometre is said once. Whatever is no such label stays as it is.
 */
export const shortLabel = (label: string): string =>
  label.replace(/(K\d+)(\+\d+) – (K\d+)(\+\d+)$/, (_, fromKm: string, from: string, toKm: string, to: string) =>
    fromKm === toKm ? `${fromKm}${from}~${to.slice(1)}` : `${fromKm}${from}~${toKm}${to}`,
  );
