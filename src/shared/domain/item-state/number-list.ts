/** Numbers of documents pasted from anywhere: one a line, or several with any sign between them. */

/** How two writings of a number are compared: signs, spaces and case left out. */
export function normaliseNumber(number: string): string {
  return number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** The numbers of a pasted text: words that hold a digit, each once, in their order. */
export function numbersOf(text: string): readonly string[] {
  const words = text.split(/[\s;,|"']+/u).filter((word) => /\d/u.test(word));
  return [...new Map(words.map((word) => [normaliseNumber(word), word])).values()];
}
