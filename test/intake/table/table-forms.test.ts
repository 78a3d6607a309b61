/**
 * One list of open items, written in every way that packages and spreadsheets write it, is one
 * list.
 */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readBack, tableFile } from './table-files.ts';

interface Line {
  readonly code: string;
  readonly name: string;
  readonly document: string;
  readonly date: readonly [number, number, number];
  readonly due: readonly [number, number, number];
  readonly cents: number;
}

const LINES: readonly Line[] = [
  {
    code: 'C001',
    name: 'Société Générale d’Équipement',
    document: 'FA0001',
    date: [2026, 3, 25],
    due: [2026, 4, 30],
    cents: 123456,
  },
  {
    code: 'C001',
    name: 'Société Générale d’Équipement',
    document: 'FA0002',
    date: [2026, 4, 2],
    due: [2026, 5, 31],
    cents: 5,
  },
  {
    code: 'C002',
    name: 'Pâtisserie Noël',
    document: 'FA0003',
    date: [2026, 1, 13],
    due: [2026, 2, 13],
    cents: -1200,
  },
  {
    code: 'C003',
    name: 'ÇA ET LÀ',
    document: 'FA0004',
    date: [2026, 12, 31],
    due: [2027, 1, 15],
    cents: 123456700,
  },
  {
    code: 'C004',
    name: 'Hôtel "Les Ormes"; annexe',
    document: 'FA0005',
    date: [2026, 7, 4],
    due: [2026, 8, 4],
    cents: 30050,
  },
];

const EXPECTED = LINES.map((line) => ({
  customerCode: line.code,
  documentNumber: line.document,
  documentDate: iso(line.date),
  dueDate: iso(line.due),
  openCents: line.cents,
}));

function iso([year, month, day]: readonly [number, number, number]): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

type Write = (cents: number) => string;
const size = (cents: number) => Math.abs(cents);
const whole = (cents: number) => String(Math.floor(size(cents) / 100));
const part = (cents: number) => two(size(cents) % 100);
const grouped = (cents: number, sign: string) => whole(cents).replace(/\B(?=(\d{3})+$)/gu, sign);
const minus = (cents: number) => (cents < 0 ? '-' : '');

const AMOUNTS: Readonly<Record<string, Write>> = {
  '1234,56': (cents) => `${minus(cents)}${whole(cents)},${part(cents)}`,
  '1 234,56': (cents) => `${minus(cents)}${grouped(cents, ' ')},${part(cents)}`,
  '1\u202f234,56 €': (cents) => `${minus(cents)}${grouped(cents, '\u202f')},${part(cents)} €`,
  '1.234,56': (cents) => `${minus(cents)}${grouped(cents, '.')},${part(cents)}`,
  '1,234.56': (cents) => `${minus(cents)}${grouped(cents, ',')}.${part(cents)}`,
  '1234.56': (cents) => `${minus(cents)}${whole(cents)}.${part(cents)}`,
  '(12,00)': (cents) =>
    cents < 0 ? `(${whole(cents)},${part(cents)})` : `${whole(cents)},${part(cents)}`,
  '12,00-': (cents) => `${whole(cents)},${part(cents)}${minus(cents)}`,
  '12,00 C': (cents) => `${whole(cents)},${part(cents)} ${cents < 0 ? 'C' : 'D'}`,
  '+000012,00': (cents) =>
    `${cents < 0 ? '-' : '+'}${whole(cents).padStart(9, '0')},${part(cents)}`,
};

const DATES: Readonly<Record<string, (date: readonly [number, number, number]) => string>> = {
  '31/12/2026': ([year, month, day]) => `${two(day)}/${two(month)}/${year}`,
  '31-12-26': ([year, month, day]) => `${two(day)}-${two(month)}-${year % 100}`,
  '31.12.2026': ([year, month, day]) => `${two(day)}.${two(month)}.${year}`,
  '12/31/2026': ([year, month, day]) => `${month}/${day}/${year}`,
  '2026-12-31': (date) => iso(date),
  '2026-12-31 00:00:00.000': (date) => `${iso(date)} 00:00:00.000`,
  '20261231': ([year, month, day]) => `${year}${two(month)}${two(day)}`,
  '20261231.0': ([year, month, day]) => `${year}${two(month)}${two(day)}.0`,
  '31122026': ([year, month, day]) => `${two(day)}${two(month)}${year}`,
  '46387': ([year, month, day]) => String(Date.UTC(year, month - 1, day) / 86_400_000 + 25_569),
};

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  french: ['Code client', 'Nom du client', 'N° pièce', 'Date facture', 'Date échéance', 'Solde'],
  upper: ['CODE CLIENT', 'NOM', 'NUM PIECE', 'DATE FACTURE', 'ECHEANCE', 'RESTE DU'],
  short: ['Cpte tiers', 'Nom', 'Réf. pièce', 'Dt fact.', 'Éch.', 'Reste à payer'],
  snake: ['code_client', 'nom_client', 'numero_piece', 'date_facture', 'date_echeance', 'solde'],
  english: ['CustomerID', 'Customer name', 'invoiceNumber', 'InvoiceDate', 'DueDate', 'Amount due'],
  lost: ['Code client', 'Nom', 'N? pi?ce', 'Date facture', '?ch?ance', 'Solde d?'],
};

