/** Thanks for money that came: planned once, sent with the batch, and never for what is not so. */
import { describe, expect, test } from 'vitest';
import { openItems } from './reading.ts';
import {
  command,
  invoiceOf,
  LEROY,
  paid,
  reminded,
  setDunning,
  setThanks,
  spaced,
  THURSDAY,
  TUESDAY,
  thanksRows,
  VAL,
  WEDNESDAY,
  whyThanks,
} from './thanked-company.ts';
import { writingCompany } from './writing-company.ts';

describe('a payment of a chased invoice', () => {
  test('is thanked for with the batch, under a group of its own', async () => {
    const at = await reminded();
    await paid(at);
    const rows = await thanksRows(at);
    expect(rows).toMatchObject([
      {
        payerId: at.val,
        groupKey: 'thank_you',
        stepLabel: 'Remerciement',
        purpose: 'thank_you',
        channel: 'email',
        mode: 'automatic',
        recipient: 'compta@val.example',
        dueCents: 0,
        oldestDaysPastDue: null,
      },
    ]);
    expect(spaced(rows[0]?.sentence ?? '')).toBe('800,00 € reçus le 24/11 : FA102.');
    const { byScenario } = await at.company.call.dunning.planned({
      offset: 0,
      limit: 1,
      on: null,
      filter: { tab: 'messages', scenarioKey: null, profile: null, channel: null, text: '' },
    });
    expect(byScenario).toContainEqual(
      expect.objectContaining({ key: 'thank_you', label: 'Remerciements', count: 1 }),
    );
    expect(await whyThanks(at)).toContain('remerciement prévu aujourd’hui');
  });

  test('leaves as it was previewed: the money, what it settled, and nothing asked', async () => {
    const at = await reminded();
    await paid(at);
    const preview = await at.company.call.dunning.preview({ payerId: at.val, edit: null });
    expect(preview.subject).toBe('Règlement bien reçu – merci');
    expect(spaced(preview.text)).toContain(
      'votre paiement de 800,00 € le 24 novembre 2026, affecté à : FA102. Votre compte est à jour.',
    );
    expect(preview.text).not.toContain('Pour régler');
    expect(preview.attachments).toEqual([]);
    expect(await at.approve([at.val])).toMatchObject({ approvedCount: 1, approvedCents: 0 });
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(2);
    const [notice] = await at.notices();
    expect(notice).toMatchObject({ status: 'sent', purpose: 'thank_you', severity: null });
    const shown = await at.company.call.outbox.show({ noticeId: notice?.noticeId ?? 0 });
    expect(shown.text).toBe(preview.text);
  });

  test('is worded by hand for once', async () => {
    const at = await reminded();
    await paid(at);
    const edit = {
      subject: 'Merci pour FA102',
      body: null,
      freeSentence: 'À bientôt sur le chantier.',
      recipient: null,
      withoutReceivableIds: [],
    };
    await at.company.call.dunning.approve({
      ...command(),
      messages: [{ payerId: at.val, edit }],
      staleReason: null,
    });
    await at.pulse();
    const [notice] = await at.notices();
    expect(notice?.subject).toBe('Merci pour FA102');
    const shown = await at.company.call.outbox.show({ noticeId: notice?.noticeId ?? 0 });
    expect(shown.text).toContain('À bientôt sur le chantier.');
  });

  test('settled by virtual lettering is settled all the same', async () => {
    const at = await reminded();
    at.books.receipt(VAL, TUESDAY, 80_000, 'VIR VAL FA102');
    await at.application.newDay(TUESDAY);
    await at.company.import(at.books.fec(TUESDAY));
    expect(await thanksRows(at)).toMatchObject([{ payerId: at.val }]);
    const { text } = await at.company.call.dunning.preview({ payerId: at.val, edit: null });
    expect(spaced(text)).toContain('affecté à : FA102. Votre compte est à jour.');
  });

  test('that does not say what it is for is thanked for without naming an invoice', async () => {
    const at = await reminded();
    at.books.receipt(VAL, TUESDAY, 80_000, 'VIREMENT RECU');
    await at.application.newDay(TUESDAY);
    await at.company.import(at.books.fec(TUESDAY));
    const { text } = await at.company.call.dunning.preview({ payerId: at.val, edit: null });
    expect(spaced(text)).toContain('le 24 novembre 2026. Votre compte est à jour.');
    expect(text).not.toContain('FA102');
  });

  test('of an invoice that nobody chased passes in silence', async () => {
    const at = await writingCompany();
    await paid(at);
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toBe(
      '800,00 € reçus le 24/11, sans remerciement. Rien n’avait été relancé.',
    );
  });

  test('made for another customer is thanked for to who pays', async () => {
    const at = await reminded();
    const changes = { payerCustomerId: at.leroy };
    await at.company.call.customers.change({ ...command(), customerId: at.val, changes });
    at.books.letter('L', TUESDAY, [
      invoiceOf(at, 'FA104'),
      at.books.receipt(LEROY, TUESDAY, 130_000, 'VIR LEROY'),
    ]);
    at.books.invoice(LEROY, '2026-11-20', 'FA120', 10_000);
    await paid(at);
    const [row, ...others] = await thanksRows(at);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ payerId: at.leroy, recipient: 'compta@leroy.example' });
    expect(spaced(row?.sentence ?? '')).toBe('800,00 € reçus le 24/11 : FA102.');
  });

  test('that settles it in part passes in silence, or not, as the scenario says', async () => {
    const at = await reminded();
    const money = at.books.receipt(VAL, TUESDAY, 30_000, 'VIR VAL FA102 acompte');
    at.books.letter('V', TUESDAY, [invoiceOf(at), money]);
    await at.application.newDay(TUESDAY);
    await at.company.import(at.books.fec(TUESDAY));
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toContain('Aucune facture soldée par ce règlement.');
    await setThanks(at, { when: 'each_payment', despiteOverdueCents: 50_000 });
    expect(await thanksRows(at)).toMatchObject([{ payerId: at.val }]);
    await at.approve([at.val]);
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(2);
    // What is left of the invoice is where its reminder had taken it, and waits its turn.
    const { items } = await at.company.call.dunning.why({ customerId: at.val });
    expect(items).toMatchObject([{ documentNumber: 'FA102', severity: 'reminder_1' }]);
    expect(items[0]?.parts[0]?.verdict).toBe('step_not_reached');
  });
});

