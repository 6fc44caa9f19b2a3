/** `122°15′36.0″E 43°37′12.0″N`: a tenth of a second is three metres or less. */
export function formatDms([lon, lat]: readonly [number, number]): string {
  return `${sexagesimal(lon)}${lon < 0 ? "W" : "E"} ${sexagesimal(lat)}${lat < 0 ? "S" : "N"}`;
}

function sexagesimal(degrees: number): string {
  // Rounded once, as a whole: 59.96″ must become the next minute, not 60.0″.
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const minutes = Math.floor(tenths / 600);
  const two = (number: number) => String(number).padStart(2, "0");
  const seconds = `${two(Math.floor((tenths % 600) / 10))}.${tenths % 10}`;
  return `${Math.floor(minutes / 60)}°${two(minutes % 60)}′${seconds}″`;
}
