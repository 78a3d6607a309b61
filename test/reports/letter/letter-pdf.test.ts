import { beforeAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../../src/main/reports/letter/letter.ts';
import { makeLetter } from '../../../src/main/reports/letter/letter-pdf.ts';
import { CUT_MM } from '../../../src/main/reports/letter/payment-slip.ts';
import {
  DEFAULT_LETTER_LAYOUT,
  ENVELOPE_GEOMETRY,
  ENVELOPES,
} from '../../../src/shared/domain/message/letter-layout.ts';
import { formatCents, parseAmount } from '../../../src/shared/format/amount.ts';
import { dueItems, letterOf } from '../../support/letters.ts';
import { type ReadPage, readPdf, readQrCodes, wholeText } from '../../support/read-pdf.ts';

/** A red point, to stand for a logo. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

async function read(letter: Letter): Promise<ReadPage[]> {
  const { bytes, pageCount } = await makeLetter(letter);
  const pages = await readPdf(bytes);
  expect(pages).toHaveLength(pageCount);
  return pages;
}

/** The amount that ends the line; a line of the table ends with its days late. */
function outstandingOn(line: string): number {
  const amounts = line.match(/-?\d[\d ]*,\d\d €/gu) ?? [];
  const amount = parseAmount(amounts.at(-1) ?? '');
  if (amount === null) throw new Error(`no amount on: ${line}`);
  return amount;
}

/** As the page shows it, once its no-break spaces are read as ordinary ones. */
const moneyOf = (cents: number | undefined): string =>
  formatCents(cents ?? Number.NaN, { style: 'document' }).replace(/\s/gu, ' ');

const isItemLine = (line: string): boolean => line.startsWith('FA2609-');

describe('a letter of one page', () => {
  let pages: ReadPage[] = [];
  let lines: readonly string[] = [];
  beforeAll(async () => {
    const letter = letterOf({ itemCount: 2, layout: { hasPaymentSlip: false } });
    pages = await read(letter);
    lines = pages[0]?.lines ?? [];
  });

  test('says who writes, to whom, of what, and where one is', () => {
    expect(pages).toHaveLength(1);
    const text = wholeText(pages);
    for (const words of [
      'Vauclair Matériaux',
      'Charpentes Delorme',
      '86000 POITIERS',
      'Avanton-le-Neuf, le 23 novembre 2026',
      'Objet : Dernier rappel avant mise en demeure',
      'compte client C0042',
      'FA2609-0001 23/08/2026',
      'Net à régler 201,37 €',
      'IBAN FR14 2004 1010 0505 0001 3M02 606',
      'Claire Moreau',
      'RCS Poitiers',
      'Page 1/1',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('stands in the order of a French letter', () => {
    const order = ['23 novembre 2026', 'Objet :', 'Madame, Monsieur,', 'FA2609-0001', 'Veuillez'];
    const places = order.map((words) => lines.findIndex((line) => line.includes(words)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  test('carries nothing over', () => {
    expect(wholeText(pages)).not.toMatch(/report/iu);
  });
});

describe('the address', () => {
  test.each(ENVELOPES)(
    'is whole in the window of a %s envelope, and alone there',
    async (envelope) => {
      const letter = letterOf({ isRegistered: true, layout: { envelope } });
      const [page] = await read(letter);
      const { window, block } = ENVELOPE_GEOMETRY[envelope];
      const inWindow = (page?.texts ?? []).filter(
        ({ xMm, widthMm, baselineMm, sizePt }) =>
          xMm + widthMm > window.x &&
          xMm < window.x + window.width &&
          baselineMm > window.y &&
          baselineMm - sizePt / 2.83 < window.y + window.height,
      );
      expect(inWindow.map(({ text }) => text.trim())).toEqual(letter.addressLines);
      for (const { xMm, widthMm, baselineMm, sizePt } of inWindow) {
        expect(xMm).toBeCloseTo(block.x, 1);
        expect(xMm + widthMm).toBeLessThan(window.x + window.width);
        expect(baselineMm - sizePt / 2.83).toBeGreaterThanOrEqual(window.y);
        expect(baselineMm).toBeLessThan(window.y + window.height);
      }
    },
  );

  test('stands 3.8 mm a line and ends 78.8 mm below the top of the sheet', async () => {
    const letter = letterOf();
    const [page] = await read(letter);
    const baselines = letter.addressLines.map(
      (line) => page?.texts.find(({ text }) => text.trim() === line)?.baselineMm ?? 0,
    );
    for (const [index, baseline] of baselines.slice(1).entries()) {
      expect(baseline - (baselines[index] ?? 0)).toBeCloseTo(3.8, 1);
    }
    expect(baselines.at(-1)).toBeGreaterThan(77);
    expect(baselines.at(-1)).toBeLessThan(78.8);
  });

  test('moves by the offsets of the settings', async () => {
    const place = async (offsetXMm: number, offsetYMm: number) => {
      const [page] = await read(letterOf({ layout: { offsetXMm, offsetYMm } }));
      const town = page?.texts.find(({ text }) => text.includes('POITIERS'));
      return [town?.xMm ?? 0, town?.baselineMm ?? 0] as const;
    };
    const [[x, y], [movedX, movedY]] = [await place(0, 0), await place(-3, 12)];
    expect(movedX - x).toBeCloseTo(-3, 1);
    expect(movedY - y).toBeCloseTo(12, 1);
  });

  test('keeps on the sheet, however long a line nobody shortened', async () => {
    const name = 'SOCIETE '.repeat(12).trim();
    const [page] = await read({ ...letterOf(), addressLines: [name, '86000 POITIERS'] });
    const line = page?.texts.find(({ text }) => text.startsWith('SOCIETE'));
    expect((line?.xMm ?? 0) + (line?.widthMm ?? 0)).toBeLessThan(205);
  });
});

describe('a registered letter', () => {
  test('says so above the address, with its number', async () => {
    const pages = await read(letterOf({ kind: 'formal_notice', isRegistered: true }));
    const mention = pages[0]?.texts.find(({ text }) => text.startsWith('Lettre recommandée'));
    expect(mention?.xMm).toBeCloseTo(DEFAULT_X, 1);
    expect(mention?.baselineMm).toBeLessThan(44);
    expect(wholeText(pages)).toContain('n° 1A 123 456 7890 1');
  });

  test('without a number yet leaves it out; a plain letter says nothing', async () => {
    const bare = letterOf({ isRegistered: true, facts: { registeredNumber: '' } });
    expect(wholeText(await read(bare))).not.toContain('n° ');
    expect(wholeText(await read(letterOf()))).not.toContain('Lettre recommandée');
  });
});

const DEFAULT_X = ENVELOPE_GEOMETRY[DEFAULT_LETTER_LAYOUT.envelope].block.x;

describe('items over several pages', () => {
  let pages: ReadPage[] = [];
  beforeAll(async () => {
    pages = await read(letterOf({ itemCount: 200 }));
  });

  test('are all there once, in their order', () => {
    const numbers = pages.flatMap((page) =>
      page.lines.filter(isItemLine).map((line) => line.slice(0, 11)),
    );
    expect(numbers).toHaveLength(200);
    expect(numbers).toEqual([...new Set(numbers)].sort());
  });

  test('are carried over and brought forward by what the rows before add up to', () => {
    let sum = 0;
    let carriedPages = 0;
    for (const { lines } of pages) {
      const forward = lines.find((line) => line.startsWith('Report '));
      expect(forward === undefined ? 0 : outstandingOn(forward)).toBe(sum);
      const items = lines.filter(isItemLine);
      sum += items.reduce((total, line) => total + outstandingOn(line), 0);
      const over = lines.find((line) => line.startsWith('À reporter '));
      if (over === undefined) break;
      expect(outstandingOn(over)).toBe(sum);
      carriedPages += 1;
    }
    expect(carriedPages).toBe(5);
    const total = wholeText(pages)
      .split('\n')
      .find((line) => line.startsWith('Total échu'));
    expect(outstandingOn(total ?? '')).toBe(sum);
  });

  test('have their column titles on each page, which says which one it is, with the mentions', () => {
    for (const [index, page] of pages.entries()) {
      expect(page.lines.join('\n')).toContain(`Page ${index + 1}/${pages.length}`);
      expect(page.lines.join('\n')).toContain('RCS Poitiers');
      if (page.lines.some(isItemLine)) {
        expect(page.lines.filter((line) => line.startsWith('Pièce Date'))).toHaveLength(1);
      }
    }
  });

  test('carry interest too, where it is stated with each line', async () => {
    const letter = letterOf({ itemCount: 60 });
    const items = letter.facts.items.map((item) => ({ ...item, interestCents: 100 }));
    const read60 = await read({ ...letter, facts: { ...letter.facts, items } });
    const first = read60[0]?.lines ?? [];
    const count = first.filter(isItemLine).length;
    const over = first.find((line) => line.startsWith('À reporter')) ?? '';
    expect(count).toBeGreaterThan(5);
    expect(outstandingOn(over)).toBe(count * 100);
  });
});

describe('sections', () => {
  test('stand account by account with their totals, credits taken off, later items apart', async () => {
    const letter = letterOf();
    const { items, totals } = letter.facts;
    const text = wholeText(await read(letter));
    const owed = (code: string) =>
      items
        .filter((item) => item.customerCode === code && item.section !== 'to_fall_due')
        .reduce((sum, item) => sum + item.outstandingCents, 0);
    const codes = [...new Set(items.map((item) => item.customerCode))];
    expect(codes).toHaveLength(2);
    expect(text).toContain(`Total du compte ${codes[0]} ${moneyOf(owed(codes[0] ?? ''))}`);
    expect(text).toContain(`Compte ${codes[1]} – `);
    expect(text).toContain(`Total échu, avoirs et règlements déduits ${moneyOf(totals.dueCents)}`);
    expect(text).toContain(`Total à échoir ${moneyOf(totals.notDueCents)}`);
    expect(text).toContain('Avoirs et règlements à déduire');
  });
});

describe('the décompte', () => {
  test('states principal, credits, interest and indemnity apart, and adds up', async () => {
    const letter = letterOf({ kind: 'formal_notice' });
    const { charges, totals } = letter.facts;
    const lines = (await read(letter)).flatMap((page) => page.lines);
    const at = (words: string) => outstandingOn(lines.find((line) => line.startsWith(words)) ?? '');
    const parts = [
      at('Principal échu'),
      at('Avoirs et règlements déduits'),
      at('Pénalités de retard'),
      at('Indemnité forfaitaire'),
    ];
    expect(parts[0]).toBe(totals.overdueCents);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(charges?.totalCents);
    const count = charges?.indemnityCount;
    expect(lines.join('\n')).toContain(`${count} × 40,00 € (C. com., art. D441-5)`);
  });

  test('of a consumer knows no 40 € and names the legal rate', async () => {
    const letter = letterOf({ kind: 'formal_notice_consumer' });
    const { charges, totals } = letter.facts;
    const claim = {
      interestCents: 1234,
      rateLabel: '2,75 %',
      indemnityCents: 0,
      indemnityCount: 0,
      computedTo: letter.facts.today,
      totalCents: totals.dueCents + 1234,
      ...charges,
    };
    const text = wholeText(await read({ ...letter, facts: { ...letter.facts, charges: claim } }));
    expect(text).toContain('Intérêts au taux légal');
    expect(text).not.toContain('D441-5');
    expect(text).not.toContain('L441-10');
  });
});

describe('the payment slip', () => {
  test('asks for the amount of the letter, its IBAN in clear and in its QR code', async () => {
    const letter = letterOf({ kind: 'formal_notice' });
    const pages = await read(letter);
    const last = pages.at(-1);
    const codes = readQrCodes(last?.pictures ?? []);
    expect(codes).toEqual([letter.paymentQr]);
    const slip = (last?.texts ?? []).filter(({ baselineMm }) => baselineMm > CUT_MM);
    const words = slip.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' ');
    expect(words).toContain('FR14 2004 1010 0505 0001 3M02 606');
    expect(words).toContain(moneyOf(letter.facts.charges?.totalCents));
    expect(words).toContain('C0042');
    for (const { baselineMm } of slip) expect(baselineMm).toBeLessThan(292);
  });

  test('is left out where nothing is asked for, where there is no account, and on demand', async () => {
    const letter = letterOf({ itemCount: 1 });
    const { facts } = letter;
    const bank = { ...facts.issuer.bank, iban: '' };
    const nothing = { ...facts.totals, dueCents: 0 };
    for (const without of [
      { ...letter, facts: { ...facts, totals: nothing } },
      { ...letter, facts: { ...facts, issuer: { ...facts.issuer, bank } } },
      { ...letter, layout: { ...letter.layout, hasPaymentSlip: false } },
    ]) {
      expect(wholeText(await read(without))).not.toContain('Talon de paiement');
    }
    expect(wholeText(await read(letter))).toContain('Talon de paiement');
  });

  test('stands without a QR code where the money is not euro', async () => {
    const pages = await read(letterOf({ itemCount: 1, facts: { currency: 'GBP' } }));
    expect(wholeText(pages)).toContain('Talon de paiement');
    expect(pages.at(-1)?.pictures).toEqual([]);
  });

  test('is never overprinted, and the signature never stands alone, whatever the length', async () => {
    for (let itemCount = 2; itemCount <= 28; itemCount += 1) {
      const pages = await read(letterOf({ itemCount }));
      const last = pages.at(-1);
      expect(last?.lines).toContain('Claire Moreau');
      expect(last?.lines).toContain('Veuillez agréer nos salutations distinguées.');
      const mentions = last?.texts.find(({ text }) => text.includes('SAS au capital'));
      const above = (last?.texts ?? []).filter(
        ({ baselineMm }) => baselineMm < (mentions?.baselineMm ?? 0) - 1,
      );
      const lowest = Math.max(...above.map(({ baselineMm }) => baselineMm));
      expect(lowest).toBeLessThan(CUT_MM - 13);
    }
  }, 120_000);
});

describe('whatever the facts', () => {
  test('a logo is drawn, and its absence leaves no hole', async () => {
    const letter = letterOf({ layout: { hasPaymentSlip: false } });
    const logo = { mediaType: 'image/png', base64: LOGO } as const;
    const withLogo = { ...letter.facts, issuer: { ...letter.facts.issuer, logo } };
    expect((await read({ ...letter, facts: withLogo }))[0]?.pictures).toHaveLength(1);
    expect((await read(letter))[0]?.pictures).toHaveLength(0);
  });

  test('a letter in English says nothing in French around its text', async () => {
    const letter = letterOf({ language: 'en', kind: 'formal_notice' });
    const text = wholeText(await read(letter));
    const total = formatCents(letter.facts.charges?.totalCents ?? 0, { language: 'en' });
    for (const words of ['Subject:', '23 November 2026', total, 'Payment slip', 'Page 1/2']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Objet|Montant|Échéance|Reste dû|Talon/u);
  });

  test('narrow spaces, which the type does not have, become no-break spaces', async () => {
    const pages = await read(letterOf({ paragraph: 'La somme de 1\u202f234,56\u202f€\u202f!' }));
    const texts = pages.flatMap((page) => page.texts.map(({ text }) => text)).join('');
    expect(texts).not.toContain('\u202f');
    expect(wholeText(pages)).toContain('La somme de 1 234,56 € !');
  });

  test('long names, subjects and numbers stay on the sheet', async () => {
    const letter = letterOf({ itemCount: 3, subject: 'Objet très long '.repeat(20) });
    const [sample] = letter.facts.items;
    if (sample === undefined) throw new Error('no item');
    const items = dueItems(3, sample).map((item) => ({ ...item, documentNumber: 'F'.repeat(60) }));
    const recipient = { ...letter.facts.recipient, name: 'Société des Établissements '.repeat(6) };
    const pages = await read({ ...letter, facts: { ...letter.facts, items, recipient } });
    for (const { texts } of pages) {
      for (const { xMm, widthMm, text } of texts) {
        expect(xMm + widthMm, text).toBeLessThan(200);
      }
    }
    expect(wholeText(pages).replace(/\s/gu, '')).toContain('F'.repeat(20));
  });

  test('names that look like markup or placeholders are printed as they are', async () => {
    const letter = letterOf({ itemCount: 1 });
    const recipient = { ...letter.facts.recipient, name: '<b>{{ bank }}</b> & Fils' };
    const text = wholeText(await read({ ...letter, facts: { ...letter.facts, recipient } }));
    expect(text).toContain('<b>{{ bank }}</b> & Fils');
  });
});
