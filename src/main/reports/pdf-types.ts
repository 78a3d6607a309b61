/** The part of pdfmake's document language that is used here; the library ships no types. */
export type Margins = readonly [number, number, number, number];

export interface Style {
  readonly font?: string;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly margin?: Margins;
  readonly fillColor?: string;
  readonly noWrap?: boolean;
}

export type Content =
  | string
  | (Style & {
      readonly text?: string | readonly Content[];
      readonly stack?: readonly Content[];
      readonly columns?: readonly Content[];
      readonly columnGap?: number;
      readonly width?: number | string;
      readonly image?: string;
      readonly fit?: readonly [number, number];
      readonly table?: {
        readonly headerRows?: number;
        readonly dontBreakRows?: boolean;
        readonly widths: readonly (number | string)[];
        readonly body: readonly (readonly Content[])[];
      };
      readonly layout?: TableLayout;
      readonly absolutePosition?: { readonly x: number; readonly y: number };
      readonly unbreakable?: boolean;
    });

export interface TableLayout {
  readonly hLineWidth?: (row: number, node: { table: { body: readonly unknown[] } }) => number;
  readonly vLineWidth?: () => number;
  readonly hLineColor?: () => string;
  readonly paddingLeft?: () => number;
  readonly paddingRight?: () => number;
  readonly paddingTop?: () => number;
  readonly paddingBottom?: () => number;
}

export interface TDocumentDefinitions {
  readonly pageSize?: string;
  readonly pageMargins?: Margins;
  readonly defaultStyle?: Style;
  readonly info?: { readonly title: string; readonly author: string };
  readonly content: readonly Content[];
  readonly footer?: (page: number, count: number) => Content;
}