describe('the same money is thanked for once', () => {
  test('in the same file again, and restated by the next export', async () => {
    const at = await reminded();
    await paid(at);
    await at.approve([at.val]);
    await at.pulse();
    await at.company.import(at.books.fec(TUESDAY));
    expect(await thanksRows(at)).toEqual([]);
    await at.application.newDay(WEDNESDAY);
    await at.company.import(at.books.fec(WEDNESDAY));
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toContain('le remerciement est dans la boîte d’envoi');
  });

  test('undone, and imported again', async () => {
    const at = await reminded();
    const importId = await paid(at);
    await at.approve([at.val]);
    await at.pulse();
    await at.company.undo(importId);
    expect(await openItems(at.company, at.val)).toMatchObject([{ documentNumber: 'FA102' }]);
    await at.company.import(at.books.fec(TUESDAY));
    expect(await openItems(at.company, at.val)).toEqual([]);
    await at.application.newDay(THURSDAY);
    expect(await thanksRows(at)).toEqual([]);
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(2);
  });

  test('and a customer once a quarter', async () => {
    const at = await reminded();
    await paid(at);
    await at.approve([at.val]);
    await at.pulse();
    const late = at.books.invoice(VAL, '2026-10-02', 'FA110', 50_000);
    await at.application.newDay(WEDNESDAY);
    await at.company.import(at.books.fec(WEDNESDAY));
    const [item] = await openItems(at.company, at.val);
    await at.company.call.dunning.setLevel({
      ...command(),
      receivableIds: [item?.receivableId ?? 0],
      severity: 'reminder_1',
      reason: 'Relancée par téléphone',
      beginsCycle: false,
    });
    at.books.letter('W', THURSDAY, [late, at.books.receipt(VAL, THURSDAY, 50_000)]);
    await at.application.newDay(THURSDAY);
    await at.company.import(at.books.fec(THURSDAY));
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toContain('Déjà remercié ce trimestre.');
  });
});

describe('there are no thanks', () => {
  test.each([
    // The scenario of public buyers has them off.
    ['public', 'Remerciements désactivés dans le scénario.'],
    ['key_account', 'Ni remerciement aux acheteurs publics ni aux grands comptes.'],
  ] as const)('for a customer that is %s', async (profile, sentence) => {
    const at = await reminded();
    await at.company.call.customers.change({
      ...command(),
      customerId: at.val,
      changes: { profile },
    });
    await paid(at);
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toContain(sentence);
  });

  test('while something else is overdue', async () => {
    const at = await reminded();
    at.books.invoice(VAL, '2026-10-12', 'FA111', 20_000);
    await paid(at);
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toContain('Il reste de l’échu.');
  });

  test('after a formal notice, but the neutral words where the settings have them', async () => {
    const at = await reminded();
    const [item] = await openItems(at.company, at.val);
    await at.company.call.dunning.setLevel({
      ...command(),
      receivableIds: [item?.receivableId ?? 0],
      severity: 'formal_notice',
      reason: 'Mise en demeure par l’avocat',
      beginsCycle: false,
    });
    await paid(at);
    const preview = await at.company.call.dunning.preview({ payerId: at.val, edit: null });
    expect(preview.subject).toBe('Règlement bien reçu');
    expect(preview.text).not.toContain('suivi');
    await setDunning(at, { isLatePaymentAcknowledged: false });
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).toContain('Niveau trop élevé pour remercier.');
  });

  test('the day another message leaves', async () => {
    const at = await reminded();
    await paid(at);
    await at.approve([at.val]);
    expect(await thanksRows(at)).toEqual([]);
    expect(await whyThanks(at)).not.toContain('prévu');
  });
});

test('thanks move no level and delay no reminder', async () => {
  const at = await reminded();
  await paid(at);
  await at.approve([at.val]);
  await at.pulse();
  at.books.invoice(VAL, '2026-10-03', 'FA113', 90_000);
  await at.application.newDay(WEDNESDAY);
  await at.company.import(at.books.fec(WEDNESDAY));
  const why = await at.company.call.dunning.why({ customerId: at.val });
  expect(why.items).toMatchObject([{ documentNumber: 'FA113', severity: null }]);
  // The reminder of Monday runs its interval; the thanks of Tuesday add nothing to it.
  expect(why.items[0]?.parts[0]?.sentence).toContain('30/11');
});
