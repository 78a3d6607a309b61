/** A list of customers, as the assistant shows it; and whoever asks while all is read anew. */
import { expect, onTestFinished, test } from 'vitest';
import type { TableProfile } from '../../src/shared/domain/statement/table-mapping.ts';
import {
  type GivenFile,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';

async function emptyCompany(): Promise<TestCompany> {
  const application = await RunningApplication.start({ today: '2026-11-23' });
  onTestFinished(() => application.close());
  return application.createCompany();
}

function file(name: string, lines: readonly string[]): GivenFile {
  return { name, bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`) };
}

test('each customer of the list is shown as it will be read', async () => {
  const company = await emptyCompany();
  const given = file('clients.csv', [
    'Code client;Nom du client;Adresse électronique;Ville',
    'C1;Ateliers Un;compta@ateliers.example;Lyon',
    'C2;Bois Deux;;Nantes',
    'C3;Carrelages Trois;;Brest',
  ]);
  const { uploadId, table } = await company.recognise(given);
  const profile = { ...(table?.profile as TableProfile), kind: 'customers', meaning: 'rows' };
  const { rows } = await company.call.imports.previewTable({ uploadId, profile });
  expect(rows.map(({ cells }) => [cells.customer_code, cells.customer_name, cells.city])).toEqual([
    ['C1', 'Ateliers Un', 'Lyon'],
    ['C2', 'Bois Deux', 'Nantes'],
    ['C3', 'Carrelages Trois', 'Brest'],
  ]);
});

test('questions asked at once after an import all see it', async () => {
  const company = await emptyCompany();
  expect((await company.call.imports.diagnosis()).customerCount).toBe(0);
  const given = file('postes.csv', [
    'Code client;Client;N° facture;Date facture;Échéance;Montant TTC;Solde',
    'C1;Ateliers Un;F001;01/09/2026;01/10/2026;1 000,00;1 000,00',
  ]);
  await company.import(given, { scope: 'all' });
  const answers = await Promise.all([
    company.call.imports.diagnosis(),
    company.call.imports.diagnosis(),
    company.call.overview.freshness().then(({ ledgerDate }) => ({
      customerCount: ledgerDate === null ? 0 : 1,
    })),
  ]);
  expect(answers.map(({ customerCount }) => customerCount)).toEqual([1, 1, 1]);
});
