/** The few tags a mail is made of, with what Outlook wants of each. */
import { html, Markup, NOTHING } from './markup.ts';

export interface Look {
  readonly style: Markup;
  /** Class that dark mode or a telephone changes; none when absent. */
  readonly className?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly valign?: 'top';
  readonly width?: string;
  readonly span?: number;
}

type Content = string | Markup | readonly Markup[];

/** A cell of a layout or of the items. */
export function cell(look: Look, content: Content): Markup {
  return html`<td${attributesOf(look)}>${content}</td>`;
}

/** A column's title. */
export function headCell(look: Look, title: string): Markup {
  return html`<th scope="col"${attributesOf(look)}>${title}</th>`;
}

export function row(...cells: readonly Markup[]): Markup {
  return html`<tr>${cells}</tr>\n`;
}

/** A table that only places things; a screen reader passes over it. */
export function layout(look: Look, rows: readonly Markup[]): Markup {
  return html`<table role="presentation"${attributesOf(look)}${UNSPACED}>\n${rows}</table>`;
}

/** A table of figures, read as one. */
export function figures(look: Look, rows: readonly Markup[]): Markup {
  return html`<table${attributesOf(look)}${UNSPACED}>\n${rows}</table>\n`;
}

/** Words in a sentence or a cell. */
export function words(className: string, style: Markup, text: string): Markup {
  return html`<span class="${className}" style="${style}">${text}</span>`;
}

export const LINE_BREAK = new Markup('<br>');

const UNSPACED = new Markup(' cellpadding="0" cellspacing="0" border="0"');

function attributesOf({ style, className, align, valign, width, span }: Look): Markup[] {
  return [
    className === undefined ? NOTHING : html` class="${className}"`,
    align === undefined ? NOTHING : html` align="${align}"`,
    valign === undefined ? NOTHING : html` valign="${valign}"`,
    width === undefined ? NOTHING : html` width="${width}"`,
    span === undefined ? NOTHING : html` colspan="${span}"`,
    html` style="${style}"`,
  ];
}
