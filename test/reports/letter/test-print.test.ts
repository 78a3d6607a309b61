import { expect, test } from 'vitest';
import { makeInterestPages } from '../../../src/main/reports/letter/interest-pages.ts';
import { makeTestPrint } from '../../../src/main/reports/letter/test-print.ts';
import { chargesOf } from '../../../src/shared/domain/interest/charges.ts';
import {
  DEFAULT_LETTER_LAYOUT,
  ENVELOPE_GEOMETRY,
  ENVELOPES,
} from '../../../src/shared/domain/message/letter-layout.ts';
import { circumstances, lateInvoice, moved } from '../../support/late-invoices.ts';
import { euros } from '../../support/open-items.ts';
import { readPdf, wholeText } from '../../support/read-pdf.ts';

test.each(ENVELOPES)(
  'the test page of a %s envelope has a full address in its window',
  async (envelope) => {
    const { bytes } = await makeTestPrint({ ...DEFAULT_LETTER_LAYOUT, envelope }, 'fr');
    const pages = await readPdf(bytes);
    expect(pages).toHaveLength(1);
    const { window } = ENVELOPE_GEOMETRY[envelope];
    const address = (pages[0]?.texts ?? []).filter(({ sizePt }) => sizePt === 10);
    expect(address).toHaveLength(6);
    for (const { xMm, widthMm, baselineMm } of address) {
      expect(xMm).toBeGreaterThan(window.x);
      expect(xMm + widthMm).toBeLessThan(window.x + window.width);
      expect(baselineMm - 3.6).toBeGreaterThanOrEqual(window.y - 0.1);
      expect(baselineMm).toBeLessThan(window.y + window.height);
    }
  },
);

test('the test page says which offsets it was made with, in the language of its reader', async () => {
  const layout = { ...DEFAULT_LETTER_LAYOUT, offsetXMm: 2, offsetYMm: -1.5 };
  const french = wholeText(await readPdf((await makeTestPrint(layout, 'fr')).bytes));
  expect(french).toContain('Enveloppe DL, décalage 2,0 mm et -1,5 mm');
  const english = wholeText(await readPdf((await makeTestPrint(layout, 'en')).bytes));
  expect(english).toContain('Envelope DL, offset 2.0 mm and -1.5 mm');
});

test('the calculation of interest shows each period with its rate, and adds up to the claim', async () => {
  const items = [
    lateInvoice({ movements: [moved('2026-06-15', euros(5000))] }),
    lateInvoice({ receivableId: 2, documentNumber: 'F2' }),
    lateInvoice({ receivableId: 3, documentNumber: 'F3', decision: { decision: 'waive' } }),
  ];
  const charges = chargesOf(items, circumstances());
  const { bytes } = await makeInterestPages({
    language: 'fr',
    companyName: 'Vauclair Matériaux',
    customerName: 'Charpentes Delorme',
    currency: 'EUR',
    charges,
  });
  const text = wholeText(await readPdf(bytes));
  expect(text).toMatch(/01\/06\/2026 30\/06\/2026 30 12 000,00 € 12,15 % 365 119,84 €/u);
  expect(text).toMatch(/01\/07\/2026 14\/08\/2026 45 12 000,00 € 12,40 % 365 183,45 €/u);
  expect(text).toContain('Total réclamé, pièce F2 343,29 €');
  expect(text).toContain('Total général réclamé 585,17 €');
  expect(charges.interestCents + charges.feeCents).toBe(58_517);
  expect(text).not.toContain('F3');
});
