import { describe, expect, test } from 'vitest';
import {
  type AccountRole,
  isCollectiveLabel,
  isSundryLabel,
  proposeRole,
} from '../../../../src/shared/domain/statement/account-role.ts';

const roles: readonly (readonly [string, string, AccountRole])[] = [
  // Read on real ledgers: the label wins over the number.
  ['411600000', 'CLIENTS INTRA', 'group'],
  ['411600000', 'CLIENTS INTRA FIFG', 'group'],
  ['411000320', 'CLIENTS 31/03/2020', 'ordinary'],
  ['411100000', 'CLIENTS AU 31/03/2019', 'ordinary'],
  ['419100000', 'CLIENTS - AVANCES ET ACOMPTES REÇUS SUR COMMANDES', 'deposit'],
  ['418100000', 'CLIENTS FACT, A ETABLIR', 'to_invoice'],
  ['41810000', 'CLIENT A OPERER', 'to_invoice'],
  ['41115300', 'CLIENTS Divers Nord', 'sundry'],
  ['411LALI00', 'LALI', 'ordinary'],
  // The number, where the label says nothing.
  ['411000', 'Clients', 'ordinary'],
  ['411DUPONT', 'Dupont SARL', 'ordinary'],
  ['410000', 'Clients et comptes rattachés', 'ordinary'],
  ['413000', 'Clients', 'bill'],
  ['416000', 'Clients', 'doubtful'],
  ['41600012', 'DUPONT SARL', 'doubtful'],
  ['417000', 'Clients', 'to_invoice'],
  ['418000', 'Clients', 'to_invoice'],
  ['419100', 'Clients', 'deposit'],
  ['4117000', 'Clients', 'retention'],
  ['41170001', 'MARTIN SA', 'ordinary'],
  ['412000', 'Clients - terrains', 'ordinary'],
  ['412000', 'Coopérative', 'other'],
  ['415000', '', 'other'],
  // Phrases no company bears are believed anywhere.
  ['4110042', 'Retenue de garantie DUPONT', 'retention'],
  ['411900', 'Clients douteux', 'doubtful'],
  ['411800', 'Créances litigieuses', 'doubtful'],
  ['411300', 'Clients - effets à recevoir', 'bill'],
  ['411500', 'Effets escomptés non échus', 'bill'],
  ['411810', 'Factures à établir', 'to_invoice'],
  ['411999', 'Écarts de règlement', 'rounding'],
  ['411700', 'Sociétés liées', 'group'],
  ['411950', 'Acomptes clients', 'deposit'],
  ['411DIV', 'Client divers', 'sundry'],
  ['419800', 'Clients - RRR à accorder', 'to_invoice'],
  ['418000', 'Prestations non encore facturées', 'to_invoice'],
  // Words that also occur in names count on collective accounts, or alone.
  ['411200', 'Clients groupe', 'group'],
  ['411GRP01', 'GROUPE MARTIN', 'ordinary'],
  ['411300', 'CLIENTS LCR', 'bill'],
  ['411EFN', 'EFFET NATURE SARL', 'ordinary'],
  ['411EFF', 'Effets', 'bill'],
  ['411PAS', 'Passage', 'sundry'],
  ['411PDN', 'PASSAGE DU NORD', 'ordinary'],
  ['411P', 'Particulier', 'sundry'],
  ['411200', 'Clients contentieux', 'doubtful'],
  ['411200', 'Clients écarts', 'rounding'],
  ['411200', 'CLIENTS RG', 'retention'],
  ['411200', 'Clients avances', 'deposit'],
  ['411200', 'Clients FAE', 'to_invoice'],
  ['411LIT', 'LITIGE PRODUCTIONS', 'ordinary'],
];

describe('the proposed role of a customer account', () => {
  test.each(roles)('%s %s is %s', (code, label, role) => {
    expect(proposeRole({ code, label })).toBe(role);
  });
});

test.each([
  ['Clients', true],
  ['CLIENTS  31/03/2020', true],
  ['Comptes clients', true],
  ['Créances clients', true],
  ['Client', true],
  ['Client Martin', false],
  ['Dupont', false],
  ['', false],
])('« %s » gathers customers: %s', (label, expected) => {
  expect(isCollectiveLabel(label)).toBe(expected);
});

test.each([
  ['Clients divers', true],
  ['CLIENT DE PASSAGE', true],
  ['Comptoir', true],
  ['Clients particuliers', true],
  ['Comptoir des Vins', false],
  ['Clients', false],
])('« %s » names a crowd: %s', (label, expected) => {
  expect(isSundryLabel(label)).toBe(expected);
});
