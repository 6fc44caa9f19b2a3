/** Written next. */
export function LayerPanel() {
  return null;
}
