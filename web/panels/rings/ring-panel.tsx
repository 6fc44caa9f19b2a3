/** Written next. */
export function RingPanel() {
  return null;
}
