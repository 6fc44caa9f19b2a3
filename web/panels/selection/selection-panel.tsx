/** Written next. */
export function SelectionPanel() {
  return null;
}
