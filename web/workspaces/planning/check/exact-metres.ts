/** `17.05 m`: limits are judged to the centimetre, so distances are written to it, without zeros that say nothing. */
export const exactMetres = (distanceM: number): string => `${Number(distanceM.toFixed(2))} m`;

/** What is asked at least and at most, where facts that are not known leave it open: `0～16 m`. */
export const requiredText = ({ requiredM, requiredAtMostM }: { requiredM: number; requiredAtMostM: number }): string =>
  requiredM === requiredAtMostM
    ? exactMetres(requiredM)
    : `${Number(requiredM.toFixed(2))}～${exactMetres(requiredAtMostM)}`;
