/** Exports of packages are recognised by their headers, and a saved profile by its own. */
import { describe, expect, test } from 'vitest';
import { recogniseProfile } from '../../../src/main/intake/table/fit-profile.ts';
import { TABLE_PRESETS } from '../../../src/main/intake/table/presets.ts';
import { previewTable } from '../../../src/main/intake/table/preview-table.ts';
import { parseProfile } from '../../../src/main/intake/table/profile-schema.ts';
import { sniffTable } from '../../../src/main/intake/table/sniff-table.ts';
import type { TableProfile } from '../../../src/shared/domain/statement/table-mapping.ts';
import { readAgain, readBack, tableFile } from './table-files.ts';

interface Sample {
  readonly preset: string;
  readonly lines: readonly string[];
  /** Customer, document, due date, cents, kind. */
  readonly expected: readonly (readonly [string, string, string | null, number, string])[];
}

const SAMPLES: readonly Sample[] = [
  {
    preset: 'sage100_open_items',
    lines: [
      'N° compte tiers;Intitulé du tiers;C.j.;Date;N° pièce;N° facture;Libellé écriture;Mode règ.;Date échéance;Débit;Crédit',
      'CALPHA;ALPHA BATIMENT;VTE;251026;12;FA1201;Facture FA1201;Virement;251126;1 200,00;',
      'CALPHA;ALPHA BATIMENT;BQ1;021126;31;;Vir Alpha;Virement;;;200,00',
      'CBETA;BETA NEGOCE;VTE;301026;13;AV1203;Avoir AV1203;;;;50,25',
    ],
    expected: [
      ['CALPHA', 'FA1201', '2026-11-25', 120000, 'invoice'],
      ['CALPHA', '', null, -20000, 'payment'],
      ['CBETA', 'AV1203', null, -5025, 'credit_note'],
    ],
  },
  {
    preset: 'ebp_open_items',
    lines: [
      "Code client;Nom du client;Type de document;Numéro du document;Date du document;Date d'échéance;Montant de l'échéance;Montant restant dû;Moyen de paiement",
      'CL0001;ALPHA;Facture;FC00012;15/10/2026;15/11/2026;600,00;450,00;Virement',
      'CL0001;ALPHA;Facture;FC00012;15/10/2026;15/12/2026;600,00;600,00;Virement',
      'CL0002;BETA;Avoir;AV00003;16/10/2026;16/10/2026;80,00;80,00;Chèque',
    ],
    expected: [
      ['CL0001', 'FC00012', '2026-11-15', 45000, 'invoice'],
      ['CL0001', 'FC00012', '2026-12-15', 60000, 'invoice'],
      ['CL0002', 'AV00003', '2026-10-16', -8000, 'credit_note'],
    ],
  },
  {
    preset: 'cegid_open_items',
    lines: [
      "Général;Auxiliaire;Libellé auxiliaire;Journal;Date comptable;Référence interne;Libellé;Date d'échéance;Mode de paiement;Débit;Crédit",
      '41100000;9ALPHA;ALPHA;VEN;31/10/2026;FAC00451;VENTE;30/11/2026;VIR;1200.50;0.00',
      '41100000;9BETA;BETA;BQE;05/11/2026;VIR0511;REGLEMENT BETA;05/11/2026;VIR;0.00;300.00',
    ],
    expected: [
      ['9ALPHA', 'FAC00451', '2026-11-30', 120050, 'invoice'],
      ['9BETA', 'VIR0511', '2026-11-05', -30000, 'payment'],
    ],
  },
  {
    preset: 'quadratus_open_items',
    lines: [
      'Compte;Intitulé;Jal;Fol.;Date;Pièce;Libellé;Échéance;Débit;Crédit;Let.',
      '9ALPHA;ALPHA SARL;VE;001;25/10/26;451;Fact 451;25/11/26;100,00;;',
      '9ALPHA;ALPHA SARL;BQ;001;26/10/26;452;Chq Alpha;;;30,00;',
      '9BETA;BETA SAS;VE;001;27/10/26;453;Fact 453;27/11/26;77,00;;A',
    ],
    expected: [
      ['9ALPHA', '451', '2026-11-25', 10000, 'invoice'],
      ['9ALPHA', '452', null, -3000, 'payment'],
    ],
  },
  {
    preset: 'dolibarr_invoices',
    lines: [
      'Réf. facture,Date facturation,Date échéance,Tiers,Ville,Mode règlement,Total TTC,Reste à encaisser',
      'FA2610-0012,2026-10-15,2026-11-14,ALPHA BATIMENT,Lyon,Virement,1200.00,700.00',
      'AV2610-0003,2026-10-16,2026-10-16,BETA,Paris,,-60.00,-60.00',
    ],
    expected: [
      ['ALPHA BATIMENT', 'FA2610-0012', '2026-11-14', 70000, 'invoice'],
      ['BETA', 'AV2610-0003', '2026-10-16', -6000, 'credit_note'],
    ],
  },
  {
    preset: 'odoo_invoices',
    lines: [
      'Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Reference,Salesperson,Untaxed Amount Signed,Total Signed,Amount Due Signed,Currency',
      'INV/2026/00012,Alpha Batiment,2026-10-15,2026-11-14,,Dupas,1000.00,1200.00,700.00,EUR',
      'RINV/2026/00003,Beta,2026-10-16,2026-10-16,,Dupas,-50.00,-60.00,-60.00,EUR',
    ],
    expected: [
      ['Alpha Batiment', 'INV/2026/00012', '2026-11-14', 70000, 'invoice'],
      ['Beta', 'RINV/2026/00003', '2026-10-16', -6000, 'credit_note'],
    ],
  },
];

