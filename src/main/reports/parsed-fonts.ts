/**
 * Fonts parsed once and lent to every document.
 *
 * pdfkit parses the font files anew for each document: two thirds of the time of a letter of one
 * page. What was parsed holds nothing of a document, and neither do the measured words; only the
 * subset of signs that a document uses is its own, and each document still makes its own.
 */

interface ParsedFont {
  readonly characterSet: readonly number[];
  glyphForCodePoint(codePoint: number): unknown;
}

interface EmbeddedFont {
  readonly font: ParsedFont;
  readonly name: string;
  layoutCache: object;
  readonly constructor: new (document: FontDocument, font: ParsedFont, id: string) => EmbeddedFont;
}

/** The part of pdfmake's document that deals with fonts. */
export interface FontDocument {
  _fontCount: number;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  readonly fontCache: Record<string, Record<string, EmbeddedFont>>;
  getFontType(bold: boolean, italics: boolean): string;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
}

/** Beyond, words are measured anew: amounts and numbers never come back. */
const LENT_WORDS_DOCUMENTS_MAX = 2_000;

/** Changes the class of this document, for all the documents to come. */
export function lendParsedFonts(sample: FontDocument): void {
  const documents: FontDocument = Object.getPrototypeOf(sample);
  const provide = documents.provideFont;
  const lent = new Map<string, { first: EmbeddedFont; words: object; left: number }>();
  documents.provideFont = function (this: FontDocument, family, bold, italics) {
    const type = this.getFontType(bold, italics);
    this.fontCache[family] ??= {};
    const cache = this.fontCache[family];
    const known = cache[type];
    if (known !== undefined) return known;
    const key = `${family} ${type}`;
    const parsed = lent.get(key);
    if (parsed === undefined) {
      const first = provide.call(this, family, bold, italics);
      nameGlyphs(first.font);
      lent.set(key, { first, words: first.layoutCache, left: LENT_WORDS_DOCUMENTS_MAX });
      return first;
    }
    if (parsed.left === 0) {
      parsed.words = Object.create(null);
      parsed.left = LENT_WORDS_DOCUMENTS_MAX;
    }
    parsed.left -= 1;
    this._fontCount += 1;
    const font = new parsed.first.constructor(this, parsed.first.font, `F${this._fontCount}`);
    font.layoutCache = parsed.words;
    this._fontFamilies[font.name] = font;
    cache[type] = font;
    return font;
  };
}

/** Ligatures of Latin: they stand for the letters they are made of. */
const LIGATURES = { from: 0xfb00, to: 0xfb06 };

/**
 * Tells each sign of the font which character it is, before anybody else names it.
 *
 * A sign is named when it is first met, and « E » met within « É », at the end of the document
 * that used it, would be nameless in every document after: its page would look right, and no one
 * could search or copy its text.
 */
function nameGlyphs(font: ParsedFont): void {
  for (const codePoint of font.characterSet) {
    if (codePoint < LIGATURES.from || codePoint > LIGATURES.to) font.glyphForCodePoint(codePoint);
  }
}
