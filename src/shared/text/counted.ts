/**
 * A count with its word in the number it takes. French keeps the singular for 0 and 1, English for
 * 1 alone. `count` is a formatted number: a screen that writes « 1 pièces » looks careless.
 */
export const counted = {
  fr: (count: string, one: string, many: string): string =>
    `${count} ${count === '0' || count === '1' ? one : many}`,
  en: (count: string, one: string, many: string): string =>
    `${count} ${count === '1' ? one : many}`,
};
