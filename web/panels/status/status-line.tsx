/** Written next. */
export function StatusLine() {
  return null;
}
