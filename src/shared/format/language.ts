/**
 * The language of the reader: the screen follows the user's, a letter the customer's.
 * French is the language of the product, English the second one.
 */
export type Language = 'fr' | 'en';
