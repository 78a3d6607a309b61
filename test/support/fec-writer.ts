/**
 * Writes FEC files for tests, the simulation and the bench, in any of the forms met in real life.
 *
 * Lines say what they mean in cents and calendar days; the form says how a package would write
 * them. One list of lines in two forms must be read as the same records.
 */
import iconv from 'iconv-lite';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { Cents } from '../../src/shared/kernel/cents.ts';

export interface FecLineText {
  readonly journalCode: string;
  readonly journalLabel: string;
  readonly entryNumber: string;
  readonly date: CalendarDate;
  readonly account: string;
  readonly accountLabel: string;
  readonly auxiliary?: string;
  readonly auxiliaryLabel?: string;
  readonly document: string;
  readonly documentDate?: CalendarDate;
  readonly label: string;
  /** Positive: debit; negative: credit. */
  readonly amountCents: Cents;
  readonly letter?: string;
  readonly letteredOn?: CalendarDate;
  /** Written in DateLimitReglmt, in the forms that have it. */
  readonly dueDate?: CalendarDate;
  readonly isProvisional?: boolean;
}

export type AmountStyle =
  | 'comma'
  | 'point'
  | 'spaced'
  | 'short'
  | 'zero_padded'
  | 'signed'
  | 'negative_debit';
export type DateStyle = 'AAAAMMJJ' | 'JJ/MM/AAAA' | 'AAAA-MM-JJ';
export type HeaderStyle = 'legal' | 'upper' | 'lower' | 'accents' | 'padded';

export interface FecForm {
  readonly separator: '\t' | '|' | ';' | ',';
  readonly lineEnd: '\n' | '\r\n' | '\r\r\n' | '\r';
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-15' | 'windows-1252' | 'cp850';
  readonly hasMark: boolean;
  readonly header: HeaderStyle;
  readonly amounts: AmountStyle;
  readonly dates: DateStyle;
  readonly variant: 'debit_credit' | 'montant_sens';
  readonly columns: 18 | 20 | 22;
  readonly isQuoted: boolean;
  readonly isPadded: boolean;
  readonly hasTrailingSeparator: boolean;
  readonly blankLinesAtEnd: number;
}

export const PLAIN_FORM: FecForm = {
  separator: '\t',
  lineEnd: '\r\n',
  encoding: 'utf-8',
  hasMark: false,
  header: 'legal',
  amounts: 'comma',
  dates: 'AAAAMMJJ',
  variant: 'debit_credit',
  columns: 18,
  isQuoted: false,
  isPadded: false,
  hasTrailingSeparator: false,
  blankLinesAtEnd: 0,
};

const COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

/** The bytes of a FEC holding these lines, written in this form. */
export function writeFec(lines: readonly FecLineText[], form: Partial<FecForm> = {}): Buffer {
  const full: FecForm = { ...PLAIN_FORM, ...form };
  const rows = [headerCells(full), ...lines.map((line) => lineCells(line, full))];
  const text = rows.map((cells) => rowText(cells, full) + full.lineEnd).join('');
  const blanks = full.lineEnd.repeat(full.blankLinesAtEnd);
  return encode(text + blanks, full);
}

/** One line in the plain form, without its line end: what the generator writes by the million. */
export function plainFecLine(line: FecLineText): string {
  return lineCells(line, PLAIN_FORM).join('\t');
}

/** The header of the plain form. */
export const PLAIN_HEADER = COLUMNS.join('\t');

function headerCells(form: FecForm): string[] {
  const names: string[] = [...COLUMNS];
  if (form.variant === 'montant_sens') names.splice(11, 2, 'Montant', 'Sens');
  if (form.columns === 20) names.push('DateLimitReglmt', 'NumFacture');
  if (form.columns === 22) names.push('DateRglt', 'ModeRglt', 'NatOp', 'IdClient');
  return names.map((name) => styledName(name, form.header));
}

function styledName(name: string, style: HeaderStyle): string {
  if (style === 'upper') return name.toUpperCase();
  if (style === 'lower') return name.toLowerCase();
  if (style === 'padded') return name.padEnd(16, ' ');
  if (style !== 'accents') return name;
  return name.replace('Debit', 'Débit').replace('Credit', 'Crédit').replace('Piece', 'Pièce');
}

function lineCells(line: FecLineText, form: FecForm): string[] {
  const date = (day: CalendarDate | undefined) => (day === undefined ? '' : dateText(day, form));
  const cells = [
    line.journalCode,
    line.journalLabel,
    line.entryNumber,
    date(line.date),
    line.account,
    line.accountLabel,
    line.auxiliary ?? '',
    line.auxiliaryLabel ?? '',
    line.document,
    date(line.documentDate ?? line.date),
    line.label,
    ...amountCells(line.amountCents, form),
    line.letter ?? '',
    date(line.letteredOn),
    line.isProvisional === true ? '' : date(line.date),
    '',
    '',
  ];
  if (form.columns === 20) cells.push(date(line.dueDate), '');
  if (form.columns === 22) cells.push('', '', '', '');
  return cells;
}

function amountCells(amount: Cents, form: FecForm): [string, string] {
  if (form.variant === 'montant_sens') {
    return [amountText(Math.abs(amount), form.amounts), amount < 0 ? 'C' : 'D'];
  }
  if (form.amounts === 'negative_debit') return [amountText(amount, form.amounts), '0,00'];
  const debit = amountText(Math.max(amount, 0), form.amounts);
  return [debit, amountText(Math.max(-amount, 0), form.amounts)];
}

function amountText(amount: Cents, style: AmountStyle): string {
  const size = Math.abs(amount);
  const whole = String(Math.floor(size / 100));
  const decimals = String(size % 100).padStart(2, '0');
  const sign = amount < 0 ? '-' : '';
  switch (style) {
    case 'point':
      return `${sign}${whole}.${decimals}`;
    case 'spaced':
      return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ' ')},${decimals}`;
    case 'short':
      return `${sign}${whole}${decimals === '00' ? '' : `,${decimals.replace(/0$/, '')}`}`;
    case 'zero_padded':
      return `${sign}${whole.padStart(10, '0')},${decimals}`;
    case 'signed':
      return `${amount < 0 ? '-' : '+'}${whole.padStart(9, '0')},${decimals}`;
    default:
      return `${sign}${whole},${decimals}`;
  }
}

function dateText(day: CalendarDate, form: FecForm): string {
  const [year, month, date] = day.split('-');
  if (form.dates === 'JJ/MM/AAAA') return `${date}/${month}/${year}`;
  return form.dates === 'AAAA-MM-JJ' ? day : `${year}${month}${date}`;
}

function rowText(cells: readonly string[], form: FecForm): string {
  // An unquoted comma would be read as a separator: packages that separate by commas quote.
  const needsQuotes = form.isQuoted || form.separator === ',';
  const written = cells.map((cell) => {
    const padded = form.isPadded ? cell.padEnd(12, ' ') : cell;
    return needsQuotes ? `"${padded.replaceAll('"', '""')}"` : padded;
  });
  return written.join(form.separator) + (form.hasTrailingSeparator ? form.separator : '');
}

function encode(text: string, form: FecForm): Buffer {
  const bytes = iconv.encode(text, form.encoding);
  if (!form.hasMark) return bytes;
  const marks = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };
  const mark = marks[form.encoding as keyof typeof marks] ?? [];
  return Buffer.concat([Buffer.from(mark), bytes]);
}