interface Form {
  readonly header: string;
  readonly amount: string;
  readonly date: string;
  readonly separator: string;
  readonly lineEnd: string;
  readonly encoding: string;
  readonly quotesAll: boolean;
}

const PLAIN: Form = {
  header: 'french',
  amount: '1234,56',
  date: '31/12/2026',
  separator: ';',
  lineEnd: '\r\n',
  encoding: 'utf8',
  quotesAll: false,
};

function written(form: Form): Buffer {
  const amount = AMOUNTS[form.amount] ?? String;
  const date = DATES[form.date] ?? String;
  const field = (text: string) =>
    form.quotesAll || text.includes(form.separator) || text.includes('"')
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const rows = [
    HEADERS[form.header] ?? [],
    ...LINES.map((line) => [
      line.code,
      line.name,
      line.document,
      date(line.date),
      date(line.due),
      amount(line.cents),
    ]),
  ];
  const text = rows.map((row) => row.map(field).join(form.separator)).join(form.lineEnd);
  const isMarked = form.encoding === 'utf8-bom' || form.encoding === 'utf16le';
  return iconv.encode(text + form.lineEnd, form.encoding.replace('-bom', ''), { addBOM: isMarked });
}

async function expectList(form: Form, isNameKept = true): Promise<void> {
  const { items, customers, problems, proposal } = await readBack(await tableFile(written(form)), {
    kind: 'open_items',
  });
  expect(proposal.missing).toEqual([]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    items.map(({ customerCode, documentNumber, documentDate, dueDate, openCents }) => ({
      customerCode,
      documentNumber,
      documentDate,
      dueDate,
      openCents,
    })),
  ).toEqual(EXPECTED);
  if (isNameKept) {
    expect(customers.map(({ name }) => name)).toEqual([...new Set(LINES.map(({ name }) => name))]);
  }
}

describe('every way to write amounts and days', () => {
  const forms = Object.keys(AMOUNTS).flatMap((amount) =>
    Object.keys(DATES).map((date) => [amount, date] as const),
  );
  test.each(forms)('%s with %s', async (amount, date) => {
    const separator = amount === '1,234.56' ? ',' : ';';
    await expectList({ ...PLAIN, amount, date, separator });
  });
});

describe('every separator, line end and quoting', () => {
  const forms = [';', '\t', '|', ','].flatMap((separator) =>
    ['\r\n', '\n', '\r', '\r\r\n'].flatMap((lineEnd) =>
      [true, false].map(
        (quotesAll) =>
          [JSON.stringify(separator + lineEnd), { separator, lineEnd, quotesAll }] as const,
      ),
    ),
  );
  test.each(forms)('%s %o', async (_name, form) => {
    await expectList({ ...PLAIN, ...form });
  });
});

describe('every encoding and wording of headers', () => {
  const forms = [
    'utf8',
    'utf8-bom',
    'utf16le',
    'windows-1252',
    'iso-8859-15',
    'cp850',
    'macintosh',
  ].flatMap((encoding) => Object.keys(HEADERS).map((header) => [encoding, header] as const));
  test.each(forms)('%s, %s headers', async (encoding, header) => {
    // The typographic apostrophe is not in every code page.
    const isNameKept =
      encoding.startsWith('utf') || encoding === 'windows-1252' || encoding === 'macintosh';
    await expectList({ ...PLAIN, encoding, header }, isNameKept);
  });
});

describe('amounts by side', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['FA1', 10000],
    ['FA2', -2550],
  ];

  test('in two columns', async () => {
    const text = [
      'N° compte tiers;N° pièce;Date échéance;Débit;Crédit',
      ...rows.map(
        ([document, cents]) =>
          `C1;${document};31/10/2026;${cents > 0 ? `${cents / 100},00` : ''};${cents < 0 ? '25,50' : ''}`,
      ),
    ].join('\n');
    const { items } = await readBack(await tableFile(`${text}\n`));
    expect(items.map(({ openCents }) => openCents)).toEqual([10000, -2550]);
  });

  test.each([
    ['D', 'C'],
    ['Débit', 'Crédit'],
    ['+', '-'],
    ['d', 'c'],
  ])('beside a sense: %s and %s', async (debit, credit) => {
    const text = `N° compte tiers;N° pièce;Date échéance;Montant;Sens\nC1;FA1;31/10/2026;100,00;${debit}\nC1;FA2;31/10/2026;25,50;${credit}\n`;
    const { items } = await readBack(await tableFile(text), { kind: 'open_items' });
    expect(items.map(({ openCents }) => openCents)).toEqual([10000, -2550]);
  });

  test('a sense that is neither rejects its line', async () => {
    const text =
      'N° compte tiers;N° pièce;Date échéance;Montant;Sens\n' +
      Array.from({ length: 20 }, (_, index) => `C1;FA${index};31/10/2026;1,00;D\n`).join('') +
      'C1;FB;31/10/2026;25,50;X\n';
    const { problems } = await readBack(await tableFile(text), { kind: 'open_items' });
    expect(problems).toMatchObject([
      { code: 'side_unreadable', lineNumber: 22, value: 'X', columnName: 'Sens' },
    ]);
  });

  test('what was paid is taken off the amount', async () => {
    const text =
      'Code client;N° facture;Échéance;Montant TTC;Déjà réglé\nC1;FA1;31/10/2026;100,00;40,00\nC1;FA2;31/10/2026;50,00;\n';
    const { items } = await readBack(await tableFile(text), { kind: 'open_items' });
    expect(items.map(({ amountCents, openCents }) => [amountCents, openCents])).toEqual([
      [10000, 6000],
      [5000, 5000],
    ]);
  });
});

