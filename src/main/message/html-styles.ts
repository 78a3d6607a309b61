/** The inline styles of a mail, and the sheet of the readers that know dark mode and telephones. */
import { Markup } from './markup.ts';

const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;";
const INK = 'color:#1f2933;';
const MUTED = 'color:#566370;';
const ACCENT = 'color:#0f5a5e;';
const PAPER = 'background-color:#ffffff;';
const RULE = '#d5dce1';
const PLAIN = 'mso-line-height-rule:exactly;';

const style = (...parts: string[]) => new Markup(parts.join('').replaceAll('"', '&quot;'));
const text = (size: number, line: number) => `font-size:${size}px;line-height:${line}px;${PLAIN}`;

export const STYLES = {
  page: style('margin:0;padding:0;width:100%;background-color:#f3f5f7;', INK, FONT),
  outer: style('background-color:#f3f5f7;'),
  gutter: style('padding:24px 12px;'),
  sheet: style('width:100%;max-width:600px;', PAPER, `border:1px solid ${RULE};`),
  head: style('padding:20px 28px 16px;', PAPER, `border-bottom:1px solid ${RULE};`),
  issuer: style(FONT, text(18, 24), 'font-weight:bold;', ACCENT),
  logoCell: style('background-color:#ffffff;padding:4px;'),
  logo: style('display:block;border:0;height:44px;width:auto;max-width:240px;'),
  body: style('padding:24px 28px 8px;', PAPER, INK, FONT, text(15, 23)),
  paragraph: style('margin:0 0 16px;'),
  foot: style(
    'padding:14px 28px 18px;',
    `background-color:#f8fafb;border-top:1px solid ${RULE};`,
    MUTED,
    FONT,
    text(11, 16),
  ),

  items: style('width:100%;border-collapse:collapse;margin:0 0 14px;', FONT, text(13, 18)),
  columnHead: style(
    'padding:6px 6px 6px 0;',
    `border-bottom:2px solid ${RULE};`,
    MUTED,
    text(12, 16),
    'font-weight:600;',
  ),
  figureHead: style(
    'padding:6px 0 6px 6px;white-space:nowrap;',
    `border-bottom:2px solid ${RULE};`,
    MUTED,
    text(12, 16),
    'font-weight:600;',
  ),
  accountHead: style('padding:12px 0 4px;', ACCENT, 'font-weight:bold;'),
  sectionHead: style('padding:10px 0 4px;', MUTED, text(12, 16), 'font-weight:600;'),
  cell: style('padding:7px 6px 7px 0;', `border-bottom:1px solid ${RULE};`, INK),
  figure: style(
    'padding:7px 0 7px 6px;white-space:nowrap;font-variant-numeric:tabular-nums;',
    `border-bottom:1px solid ${RULE};`,
    INK,
  ),
  number: style('font-weight:600;overflow-wrap:anywhere;word-break:break-word;'),
  under: style(MUTED, text(12, 16)),
  late: style('color:#a3231f;', text(12, 16)),
  interest: style(MUTED, text(12, 16), 'white-space:normal;'),
  subtotal: style('padding:7px 0 7px 6px;white-space:nowrap;font-weight:bold;', INK),
  subtotalLabel: style('padding:7px 6px 7px 0;', MUTED),

  amounts: style('margin:0 0 8px auto;', FONT, text(14, 20)),
  amountLabel: style('padding:3px 18px 3px 0;', MUTED),
  amount: style('padding:3px 0;white-space:nowrap;font-variant-numeric:tabular-nums;', INK),
  amountLabelStrong: style('padding:6px 18px 3px 0;font-weight:bold;', ACCENT, text(16, 22)),
  amountStrong: style(
    'padding:6px 0 3px;white-space:nowrap;font-weight:bold;font-variant-numeric:tabular-nums;',
    ACCENT,
    text(16, 22),
  ),
  basis: style('font-size:11px;line-height:15px;'),
  clear: style('clear:both;height:10px;line-height:10px;font-size:1px;'),

  box: style(
    'margin:4px 0 18px;border-collapse:separate;background-color:#f3f7f7;',
    `border:1px solid ${RULE};`,
    FONT,
    text(13, 19),
  ),
  boxTitle: style('font-weight:bold;padding:0 0 6px;', ACCENT, text(14, 20)),
  boxCell: style('padding:14px 8px 4px 16px;', INK),
  label: style('padding:2px 12px 2px 0;white-space:nowrap;', MUTED),
  value: style('padding:2px 0;overflow-wrap:anywhere;', INK),
  iban: style('padding:2px 0;font-weight:bold;', INK),
  codeCell: style('padding:14px 14px 4px 0;'),
  code: style('display:block;border:0;width:112px;height:112px;background-color:#ffffff;'),
  note: style('padding:4px 16px 12px;', MUTED, text(12, 17)),
  link: style('margin:8px 0 0;'),
  anchor: style(ACCENT, 'font-weight:bold;'),

  answers: style('margin:0 0 18px;', FONT, text(13, 34)),
  answersTitle: style(MUTED, text(12, 20)),
  answer: style(
    'display:inline-block;padding:5px 12px;margin:0 4px 6px 0;',
    'text-decoration:none;white-space:nowrap;',
    'background-color:#ffffff;border:1px solid #0f5a5e;border-radius:4px;',
    ACCENT,
    text(13, 18),
  ),
  signature: style('margin:4px 0 18px;', text(14, 20)),
  muted: style(MUTED),
} as const;

/** Whole in the head: readers that drop it keep the light page, at any width. */
export const DARK_STYLES = new Markup(`
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .m-gutter { padding: 0 !important; }
  .m-head, .m-foot { padding-left: 16px !important; padding-right: 16px !important; }
  .m-body { padding-left: 16px !important; padding-right: 16px !important; }
  .m-due { width: auto !important; }
  .m-stack { display: block !important; }
  .m-code { width: auto !important; padding: 6px 16px 4px !important; }
  .m-label { padding-right: 8px !important; }
}
@media (prefers-color-scheme: dark) {
  .m-page { background-color: #11171b !important; color: #e6ebee !important; }
  .m-sheet, .m-head, .m-body { background-color: #1a2227 !important; color: #e6ebee !important; }
  .m-sheet, .m-head, .m-foot, .m-box, .m-cell { border-color: #36424a !important; }
  .m-foot { background-color: #151c20 !important; color: #a4b0b8 !important; }
  .m-box { background-color: #202b30 !important; }
  .m-text, .m-cell { color: #e6ebee !important; }
  .m-muted { color: #a4b0b8 !important; }
  .m-accent, .m-strong { color: #6fc9cb !important; }
  .m-late { color: #ff9d94 !important; }
  .m-answer { background-color: #1a2227 !important; border-color: #6fc9cb !important; }
  .m-answer { color: #6fc9cb !important; }
}
`);
