/**
 * Records 05 of a movement: what the payer wrote, who he is, and the references of SEPA.
 *
 *     LIB free text · LCC, LC2 remittance · LCS structured reference · RCN end-to-end, purpose
 *     REF remittance of ours · RUM mandate · NPY, NPO who paid · NBE, NBU who was paid
 *     IPY, IBE, CBE, CPY identifiers, sometimes an IBAN · MMO amount abroad · FEE bank fee
 */
import type { BankMovement } from '../../../shared/domain/statement/bank-statement.ts';
import { joinedText, references, stated } from './bank-text.ts';
import { ibanIn } from './french-account.ts';

const DETAILS_MAX = 200;
/** Of the two parts of a detail, the first: an identifier, then its kind or the purpose. */
const FIRST_PART = 35;

type Party = Pick<BankMovement, 'counterpartyName' | 'counterpartyIban'>;

export class CfonbDetails {
  readonly #ownReference: string;
  readonly #rows: { readonly kind: string; readonly text: string }[] = [];

  /** `ownReference`: columns 105–120 of the movement. */
  constructor(ownReference: string) {
    this.#ownReference = ownReference;
  }

  add(kind: string, text: string): void {
    if (this.#rows.length < DETAILS_MAX) this.#rows.push({ kind, text });
  }

  text(label: string): string {
    // A remittance goes on where its first record is full, in the middle of a number.
    const told = [...this.#of('LIB'), this.#of('LCC', 'LC2').join('')];
    const others = this.#rows
      .filter(({ kind }) => !/^(LIB|LC[C2S]|RCN|REF|RUM|N(PY|PO|BE|BU)|I(PY|BE)|MMO)$/.test(kind))
      .map(({ text }) => text);
    return joinedText([label, ...told, ...others]);
  }

  /** Who paid, for money received; who was paid otherwise. The ultimate one if he stands alone. */
  party(isReceived: boolean): Party {
    const payers = this.#of('NPY', 'NPO');
    const payees = this.#of('NBE', 'NBU');
    const names = isReceived ? payers : [...payees, ...payers];
    const identifiers = isReceived ? ['IPY', 'CPY'] : ['IBE', 'CBE', 'IPY'];
    const ibans = this.#of(...identifiers).map((text) => ibanIn(text.slice(0, FIRST_PART)));
    return {
      counterpartyName: names.map(stated).find((name) => name !== null) ?? null,
      counterpartyIban: ibans.find((iban) => iban !== null) ?? null,
    };
  }

  endToEndId(): string | null {
    const told = this.#of('RCN').map((text) => stated(text.slice(0, FIRST_PART)));
    return told.find((text) => text !== null) ?? null;
  }

  references(): string[] {
    return references([
      this.#ownReference,
      ...this.#of('LCS', 'REF', 'RUM').map((text) => text.slice(0, FIRST_PART)),
      ...this.#of('RCN').map((text) => text.slice(FIRST_PART)),
    ]);
  }

  /** Texts of these kinds, in the order of the kinds, then of the file. */
  #of(...kinds: readonly string[]): string[] {
    return kinds.flatMap((wanted) =>
      this.#rows.filter(({ kind }) => kind === wanted).map(({ text }) => text),
    );
  }
}
