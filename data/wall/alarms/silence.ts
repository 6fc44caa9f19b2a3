/**
 * Whether a sensor has been silent for longer than it said it ever would be. That is no danger by itself; it means that nobody knows.
 *
 * @param receivedAt - when its last message arrived, by the server's clock, milliseconds since 1970.
 * @param intervalS - the longest silence that is normal, as the sensor was announced.
 */
export const isSilent = (receivedAt: number, intervalS: number, now: number): boolean =>
  now - receivedAt > intervalS * 1_000;
