/** Written next. */
export function SearchBox() {
  return null;
}
