/**
 * The sentence of each problem of a template: what is wrong, and what to do about it.
 *
 * `{value}` is the name, tag or words in question; line and column stand beside on screen.
 */
import type { TemplateProblem, TemplateProblemCode } from '../domain/message/template-problem.ts';
import type { Language } from '../format/language.ts';
import type { Bilingual } from './bilingual.ts';

export const TEMPLATE_PROBLEM_SENTENCES: Readonly<Record<TemplateProblemCode, Bilingual<string>>> =
  {
    subject_empty: {
      fr: 'L’objet est vide. Écrire l’objet du message.',
      en: 'The subject is empty. Write the subject of the message.',
    },
    body_empty: {
      fr: 'Le texte est vide. Écrire le message.',
      en: 'The text is empty. Write the message.',
    },
    subject_too_long: {
      fr: 'L’objet est trop long. Le ramener à une ligne courte.',
      en: 'The subject is too long. Bring it down to a short line.',
    },
    body_too_long: {
      fr: 'Le texte dépasse 20 000 signes. Le raccourcir.',
      en: 'The text is longer than 20,000 signs. Shorten it.',
    },
    subject_many_lines: {
      fr: 'L’objet tient sur une seule ligne. Enlever le retour à la ligne.',
      en: 'The subject is a single line. Remove the line break.',
    },
    syntax: {
      fr: 'Ceci ne se lit pas : « {value} ». Vérifier les accolades et les {% if %} … {% endif %}.',
      en: 'This can’t be read: “{value}”. Check the braces and the {% if %} … {% endif %}.',
    },
    tag_forbidden: {
      fr: 'L’instruction « {value} » n’est pas permise. Seules le sont if, unless, else et comment.',
      en: 'The tag “{value}” is not allowed. Only if, unless, else and comment are.',
    },
    filter_forbidden: {
      fr: 'Le filtre « {value} » n’est pas permis. Seuls le sont default et upcase.',
      en: 'The filter “{value}” is not allowed. Only default and upcase are.',
    },
    too_many_tags: {
      fr: 'Le modèle a trop d’instructions. Le partager en plusieurs modèles.',
      en: 'The template has too many tags. Split it into several templates.',
    },
    nesting_too_deep: {
      fr: 'Trop de conditions sont emboîtées. Les mettre à la suite.',
      en: 'Too many conditions stand inside one another. Put them one after the other.',
    },
    placeholder_unknown: {
      fr: 'Le champ {{value}} n’existe pas. Le choisir dans la liste des champs.',
      en: 'The field {{value}} does not exist. Choose it from the list of fields.',
    },
    condition_in_text: {
      fr: 'Le champ {{value}} est vrai ou faux. L’employer dans {% if {value} %}.',
      en: 'The field {{value}} is true or false. Use it in {% if {value} %}.',
    },
    block_in_condition: {
      fr: 'Le bloc {{value}} ne peut pas être une condition. Tester un champ.',
      en: 'The block {{value}} can’t be a condition. Test a field.',
    },
    block_in_subject: {
      fr: 'Le bloc {{value}} ne va pas dans l’objet. Y mettre un champ, {total_du} par exemple.',
      en: 'The block {{value}} does not go into the subject. Put a field there, such as {total_du}.',
    },
    block_inside_text: {
      fr: 'Le bloc {{value}} doit être seul sur sa ligne.',
      en: 'The block {{value}} must be alone on its line.',
    },
    formal_notice_title: {
      fr: 'L’objet doit porter « MISE EN DEMEURE », en capitales.',
      en: 'The subject must say “FORMAL NOTICE”, in capitals.',
    },
    formal_notice_origin: {
      fr: 'La mise en demeure doit dire d’où vient la créance. Ajouter {origine}.',
      en: 'The formal notice must say where the claim comes from. Add {origine}.',
    },
    formal_notice_items: {
      fr: 'La mise en demeure doit lister les factures. Ajouter {tableau}.',
      en: 'The formal notice must list the invoices. Add {tableau}.',
    },
    formal_notice_charges: {
      fr: 'La mise en demeure doit chiffrer pénalités et indemnités, avec leur texte. Ajouter {decompte}.',
      en: 'The formal notice must state interest and compensation, with their law. Add {decompte}.',
    },
    formal_notice_total: {
      fr: 'La mise en demeure doit dire la somme totale. Ajouter {total_general}.',
      en: 'The formal notice must state the total. Add {total_general}.',
    },
    formal_notice_deadline: {
      fr: 'La mise en demeure doit donner un délai compté de la réception. Écrire « dans un délai de {delai_jours} jours à compter de la première présentation de cette lettre ».',
      en: 'The formal notice must give a deadline counted from receipt. Write “within {delai_jours} days of its first presentation”.',
    },
    formal_notice_means_of_payment: {
      fr: 'La mise en demeure doit dire comment payer. Ajouter {coordonnees_bancaires}.',
      en: 'The formal notice must say how to pay. Add {coordonnees_bancaires}.',
    },
    formal_notice_consequence: {
      fr: 'La mise en demeure doit annoncer la suite en justice. Nommer la procédure ou la juridiction.',
      en: 'The formal notice must announce court action. Name the proceedings or the court.',
    },
    formal_notice_article: {
      fr: 'Il manque « mise en demeure au sens de l’article 1344 du code civil ».',
      en: 'It lacks “formal notice within the meaning of article 1344 of the French Civil Code”.',
    },
    formal_notice_dispute_channel: {
      fr: 'La mise en demeure doit dire à qui contester ou trouver un accord. Ajouter une phrase avec {tel} ou {email}.',
      en: 'The formal notice must say how to dispute or settle. Add a sentence with {tel} or {email}.',
    },
    formal_notice_signature: {
      fr: 'La mise en demeure doit être signée. Ajouter {signature}.',
      en: 'The formal notice must be signed. Add {signature}.',
    },
    formal_notice_enclosures: {
      fr: 'La mise en demeure doit nommer ses pièces jointes. Ajouter {pieces_jointes}.',
      en: 'The formal notice must name its enclosures. Add {pieces_jointes}.',
    },
    consumer_penalties: {
      fr: 'Un particulier ne doit ni pénalités de retard ni indemnité de 40 €. Enlever cette mention.',
      en: 'A consumer owes neither late-payment penalties nor the €40. Remove that mention.',
    },
    language_differs: {
      fr: 'Ce modèle n’est pas dans la langue du client. Choisir l’autre langue.',
      en: 'This template is not in the customer’s language. Choose the other language.',
    },
    value_missing: {
      fr: 'Le champ {{value}} n’a pas de valeur pour ce client. Le compléter, ou l’encadrer par {% if {value} %}.',
      en: 'The field {{value}} has no value for this customer. Fill it in, or put it inside {% if {value} %}.',
    },
    output_too_long: {
      fr: 'Le message écrit est trop long. Raccourcir le modèle.',
      en: 'The message once written is too long. Shorten the template.',
    },
  };

/** What is wrong, with the words in question. */
export function templateProblemSentence(problem: TemplateProblem, language: Language): string {
  const sentence = TEMPLATE_PROBLEM_SENTENCES[problem.code][language];
  return sentence.replaceAll('{value}', () => problem.value);
}
