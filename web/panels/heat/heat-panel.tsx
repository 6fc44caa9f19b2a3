/** Written next. */
export function HeatPanel() {
  return null;
}
