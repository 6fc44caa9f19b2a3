/** The name of the page's first script, which the build makes of its content. */
export const pageVersion = (page: Document = document): string =>
  page
    .querySelector<HTMLScriptElement>("script[type=module][src]")
    ?.getAttribute("src")
    ?.split("/")
    .at(-1)
    ?.slice(0, 80) ?? "";
