import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  readXml,
  XML_DEPTH_MAX,
  XmlDamaged,
} from '../../../../../src/main/intake/bank/xml-reader.ts';
import {
  camtEntry,
  camtStatement,
  movementsIn,
  problemsIn,
  readText,
  refusalOf,
} from '../../../../support/bank-files.ts';

function eventsOf(text: string): string[] {
  const events: string[] = [];
  readXml(text, {
    open: (name, attributes) => events.push(`<${name}${attributes}`),
    close: (name, inside) => events.push(`${inside}>${name}`),
  });
  return events;
}

describe('the XML reader', () => {
  test.each([
    ['<a>x</a>', ['<a', 'x>a']],
    ['<?xml version="1.0"?><!-- a < b --><n:a/>', ['<a', '>a']],
    ['<a b="1>2" c=\'"\'>x</a>', ['<a b="1>2" c=\'"\'', 'x>a']],
    ['<a> x <b>y</b> z</a>', ['<a', '<b', 'y>b', 'x  z>a']],
    ['<a><![CDATA[<b>&amp;]]></a>', ['<a', '<b>&amp;>a']],
    ['<a>&lt;&amp;&#233;&#xE9;&quot;&apos;&gt;</a>', ['<a', '<&éé"\'>>a']],
    ['<a>x</a>\n\u001a', ['<a', 'x>a']],
  ])('reads %j', (text, events) => {
    expect(eventsOf(text)).toEqual(events);
  });

  test.each([
    ['an end in the middle', '<a><b>x</b>'],
    ['a tag cut', '<a><b'],
    ['a tag closed by another', '<a><b></a></b>'],
    ['an end without a beginning', '</a>'],
    ['a second root', '<a/><b/>'],
    ['words beside the root', '<a/>x'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an entity of its own', '<a>&x;</a>'],
    ['an ampersand alone', '<a>R&D</a>'],
    ['a comment without end', '<a><!-- </a>'],
    ['nothing', ''],
    ['a tag in a tag', '<a <b></a>'],
  ])('refuses %s', (_name, text) => {
    expect(() => eventsOf(text)).toThrow(XmlDamaged);
  });

  test('refuses a depth that no message has, with the line', () => {
    const deep = `${'<a>\n'.repeat(XML_DEPTH_MAX + 1)}`;
    expect(() => eventsOf(deep)).toThrow(`bank_file_too_deep at line ${XML_DEPTH_MAX + 1}`);
  });

  test.each([
    [' Ccy="EUR"', 'Ccy', 'EUR'],
    [" x = 'a' Ccy='CHF'", 'Ccy', 'CHF'],
    [' XCcy="EUR"', 'Ccy', null],
  ])('finds in %j the attribute %s', (attributes, name, value) => {
    expect(attributeOf(attributes, name)).toBe(value);
  });
});

const detail = (inside: string) => `<NtryDtls>${inside}</NtryDtls>`;

describe('CAMT', () => {
  test('a credit with everything it may tell', () => {
    const reading = readText(
      camtStatement(
        camtEntry(
          '50.00',
          'CRDT',
          '<ValDt><DtTm>2026-09-17T00:00:00+02:00</DtTm></ValDt><AcctSvcrRef>B-1</AcctSvcrRef>' +
            detail(
              '<TxDtls><Refs><EndToEndId>E-1</EndToEndId><MndtId>M-1</MndtId></Refs>' +
                '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>' +
                '</Domn></BkTxCd><RltdPties><Dbtr><Pty><Nm>Dupont &amp; Fils</Nm></Pty></Dbtr>' +
                '<DbtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></DbtrAcct>' +
                '</RltdPties><RmtInf><Ustrd>FA 12</Ustrd><Ustrd>FA 13</Ustrd><Strd><CdtrRefInf>' +
                '<Ref>RF83FA202600123</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>',
            ),
        ),
        '150.00',
        '08',
      ),
    );
    expect(problemsIn(reading)).toEqual([]);
    expect(reading).toMatchObject({
      format: 'camt053',
      accounts: [
        {
          identity: { iban: 'FR1420041010050500013M02606' },
          statements: [{ openingCents: 10_000, closingCents: 15_000, from: '2026-09-15' }],
        },
      ],
    });
    expect(movementsIn(reading)).toMatchObject([
      {
        bookedOn: '2026-09-16',
        valueOn: '2026-09-17',
        amountCents: 5000,
        code: 'PMNT-RCDT-ESCT',
        text: 'FA 12 FA 13',
        counterpartyName: 'Dupont & Fils',
        counterpartyIban: 'FR1420041010050500013M02606',
        endToEndId: 'E-1',
        references: ['RF83FA202600123', 'M-1'],
        bankReference: 'B-1',
        isReturn: false,
      },
    ]);
  });

  const part = (amount: string, name: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>` +
    `<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`;

  test('a batch whose parts make its amount is as many movements', () => {
    const entry = camtEntry('50.00', 'CRDT', detail(part('20.00', 'Anne') + part('30.00', 'Bob')));
    const movements = movementsIn(readText(camtStatement(entry)));
    expect(movements.map((one) => [one.amountCents, one.counterpartyName])).toEqual([
      [2000, 'Anne'],
      [3000, 'Bob'],
    ]);
  });

  test('a batch whose parts do not is one movement, and that is told', () => {
    const entry = camtEntry('50.00', 'CRDT', detail(part('20.00', 'A') + part('31.00', 'B')));
    const reading = readText(camtStatement(entry));
    expect(movementsIn(reading).map(({ amountCents }) => amountCents)).toEqual([5000]);
    expect(problemsIn(reading)).toEqual(['bank_batch_differs']);
  });

  test.each([
    ['RtrInf', '<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>', '', 'AM04'],
    [
      'its code',
      '',
      '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>',
      null,
    ],
    ['its words', '<AddtlTxInf>PRELEVEMENT REJETE MS03</AddtlTxInf>', '', 'MS03'],
    ['RvslInd', '', '<RvslInd>true</RvslInd>', null],
  ])('a debit is a return by %s, and names the debtor', (_name, inside, beside, reason) => {
    const parties = '<RltdPties><Dbtr><Nm>Client</Nm></Dbtr><Cdtr><Nm>Nous</Nm></Cdtr></RltdPties>';
    const entry = camtEntry(
      '9.00',
      'DBIT',
      beside + detail(`<TxDtls>${parties}${inside}</TxDtls>`),
    );
    expect(movementsIn(readText(camtStatement(entry, '91.00')))).toMatchObject([
      { amountCents: -900, isReturn: true, rejectCode: reason, counterpartyName: 'Client' },
    ]);
  });

  test.each([
    [
      'pending',
      `<Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>`,
      ['bank_entry_pending'],
    ],
    [
      'of another currency',
      camtEntry('5.00', 'CRDT').replace('EUR', 'USD'),
      ['bank_currency_differs'],
    ],
    ['with a sign', camtEntry('-5.00', 'CRDT'), ['bank_amount_unreadable']],
    ['without a side', camtEntry('5.00', 'CRDT').replace('CRDT', ''), ['bank_amount_unreadable']],
    [
      'without a day',
      camtEntry('5.00', 'CRDT').replace('2026-09-16', '2026-02-30'),
      ['bank_date_unreadable'],
    ],
    ['with three decimals', camtEntry('0.005', 'CRDT'), ['amount_rounded', 'bank_balance_differs']],
  ])('an entry %s is told', (_name, entry, codes) => {
    expect(problemsIn(readText(camtStatement(entry, '100.00')))).toEqual(codes);
  });

  test('a statement without any entry goes in', () => {
    const reading = readText(camtStatement('', '100.00'));
    expect(reading.accounts[0]?.statements[0]?.movements).toEqual([]);
    expect(problemsIn(reading)).toEqual([]);
  });

  test('CAMT.054 has no balance', () => {
    const text = camtStatement(camtEntry('5.00', 'CRDT'))
      .replaceAll(/<Bal>.*<\/Bal>/g, '')
      .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
      .replaceAll('Stmt>', 'Ntfctn>');
    expect(readText(text)).toMatchObject({
      format: 'camt054',
      accounts: [{ statements: [{ openingCents: null, closingCents: null, to: '2026-09-16' }] }],
    });
  });

  test.each([
    ['cut in the middle', camtStatement('').slice(0, -40), 'bank_file_damaged'],
    [
      'of a day not closed',
      camtStatement('').replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt'),
      'bank_intraday',
    ],
    [
      'without statement',
      '<Document><BkToCstmrStmt ></BkToCstmrStmt></Document>',
      'bank_without_statement',
    ],
    ['with a document type', `<!DOCTYPE x>${camtStatement('')}`, 'bank_file_damaged'],
  ])('a file %s is refused', (_name, text, code) => {
    expect(refusalOf(text)).toBe(code);
  });
});