describe('open-item exports of packages', () => {
  test('every preset has its sample', () => {
    expect(SAMPLES.map(({ preset }) => preset)).toEqual(TABLE_PRESETS.map(({ id }) => id));
  });

  test.each(SAMPLES)('$preset', async ({ preset, lines, expected }) => {
    const { proposal, items, problems, reading } = await readBack(
      await tableFile(`${lines.join('\r\n')}\r\n`),
    );
    expect(proposal).toMatchObject({ origin: 'preset', presetId: preset, missing: [] });
    expect(
      items.map((item) => [
        item.customerCode,
        item.documentNumber,
        item.dueDate,
        item.openCents,
        item.kind,
      ]),
    ).toEqual(expected);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { linesRead, linesKept, linesRejected, linesOutOfScope } = reading.totals;
    expect(linesRead).toBe(linesKept + linesRejected + linesOutOfScope);
  });

  test('a preset is not forced on a table of another meaning', async () => {
    const [sample] = SAMPLES;
    const file = await tableFile(`${(sample?.lines ?? []).join('\r\n')}\r\n`);
    const { proposal } = await readBack(file, { meaning: 'rows' });
    expect(proposal.origin).toBe('guessed');
  });
});

const FIRST =
  'Code client;Nom;N° pièce;Date;Échéance;Solde\nC1;ALPHA;FA1;03/04/2026;05/06/2026;1.234\n';

