/** Written next. */
export function TimeBar() {
  return null;
}
