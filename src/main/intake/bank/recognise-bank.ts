/** Which statement of a bank a text is, from its beginning: the content decides, never the name. */

export type BankKind = 'cfonb120' | 'cfonb240' | 'camt' | 'ofx' | 'mt940' | 'qif';

const FORMS: readonly (readonly [BankKind, RegExp])[] = [
  ['ofx', /^\s*(OFXHEADER:|<\?OFX)/i],
  ['ofx', /<OFX>/i],
  ['camt', /camt\.05[234]\.001/i],
  ['camt', /<(\w+:)?(BkToCstmrStmt|BkToCstmrDbtCdtNtfctn|BkToCstmrAcctRpt)[\s>]/],
  ['mt940', /^:20:[\s\S]*^:(25P?|60[FM]|61):/m],
  ['mt940', /^\p{Cc}?\{1:F/u],
  ['qif', /^\s*!(Type:(Bank|CCard|Cash|Oth)|Account|Option:)/i],
  // Code, bank, four signs, branch, currency: blank lines and blank fields are met.
  ['cfonb120', /^\s*(01|04|05|07)\d{5}.{4}\d{5}[A-Z ]{3}[\d ].{12}/],
  // A first record of operations: code, number 000001.
  ['cfonb240', /^\s*31\d{6}.{2}[\d ]{6}[A-Z0-9 ].{180,}/],
];

/** The kind of a text; null for anything else. `head` may be cut anywhere. */
export function recogniseBank(head: string): BankKind | null {
  const text = head.replace(/^\ufeff/, '');
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null;
}
