/** Written next. */
export function HoverCard() {
  return null;
}
