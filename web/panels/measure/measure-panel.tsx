/** Written next. */
export function MeasurePanel() {
  return null;
}
