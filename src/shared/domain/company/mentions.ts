/**
 * What a French business letter or e-mail states of the company that writes (C. com. R123-237 and
 * R123-238): name, form and share capital together, seat, SIREN with the town of the register, and
 * by custom the VAT number. What was not filled in is left out.
 */

/** The identity as the settings hold it. */
export interface StatedIdentity {
  readonly name: string;
  readonly legalForm: string;
  /** « 150 000 € ». */
  readonly capital: string;
  readonly siren: string;
  readonly registryTown: string;
  readonly vatNumber: string;
}

/** The mentions on one line; `addressLines` is the seat, where it stands nowhere else. */
export function companyMentions(
  identity: StatedIdentity,
  addressLines: readonly string[] = [],
): string {
  const { name, legalForm, capital, siren, registryTown, vatNumber } = identity;
  const form = [legalForm, capital === '' ? '' : `au capital de ${capital}`];
  const parts = [
    joined([name, joined(form, ' ')], ', '),
    joined(addressLines, ', '),
    siren === ''
      ? ''
      : joined([`SIREN ${groupsOf(siren)}`, registryTown && `RCS ${registryTown}`], ' '),
    vatNumber === '' ? '' : `TVA ${vatNumber}`,
  ];
  return joined(parts, ' · ');
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

function groupsOf(siren: string): string {
  return siren.replace(/\d{3}(?=\d)/gu, '$&\u00a0');
}
