/** The line of a place in a text, asked for from its beginning to its end. */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  /** The end of the line counted last; a text of one line is searched once. */
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf('\n');
  }

  lineAt(place: number): number {
    while (this.#next !== -1 && this.#next < place) {
      this.#line += 1;
      this.#next = this.#text.indexOf('\n', this.#next + 1);
    }
    return this.#line;
  }
}
