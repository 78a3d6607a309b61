/** Whether a contact is somebody who can be greeted by his name, or the name of a department. */
const WORDS = [
  'services?|comptabilit[ée]s?|compta|direction|accueil|secr[ée]tariat|facturation',
  'fournisseurs|achats|p[ôo]le|d[ée]partement',
  'accounts?|accounting|billing|finances?|purchasing|reception',
];
const DEPARTMENT = new RegExp(`^(?:le |la )?(?:${WORDS.join('|')})(?!\\p{L})`, 'iu');

/** « Bonjour Service comptable » reads like a machine: a department is greeted as nobody is. */
export function isPersonName(name: string): boolean {
  const words = name.replace(/[\u200b-\u200d\ufeff]/gu, '').trim();
  return words !== '' && !DEPARTMENT.test(words);
}
