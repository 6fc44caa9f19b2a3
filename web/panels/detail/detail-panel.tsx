/** Written next. */
export function DetailPanel() {
  return null;
}