describe('a saved profile', () => {
  async function saved(change: Partial<TableProfile> = {}): Promise<TableProfile> {
    const { proposal } = await readBack(await tableFile(FIRST));
    const columns = proposal.profile.columns.map((column) => ({
      ...column,
      dayOrder:
        column.dayOrder ?? (column.field.endsWith('_date') ? ('month_first' as const) : null),
      decimalSign: column.field === 'open_amount' ? ('.' as const) : column.decimalSign,
    }));
    return { ...proposal.profile, id: 'p1', name: 'Mon export', columns, ...change };
  }

  test('is recognised by its headers, whatever their order, and survives being stored', async () => {
    const profile = parseProfile(JSON.parse(JSON.stringify(await saved())));
    if (profile === null) throw new Error('The profile was refused.');
    const moved = await sniffTable(
      await tableFile(
        'Nom\tCODE CLIENT\tSolde\tN° pièce\tÉCHÉANCE\tDate\nALPHA\tC1\t2.000\tFA2\t07/08/2026\t06/08/2026\n',
      ),
    );
    if (!moved.isDone) throw new Error(moved.refusal.code);
    expect(recogniseProfile(moved.value, [profile])?.id).toBe('p1');
    const other = await sniffTable(await tableFile('Code client;Nom;Ville\nC1;ALPHA;LYON\n'));
    expect(other.isDone && recogniseProfile(other.value, [profile])).toBeNull();
  });

  test('reads the next file where columns moved, with the answers given once', async () => {
    const again = await readAgain(
      await tableFile(
        'Nom\tCode client\tSolde\tN° pièce\tÉchéance\tDate\nALPHA\tC1\t2.000\tFA2\t07/08/2026\t06/08/2026\n',
      ),
      await saved(),
    );
    if ('refusedCode' in again) throw new Error(again.refusedCode);
    expect(again.items).toMatchObject([
      { documentNumber: 'FA2', documentDate: '2026-06-08', dueDate: '2026-07-08', openCents: 200 },
    ]);
  });

  test('follows a file whose cells tell another order or sign', async () => {
    const again = await readAgain(
      await tableFile(
        'Code client;Nom;N° pièce;Date;Échéance;Solde\nC1;ALPHA;FA2;25/08/2026;26/09/2026;2.000,50\n',
      ),
      await saved(),
    );
    if ('refusedCode' in again) throw new Error(again.refusedCode);
    expect(again.items).toMatchObject([{ dueDate: '2026-09-26', openCents: 200050 }]);
  });

  test('is refused where one of its columns is gone', async () => {
    const again = await readAgain(
      await tableFile(
        'Code client;Nom;N° pièce;Date;Échéance\nC1;ALPHA;FA2;25/08/2026;26/09/2026\n',
      ),
      await saved(),
    );
    expect(again).toEqual({ refusedCode: 'columns_missing' });
  });

  test('that is no profile is refused', async () => {
    const profile = await saved();
    const [first] = profile.columns;
    expect(parseProfile(null)).toBeNull();
    expect(parseProfile({ ...profile, kind: 'other' })).toBeNull();
    expect(parseProfile({ ...profile, meaning: 'rows' })).toBeNull();
    expect(parseProfile({ ...profile, columns: [first, first] })).toBeNull();
    expect(parseProfile({ ...profile, columns: [{ ...first, columnIndex: -1 }] })).toBeNull();
    expect(parseProfile({ ...profile, layout: { ...profile.layout, separator: '' } })).toBeNull();
    expect(parseProfile({ ...profile, scope: { of: 'rep', code: 'DUPAS' } })).toMatchObject({
      scope: { of: 'rep', code: 'DUPAS' },
    });
  });
});

test('a preview shows the first rows as they would be read, with their problems', async () => {
  const lines = Array.from(
    { length: 500 },
    (_, index) =>
      `C${index};ALPHA;FA${index};25/08/2026;26/09/2026;${index === 3 ? 'abc' : '1,00'}`,
  );
  const file = await tableFile(
    `Code client;Nom;N° pièce;Date;Échéance;Solde\n${lines.join('\n')}\n`,
  );
  const { proposal } = await readBack(file);
  const preview = await previewTable(file, proposal.profile, 20);
  if (!preview.isDone) throw new Error(preview.refusal.code);
  expect(preview.value.rows).toHaveLength(20);
  expect(preview.value.rows[0]?.items).toMatchObject([{ lineNumber: 2, openCents: 100 }]);
  expect(preview.value.rows[3]).toMatchObject({
    lineNumber: 5,
    items: [],
    problems: [{ code: 'amount_unreadable', columnName: 'Solde', value: 'abc' }],
  });
  expect(preview.value.customers).toHaveLength(20);
});

test('a reading can be stopped, and tells where it is', async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, index) => `C${index};ALPHA;FA${index};25/08/2026;26/09/2026;1,00`,
  );
  const file = await tableFile(
    `Code client;Nom;N° pièce;Date;Échéance;Solde\n${lines.join('\n')}\n`,
  );
  const { proposal, reading } = await readBack(file);
  expect(reading.recordCount).toBe(5000);
  let asked = 0;
  const sink = {
    customer: () => undefined,
    contact: () => undefined,
    items: () => undefined,
    rows: () => undefined,
    lines: () => undefined,
    amend: () => undefined,
    problem: () => undefined,
  };
  const { readTable } = await import('../../../src/main/intake/table/read-table.ts');
  const stopped = await readTable(file, proposal.profile, sink, {
    isCancelled: () => {
      asked += 1;
      return asked === 3;
    },
  });
  expect(stopped).toEqual({ isDone: false, refusal: { code: 'cancelled', value: '' } });
  const steps: number[] = [];
  await readTable(file, proposal.profile, sink, {
    onProgress: (read, total) => steps.push(read / total),
  });
  expect(steps.at(-1)).toBe(1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});
