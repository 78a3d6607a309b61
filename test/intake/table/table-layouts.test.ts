/** What stands around and between the lines of data. */
import { describe, expect, test } from 'vitest';
import { problemsOf, readBack, refusedCode, tableFile } from './table-files.ts';

/** Lines of CSV with `;`. */
function csv(...lines: string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

const HEADER = 'Code client;Nom;N° pièce;Date;Échéance;Solde;Libellé';

describe('lines that are no data', () => {
  test('titles above the headers are passed over, and their day is read', async () => {
    const file = csv(
      'SOCIÉTÉ DURAND;;;;;;',
      'Échéancier clients arrêté au 31/10/2026;;;;;;',
      '',
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;100,00;Facture',
      'C2;MARTIN;FA2;01/10/2026;30/11/2026;50,50;Facture',
    );
    const { table, items, reading } = await readBack(await tableFile(file));
    expect(table.layout.headerLine).toBe(4);
    expect(table.statedOnDate).toBe('2026-10-31');
    expect(reading.statedOnDate).toBe('2026-10-31');
    expect(items.map((item) => item.openCents)).toEqual([10000, 5050]);
    expect(reading.totals).toMatchObject({ linesRead: 2, linesKept: 2, linesRejected: 0 });
  });

  test('totals, subtotals, blank lines and repeated headers are counted apart', async () => {
    const file = csv(
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;100,00;',
      'C1;DUPONT;AV2;01/10/2026;31/10/2026;-20,00;',
      'Total C1;;;;;80,00;',
      '',
      HEADER,
      'C2;MARTIN;FA3;01/10/2026;30/11/2026;50,00;',
      'Sous-total client C2;;;;;50,00;',
      'TOTAL GÉNÉRAL;;;;;130,00;',
    );
    const { items, reading, problems } = await readBack(await tableFile(file));
    expect(items).toHaveLength(3);
    expect(reading.skipped).toEqual({ blank: 1, repeatedHeaders: 1, totals: 3, headings: 0 });
    expect(reading.printedTotal).toMatchObject({
      printedCents: 13000,
      summedCents: 13000,
      isEqual: true,
    });
    expect(problems).toEqual([]);
  });

  test('a printed total that its lines do not make is told', async () => {
    const file = csv(
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;100,00;',
      'C2;MARTIN;FA3;01/10/2026;30/11/2026;50,00;',
      'Total général;;;;;175,00;',
    );
    const { reading, problems } = await readBack(await tableFile(file));
    expect(reading.printedTotal).toMatchObject({ printedCents: 17500, isEqual: false });
    expect(problems).toEqual([
      {
        code: 'printed_total_differs',
        columnName: null,
        lineNumber: 4,
        severity: 'warning',
        value: '175,00 / 150,00',
      },
    ]);
  });

  test('totals of debit and credit are compared by their difference', async () => {
    const file = csv(
      'N° compte tiers;Intitulé du tiers;N° pièce;Date;Date échéance;Débit;Crédit;Libellé écriture',
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;100,00;;Facture',
      'C1;DUPONT;RG1;05/10/2026;;;40,00;Virement reçu',
      ';;;;Totaux;100,00;40,00;',
    );
    const { items, reading } = await readBack(await tableFile(file));
    expect(items.map(({ openCents, kind }) => [openCents, kind])).toEqual([
      [10000, 'invoice'],
      [-4000, 'payment'],
    ]);
    expect(reading.printedTotal).toMatchObject({ printedCents: 6000, isEqual: true });
  });

  test('a customer called Total is a customer', async () => {
    const file = csv(
      HEADER,
      'TOTAL;TOTAL ENERGIES;FA1;01/10/2026;31/10/2026;100,00;',
      'C2;SOUS-TOTAL SARL;FA3;01/10/2026;30/11/2026;50,00;',
      'Total TOTAL ENERGIES;;;;;150,00;',
    );
    const { customers, reading } = await readBack(await tableFile(file));
    expect(customers.map(({ name }) => name)).toEqual(['TOTAL ENERGIES', 'SOUS-TOTAL SARL']);
    expect(reading.skipped.totals).toBe(1);
  });
});

describe('lists printed by groups', () => {
  test('the customer of the first line stands for those under it', async () => {
    const file = csv(
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;100,00;',
      ';;FA2;02/10/2026;31/10/2026;10,00;',
      ';;FA3;03/10/2026;31/10/2026;1,00;',
      'C2;MARTIN;FA4;01/10/2026;30/11/2026;50,00;',
      ';;FA5;01/10/2026;30/11/2026;5,00;',
    );
    const { items, customers, proposal } = await readBack(await tableFile(file));
    expect(proposal.profile.fillsDownCustomer).toBe(true);
    expect(items.map(({ customerCode }) => customerCode)).toEqual(['C1', 'C1', 'C1', 'C2', 'C2']);
    expect(customers.map(({ customerCode, name }) => [customerCode, name])).toEqual([
      ['C1', 'DUPONT'],
      ['C2', 'MARTIN'],
    ]);
  });

  test('a heading names the customer of the lines under it', async () => {
    const file = csv(
      'N° pièce;Date;Échéance;Solde',
      'Client : C0012 DUPONT SARL;;;',
      'FA1;01/10/2026;31/10/2026;100,00',
      'FA2;02/10/2026;31/10/2026;10,00',
      'Total client C0012;;;110,00',
      'Client : C0034 - MARTIN ET FILS;;;',
      'FA3;03/10/2026;31/10/2026;1,00',
    );
    const { items, customers, reading } = await readBack(await tableFile(file));
    expect(items.map(({ customerCode }) => customerCode)).toEqual(['C0012', 'C0012', 'C0034']);
    expect(customers.map(({ name }) => name)).toEqual(['DUPONT SARL', 'MARTIN ET FILS']);
    expect(reading.skipped).toMatchObject({ headings: 2, totals: 1 });
  });

  test('a detailed aged balance has its amount in one of the brackets', async () => {
    const file = csv(
      'Code client;Nom du client;N° facture;Échéance;Non échu;1 à 30 jours;31 à 60 jours;+ de 60 jours',
      'C1;DUPONT;FA1;31/12/2026;100,00;;;',
      'C1;DUPONT;FA2;31/10/2026;;20,00;;',
      'C2;MARTIN;FA3;01/06/2026;;;;-3,00',
    );
    const { items, proposal } = await readBack(await tableFile(file));
    expect(proposal.profile.kind).toBe('open_items');
    expect(items.map(({ openCents }) => openCents)).toEqual([10000, 2000, -300]);
  });
});

describe('instalments', () => {
  test('lines of one document rank by due date, credits apart', async () => {
    const file = csv(
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/12/2026;30,00;',
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;10,00;',
      'C1;DUPONT;fa 1;01/10/2026;30/11/2026;20,00;',
      'C1;DUPONT;FA1;01/10/2026;30/11/2026;-5,00;Avoir',
      'C2;MARTIN;FA1;01/10/2026;30/11/2026;50,00;',
    );
    const { items } = await readBack(await tableFile(file));
    expect(items.map(({ openCents, rank }) => [openCents, rank])).toEqual([
      [3000, 3],
      [1000, 1],
      [2000, 2],
      [-500, 1],
      [5000, 1],
    ]);
  });

  test('a line repeated sign for sign goes in once', async () => {
    const file = csv(
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;10,00;x',
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;10,00;y',
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;10,00;x',
      'C1;DUPONT;;01/10/2026;31/10/2026;7,00;x',
      'C1;DUPONT;;01/10/2026;31/10/2026;7,00;x',
    );
    const read = await readBack(await tableFile(file));
    expect(read.items.map(({ openCents }) => openCents)).toEqual([1000, 1000, 700, 700]);
    expect(problemsOf(read)).toEqual(['line_repeated@4', 'line_repeated@6']);
    expect(read.reading.totals).toMatchObject({ linesRead: 5, linesKept: 4, linesRejected: 1 });
  });
});

describe('customers', () => {
  test('of several names under one code the most frequent is kept, the last among equals', async () => {
    const file = csv(
      HEADER,
      'C1;DUPOND;FA1;01/10/2026;31/10/2026;10,00;',
      'C1;DUPONT;FA2;01/10/2026;31/10/2026;10,00;',
      'C1;Dupont;FA3;01/10/2026;31/10/2026;10,00;',
      'C1;DUPONT;FA4;01/10/2026;31/10/2026;10,00;',
      'C2;ALPHA;FA5;01/10/2026;31/10/2026;10,00;',
      'C2;BETA;FA6;01/10/2026;31/10/2026;10,00;',
      'C3;GAMMA;FA7;01/10/2026;31/10/2026;10,00;',
      'C3;Gamma;FA8;01/10/2026;31/10/2026;10,00;',
    );
    const read = await readBack(await tableFile(file));
    expect(read.customers.map(({ name }) => name)).toEqual(['DUPONT', 'BETA', 'Gamma']);
    expect(read.problems.map(({ code, value }) => `${code} ${value}`)).toEqual([
      'customer_several_names C1 : DUPOND / DUPONT / Dupont',
      'customer_several_names C2 : ALPHA / BETA',
    ]);
  });

  test('without a code the name stands for it, and a person is asked', async () => {
    const file = csv(
      'Raison sociale;N° facture;Date facture;Échéance;Reste dû',
      'DUPONT SARL;FA1;01/10/2026;31/10/2026;10,00',
      ';FA2;01/10/2026;31/10/2026;5,00',
    );
    const read = await readBack(await tableFile(file));
    expect(read.proposal.questions).toContain('customer_code_from_name');
    expect(read.items[0]).toMatchObject({ customerCode: 'DUPONT SARL', openCents: 1000 });
    expect(problemsOf(read)).toEqual(['customer_missing@3']);
  });

  test('suppliers in the same list are out of scope', async () => {
    const file = csv(
      'Compte général;Compte tiers;Intitulé du tiers;N° facture;Date;Date échéance;Débit;Crédit',
      '411000;C1;DUPONT;FA1;01/10/2026;31/10/2026;10,00;',
      '401000;F1;FOURNIER;X1;01/10/2026;31/10/2026;;99,00',
    );
    const { items, reading } = await readBack(await tableFile(file));
    expect(items.map(({ customerCode }) => customerCode)).toEqual(['C1']);
    expect(reading.totals).toMatchObject({ linesKept: 1, linesOutOfScope: 1, debitCents: 1000 });
  });
});

describe('kinds of line', () => {
  test('credit notes and payments told by a column turn negative, drafts stay out', async () => {
    const file = csv(
      'Code client;Nom;Type de pièce;N° pièce;Date;Échéance;Reste à payer',
      'C1;DUPONT;Facture;FA1;01/10/2026;31/10/2026;100,00',
      'C1;DUPONT;Avoir;AV1;01/10/2026;31/10/2026;30,00',
      'C1;DUPONT;Règlement;RG1;01/10/2026;;20,00',
      'C1;DUPONT;Brouillon;PR1;01/10/2026;31/10/2026;999,00',
    );
    const { items, reading } = await readBack(await tableFile(file));
    expect(items.map(({ openCents, kind }) => [openCents, kind])).toEqual([
      [10000, 'invoice'],
      [-3000, 'credit_note'],
      [-2000, 'payment'],
    ]);
    expect(reading.totals.linesOutOfScope).toBe(1);
  });

  test('where credit notes have their minus already, none is turned', async () => {
    const file = csv(
      'Code client;Nom;Type de pièce;N° pièce;Date;Échéance;Reste à payer',
      'C1;DUPONT;Facture;FA1;01/10/2026;31/10/2026;100,00',
      'C1;DUPONT;Avoir;AV1;01/10/2026;31/10/2026;-30,00',
    );
    const { items } = await readBack(await tableFile(file));
    expect(items.map(({ openCents }) => openCents)).toEqual([10000, -3000]);
  });

  test('settled lines of a ledger listing are out of scope, partial letters are not', async () => {
    const file = csv(
      'N° compte tiers;Intitulé du tiers;N° pièce;Date;Date échéance;Débit;Crédit;Lettre',
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;100,00;;AA',
      'C1;DUPONT;RG1;05/10/2026;;;100,00;AA',
      'C1;DUPONT;FA2;01/10/2026;31/10/2026;70,00;;b',
      'C1;DUPONT;FA3;01/10/2026;31/10/2026;7,00;;',
    );
    const { items, reading } = await readBack(await tableFile(file));
    expect(items.map(({ documentNumber }) => documentNumber)).toEqual(['FA2', 'FA3']);
    expect(reading.totals.linesOutOfScope).toBe(2);
  });

  test('an invoice with the day of its payment tells both', async () => {
    const file = csv(
      'Code client;N° facture;Date facture;Échéance;Montant TTC;Date règlement',
      'C1;FA1;01/10/2026;31/10/2026;100,00;05/11/2026',
      'C1;FA2;02/10/2026;31/10/2026;50,00;20/11/2026',
    );
    const { rows, proposal } = await readBack(await tableFile(file));
    expect(proposal.profile.kind).toBe('invoices');
    expect(rows.slice(0, 2)).toMatchObject([
      { lineNumber: 2, kind: 'invoice', documentNumber: 'FA1', amountCents: 10000 },
      {
        lineNumber: -2,
        kind: 'payment',
        documentDate: '2026-11-05',
        settlesDocumentNumber: 'FA1',
        amountCents: 10000,
      },
    ]);
  });
});

describe('lines that are wrong', () => {
  test('each is told with its line, column and value, and the others go in', async () => {
    const file = csv(
      HEADER,
      'C1;DUPONT;FA1;01/10/2026;31/10/2026;abc;',
      'C1;DUPONT;FA2;31/13/2026;31/10/2026;10,00;',
      'C1;DUPONT;FA3;01/10/2026;31/12/0098;10,00;',
      'C1;DUPONT;FA4;01/10/1900;31/10/2026;10,00;',
      'C1;DUPONT;FA5;01/10/2026;31/12/2099;10,00;',
      ';;FA6;01/10/2026;31/10/2026;10,00;',
      'C1;DUPONT;FA7;01/10/2026;31/10/2026;;',
      'C1;DUPONT;FA8;01/10/2026;31/10/2026;123456789012345678901234567890;',
      'C1;DUPONT;FA9;01/10/2026;31/10/2026;=1+1;',
      'C1;DUPONT;FA10;01/10/2026;31/10/2026;10,00;un; libellé coupé',
      'C1;DUPONT;FA11;01/10/2026;00/00/0000;10,00;sans échéance',
      'C1;DUPONT;FA12;01/10/2026;30/09/2026;10,00;échue avant',
    );
    const read = await readBack(await tableFile(file));
    expect(read.problems.map((p) => [p.lineNumber, p.columnName, p.code, p.value])).toEqual([
      [2, 'Solde', 'amount_unreadable', 'abc'],
      [3, 'Date', 'date_unreadable', '31/13/2026'],
      [4, 'Échéance', 'date_implausible', '31/12/0098'],
      [5, 'Date', 'date_implausible', '01/10/1900'],
      [6, 'Échéance', 'date_implausible', '31/12/2099'],
      [7, 'Code client', 'customer_missing', ''],
      [8, 'Solde', 'amount_missing', ''],
      [9, 'Solde', 'amount_too_large', '123456789012345678901234567890'],
      [10, 'Solde', 'formula_cell', '=1+1'],
      [11, null, 'fields_extra', ' libellé coupé'],
      [13, 'Échéance', 'due_before_document', '2026-09-30'],
    ]);
    expect(read.items.map(({ documentNumber }) => documentNumber)).toEqual(['FA11', 'FA12']);
    expect(read.reading.totals).toMatchObject({ linesRead: 12, linesKept: 2, linesRejected: 10 });
  });

  test('days that only the other order can read refuse the file, before anything is given', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => {
      const day = String((index % 12) + 1).padStart(2, '0');
      return `C1;DUPONT;FA${index};${day}/01/2026;${day}/02/2026;10,00;`;
    });
    const file = csv(HEADER, ...lines, 'C1;DUPONT;FA99;01/31/2026;02/27/2026;10,00;');
    const filePath = await tableFile(file);
    const dayFirst = await readBack(filePath, {}, (profile) => profile).catch(String);
    expect(typeof dayFirst === 'string' ? dayFirst : dayFirst.items[0]?.documentDate).toBe(
      '2026-01-01',
    );
    const forced = readBack(filePath, {}, (profile) => ({
      ...profile,
      columns: profile.columns.map((column) => ({ ...column, dayOrder: 'day_first' as const })),
    }));
    await expect(forced).rejects.toThrow('date_order_wrong');
  });

  test('files that are no table are refused with their own code', async () => {
    expect(await refusedCode(await tableFile(''))).toBe('file_empty');
    expect(await refusedCode(await tableFile(' \r\n\r\n'))).toBe('file_empty');
    expect(await refusedCode(await tableFile('bonjour\nceci est une lettre\n'))).toBe(
      'not_a_table',
    );
    expect(await refusedCode(await tableFile('%PDF-1.7\n'))).toBe('file_pdf');
    expect(await refusedCode(await tableFile('<html><table><tr><td>1</td></tr></table>'))).toBe(
      'file_web_page',
    );
    expect(await refusedCode(await tableFile(csv(HEADER)))).toBe('file_without_lines');
    const binary = Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 32);
    expect(await refusedCode(await tableFile(binary))).toBe('file_binary');
    const wide = Array.from({ length: 600 }, (_, index) => `c${index}`).join(';');
    expect(await refusedCode(await tableFile(csv(wide, wide)))).toBe('too_many_columns');
  });
});
