/** What a form is called among those of one thing, from what tells it apart there: `reportProgress.3`. */
export const formOf = (...parts: readonly unknown[]): string =>
  parts
    .filter((part) => part !== undefined)
    .join('.')
    .replaceAll(/[^\w.:-]/g, '_')
