/** What is wrong with an address or a registered number, in one sentence. */
import type { AddressProblem } from '../domain/message/postal-address.ts';
import type { RegisteredNumberRefusal } from '../domain/message/registered-number.ts';
import { bilingual } from './bilingual.ts';

type Sentences = Readonly<Record<AddressProblem | RegisteredNumberRefusal, string>>;

export const letterProblemText = bilingual<Sentences>({
  fr: {
    address_missing: 'Aucune adresse postale n’est connue.',
    address_without_name: 'L’adresse n’a pas de destinataire.',
    address_without_postcode: 'Le code postal manque sur la dernière ligne.',
    address_postcode_short: 'Le code postal n’a que quatre chiffres : il a pu perdre son zéro.',
    address_without_town: 'La ville manque après le code postal.',
    address_without_street: 'L’adresse n’a ni rue ni boîte postale.',
    address_too_many_lines: 'L’adresse a plus de six lignes : celles du milieu ne s’impriment pas.',
    address_line_too_long: 'Une ligne dépasse 38 caractères, la limite de La Poste.',
    registered_number_empty: 'Entrez le numéro de recommandé.',
    registered_number_signs: 'Un numéro de recommandé n’a que des lettres et des chiffres.',
    registered_number_length: 'Un numéro de recommandé a de 11 à 15 caractères.',
    registered_number_key: 'La clé de ce numéro est fausse : une erreur de frappe ?',
  },
  en: {
    address_missing: 'No postal address is known.',
    address_without_name: 'The address has no addressee.',
    address_without_postcode: 'The postcode is missing on the last line.',
    address_postcode_short: 'The postcode has four digits only: it may have lost its zero.',
    address_without_town: 'The town is missing after the postcode.',
    address_without_street: 'The address has neither street nor PO box.',
    address_too_many_lines: 'The address has too many lines: those in the middle are not printed.',
    address_line_too_long: 'A line is longer than 38 signs, the limit of the French post.',
    registered_number_empty: 'Enter the registered number.',
    registered_number_signs: 'A registered number has letters and digits only.',
    registered_number_length: 'A registered number has 11 to 15 signs.',
    registered_number_key: 'The key of this number is wrong: a typing error?',
  },
});
