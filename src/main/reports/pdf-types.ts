/** The part of pdfmake's document language that is used here; the library ships no types. */
export type Margins = readonly [number, number, number, number];

export interface Style {
  readonly font?: string;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly alignment?: 'left' | 'right' | 'center' | 'justify';
  readonly margin?: Margins;
  readonly fillColor?: string;
  readonly noWrap?: boolean;
  readonly characterSpacing?: number;
  /** `break-all` cuts words anywhere: for numbers that no line can hold. */
  readonly wordBreak?: 'normal' | 'break-all';
}

/** What a `canvas` draws, in points from its own corner. */
export type Vector =
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
      readonly dash?: { readonly length: number; readonly space: number };
    }
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly lineWidth?: number;
      readonly lineColor?: string;
      readonly color?: string;
      readonly dash?: { readonly length: number; readonly space: number };
    };

export interface Node extends Style {
  readonly id?: string;
  readonly text?: string | readonly Content[];
  readonly stack?: readonly Content[];
  readonly columns?: readonly Content[];
  readonly columnGap?: number;
  readonly width?: number | string;
  readonly image?: string;
  readonly fit?: readonly [number, number];
  readonly canvas?: readonly Vector[];
  readonly table?: {
    readonly headerRows?: number;
    readonly dontBreakRows?: boolean;
    readonly widths: readonly (number | string)[];
    readonly heights?: readonly number[];
    readonly body: readonly (readonly Content[])[];
  };
  readonly layout?: TableLayout;
  readonly colSpan?: number;
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly unbreakable?: boolean;
  readonly pageBreak?: 'before' | 'after';
  /** Where it was put: written by pdfmake while it lays out, before heads and feet are made. */
  readonly positions?: readonly { readonly pageNumber: number }[];
}

export type Content = string | Node;

export interface TableLayout {
  readonly hLineWidth?: (row: number, node: { table: { body: readonly unknown[] } }) => number;
  readonly vLineWidth?: () => number;
  readonly hLineColor?: () => string;
  readonly vLineColor?: () => string;
  readonly paddingLeft?: (column: number) => number;
  readonly paddingRight?: (
    column: number,
    node: { table: { widths: readonly unknown[] } },
  ) => number;
  readonly paddingTop?: () => number;
  readonly paddingBottom?: () => number;
}

export interface TDocumentDefinitions {
  readonly pageSize?: string;
  readonly pageOrientation?: 'portrait' | 'landscape';
  readonly pageMargins?: Margins;
  readonly defaultStyle?: Style;
  readonly language?: string;
  readonly displayTitle?: boolean;
  readonly info?: { readonly title: string; readonly author: string };
  readonly content: readonly Content[];
  readonly background?: (page: number) => Content | null;
  readonly header?: (page: number, count: number) => Content | null;
  readonly footer?: (page: number, count: number) => Content | null;
}