describe('what the cells do not tell is asked', () => {
  const list = (dates: readonly string[], amount: string) =>
    [
      'Code client;N° facture;Échéance;Solde',
      ...dates.map((date, index) => `C1;FA${index};${date};${amount}`),
      '',
    ].join('\n');

  test('days that could be in either order', async () => {
    const { proposal } = await readBack(
      await tableFile(list(['03/04/2026', '05/06/2026'], '1,00')),
    );
    expect(proposal.questions).toContain('date_order_unknown');
  });

  test('one day beyond the twelfth answers for all columns', async () => {
    const { proposal, items } = await readBack(
      await tableFile(list(['03/04/2026', '04/13/2026'], '1.00')),
    );
    expect(proposal.questions).not.toContain('date_order_unknown');
    expect(items.map(({ dueDate }) => dueDate)).toEqual(['2026-03-04', '2026-04-13']);
  });

  test('amounts that could have either decimal sign', async () => {
    const ambiguous = await readBack(await tableFile(list(['13/04/2026'], '1.234')));
    expect(ambiguous.proposal.questions).toContain('decimal_sign_unknown');
    expect(ambiguous.items[0]?.openCents).toBe(123400);
    const answered = await readBack(
      await tableFile(list(['13/04/2026'], '1.234')),
      {},
      (profile) => ({
        ...profile,
        columns: profile.columns.map((column) =>
          column.field === 'open_amount' ? { ...column, decimalSign: '.' as const } : column,
        ),
      }),
    );
    expect(answered.items[0]?.openCents).toBe(123);
    expect(answered.problems.map(({ code }) => code)).toEqual(['amount_rounded']);
  });
});

test('codes keep their zeros, whatever the spreadsheet put around them', async () => {
  const text =
    'Code client;N° facture;Échéance;Solde\n="00012";\'000345;13/04/2026;1,00\n00012;2960623488.0;13/04/2026;1,00\n00012;2,96062E+09;13/04/2026;1,00\n';
  const { items, problems } = await readBack(await tableFile(text));
  expect(items.map(({ customerCode, documentNumber }) => [customerCode, documentNumber])).toEqual([
    ['00012', '000345'],
    ['00012', '2960623488'],
    ['00012', '2,96062E+09'],
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['identifier_damaged']);
});

test('currencies are kept apart, and one that is none is told', async () => {
  const text =
    'Code client;N° facture;Échéance;Solde;Devise\nC1;FA1;13/04/2026;1,00;EUR\nC1;FA2;13/04/2026;2,00;USD\nC1;FA3;13/04/2026;4,00;€\nC1;FA4;13/04/2026;8,00;\nC1;FA5;13/04/2026;16,00;euros x\n' +
    Array.from({ length: 20 }, (_, index) => `C1;FB${index};13/04/2026;1,00;EUR\n`).join('');
  const { reading, problems } = await readBack(await tableFile(text));
  expect(reading.centsByCurrency).toEqual({ EUR: 4900, USD: 200 });
  expect(problems.map(({ code, value }) => [code, value])).toEqual([
    ['currency_unknown', 'EUROS X'],
  ]);
});

test('a quote that nothing closes takes no other line with it', async () => {
  const text =
    'Code client;Nom;N° facture;Échéance;Solde\nC1;"DUPONT;FA1;13/04/2026;1,00\nC2;MARTIN 12" CLOUS;FA2;13/04/2026;2,00\nC3;"CHEZ ""PAUL""";FA3;13/04/2026;4,00\nC4;"DEUX\nLIGNES";FA4;13/04/2026;8,00\n';
  const { items, problems } = await readBack(await tableFile(text));
  expect(items.map(({ lineNumber, openCents }) => [lineNumber, openCents])).toEqual([
    [2, 100],
    [3, 200],
    [4, 400],
    [5, 800],
  ]);
  expect(problems.map(({ code, lineNumber }) => [code, lineNumber])).toEqual([['open_quote', 2]]);
});
