/**
 * The sentence of each refusal: what was refused, and what to do about it.
 *
 * The key is the code of the contract; a test holds this list to the contract's.
 */
import type { Language } from '../format/language.ts';
import type { Bilingual } from './bilingual.ts';

export const REFUSAL_SENTENCES = {
  siren_invalid: {
    fr: 'Ce numéro SIREN n’est pas valable. Vérifier les neuf chiffres.',
    en: 'This SIREN number is not valid. Check its nine digits.',
  },
  company_exists: {
    fr: 'Une société porte déjà ce SIREN. L’ouvrir depuis la liste des sociétés.',
    en: 'A company already has this SIREN. Open it from the list of companies.',
  },
  job_unknown: {
    fr: 'Ce traitement n’est plus connu de l’application. Le relancer.',
    en: 'The application no longer knows this task. Start it again.',
  },
  disk_full: {
    fr: 'La place manque sur le disque. Libérer de l’espace, puis recommencer.',
    en: 'The disk has no room left. Free some space, then try again.',
  },
  file_too_large: {
    fr: 'Ce fichier est trop volumineux. Choisir un fichier plus petit ou une période plus courte.',
    en: 'This file is too large. Choose a smaller file or a shorter period.',
  },
  files_one_at_a_time: {
    fr: 'Plusieurs fichiers à la fois : seulement des factures (PDF, XML, ZIP). Déposer les autres un par un.',
    en: 'Several files at once: invoices only (PDF, XML, ZIP). Drop the others one by one.',
  },
  files_too_many: {
    fr: 'Plus de 500 fichiers à la fois. Les réunir dans une archive ZIP, ou les déposer en plusieurs fois.',
    en: 'More than 500 files at once. Put them in a ZIP archive, or drop them in several goes.',
  },
  document_unknown: {
    fr: 'Ce document n’existe plus. Recharger la fiche du client.',
    en: 'This document no longer exists. Reload the customer’s file.',
  },
  document_too_large: {
    fr: 'Ce document dépasse 40 Mo. En garder une version plus légère.',
    en: 'This document is larger than 40 MB. Keep a lighter version of it.',
  },
  document_empty: {
    fr: 'Ce document est vide. Vérifier le choix du fichier.',
    en: 'This document is empty. Check the file chosen.',
  },
  einvoices_nothing_chosen: {
    fr: 'Aucun des fichiers choisis ne peut plus être rattaché. Relire l’aperçu.',
    en: 'None of the files chosen can be joined any more. Read the preview again.',
  },
  upload_unknown: {
    fr: 'Ce fichier n’est plus en attente. Le choisir à nouveau.',
    en: 'This file is no longer waiting. Choose it again.',
  },
  upload_incomplete: {
    fr: 'Le fichier n’est pas arrivé en entier. Le choisir à nouveau.',
    en: 'The file did not arrive whole. Choose it again.',
  },
  file_unknown: {
    fr: 'Ce document n’est plus disponible. Le produire à nouveau.',
    en: 'This document is no longer available. Make it again.',
  },
  backup_unknown: {
    fr: 'Cette sauvegarde n’existe plus. Recharger la liste des sauvegardes.',
    en: 'This backup no longer exists. Reload the list of backups.',
  },
  backup_not_a_ledger: {
    fr: 'Ce fichier n’est pas une sauvegarde d’Encours. Rien n’a été remplacé.',
    en: 'This file is not a backup of Encours. Nothing was replaced.',
  },
  backup_newer: {
    fr: 'Cette sauvegarde vient d’une version plus récente d’Encours. Mettre l’application à jour.',
    en: 'This backup comes from a newer version of Encours. Update the application.',
  },
  backup_damaged: {
    fr: 'Cette sauvegarde est abîmée et ne peut pas être restaurée. En choisir une autre.',
    en: 'This backup is damaged and can’t be restored. Choose another one.',
  },
  busy: {
    fr: 'Un import ou une restauration est en cours. Recommencer dès qu’il est terminé.',
    en: 'An import or a restore is running. Try again once it has ended.',
  },
  profile_invalid: {
    fr: 'Les colonnes choisies ne suffisent pas à lire ce fichier. Compléter la correspondance.',
    en: 'The chosen columns are not enough to read this file. Complete the mapping.',
  },
  staging_unknown: {
    fr: 'Cet aperçu n’est plus disponible. Choisir à nouveau le fichier.',
    en: 'This preview is no longer available. Choose the file again.',
  },
  guard_not_accepted: {
    fr: 'Un point de contrôle attend une réponse avant l’import. Rien n’a été importé.',
    en: 'A check must be answered before the import. Nothing was imported.',
  },
  import_unknown: {
    fr: 'Cet import n’existe plus. Recharger l’historique.',
    en: 'This import no longer exists. Reload the history.',
  },
  import_already_undone: {
    fr: 'Cet import est déjà annulé.',
    en: 'This import is already undone.',
  },
  later_import_restates: {
    fr: 'Un import plus récent reprend la même période. Annuler d’abord ce dernier.',
    en: 'A later import restates the same period. Undo that one first.',
  },
  nature_unknown: {
    fr: 'Cette nature de règlement n’existe pas. En choisir une dans la liste.',
    en: 'This kind of settlement does not exist. Choose one from the list.',
  },
  terms_invalid: {
    fr: 'Ces conditions de règlement ne se lisent pas. Écrire par exemple « 45 jours fin de mois ».',
    en: 'These payment terms can’t be read. Write for instance “45 jours fin de mois”.',
  },
  customer_unknown: {
    fr: 'Ce client n’existe pas dans cette société.',
    en: 'This customer does not exist in this company.',
  },
  movement_unknown: {
    fr: 'Ce mouvement de banque n’est plus là : son relevé a été annulé. Recharger la liste.',
    en: 'This movement of the bank is no longer there: its statement was undone. Reload the list.',
  },
  movement_is_debit: {
    fr: 'Ce mouvement est un débit : il ne règle aucune facture. Le traiter dans l’onglet Impayés.',
    en: 'This movement is a debit: it settles no invoice. Deal with it in the Returned tab.',
  },
  movement_is_credit: {
    fr: 'Ce mouvement est un encaissement, pas un impayé. Le traiter dans l’onglet À rapprocher.',
    en: 'This movement is a receipt, not a returned payment. Deal with it in the To match tab.',
  },
  allocation_above_item: {
    fr: 'Le montant affecté à une facture dépasse ce qui en reste dû. Le réduire au reste dû.',
    en: 'The amount set on an invoice exceeds what is still owed of it. Reduce it to what is owed.',
  },
  allocation_above_receipt: {
    fr: 'Les montants affectés dépassent l’encaissement. Les réduire à son montant.',
    en: 'The amounts set exceed the receipt. Reduce them to its amount.',
  },
  decision_unknown: {
    fr: 'Ce rapprochement n’existe pas. Recharger la liste des encaissements.',
    en: 'This match does not exist. Reload the list of receipts.',
  },
  receivable_unknown: {
    fr: 'Une des factures n’existe plus. Recharger la fiche du client.',
    en: 'One of the invoices no longer exists. Reload the customer file.',
  },
  receivable_settled: {
    fr: 'Une des factures est déjà soldée. La décocher.',
    en: 'One of the invoices is already settled. Untick it.',
  },
  promise_in_the_past: {
    fr: 'La date de la promesse est passée. Choisir aujourd’hui ou un jour à venir.',
    en: 'The day of the promise is past. Choose today or a day to come.',
  },
  currencies_mixed: {
    fr: 'Les factures cochées sont en plusieurs devises. N’en cocher que d’une seule devise.',
    en: 'The ticked invoices are in several currencies. Tick those of one currency only.',
  },
  exceeds_outstanding: {
    fr: 'Le montant dépasse ce qui reste dû sur les factures cochées. Le réduire ou cocher d’autres factures.',
    en: 'The amount exceeds what is still due on the ticked invoices. Lower it or tick others.',
  },
  delay_cause_unknown: {
    fr: 'Cette cause de retard n’est plus notée. Recharger la fiche du client.',
    en: 'This cause of delay is no longer noted. Reload the customer file.',
  },
  call_unknown: {
    fr: 'Cet appel n’est pas dans le journal.',
    en: 'This call is not in the log.',
  },
  too_late_to_undo: {
    fr: 'Il est trop tard pour annuler : d’autres actions s’appuient sur celle-ci.',
    en: 'It is too late to undo: other actions build on this one.',
  },
  promise_unknown: {
    fr: 'Cette promesse n’existe plus. Recharger la fiche du client.',
    en: 'This promise no longer exists. Reload the customer file.',
  },
  review_in_the_past: {
    fr: 'La date de revue est passée. Choisir un jour à venir.',
    en: 'The review day is past. Choose a day to come.',
  },
  hold_unknown: {
    fr: 'Cet arrêt n’existe plus. Recharger la fiche du client.',
    en: 'This stop no longer exists. Reload the customer file.',
  },
  dispute_unknown: {
    fr: 'Ce litige n’existe plus. Recharger la fiche du client.',
    en: 'This dispute no longer exists. Reload the customer file.',
  },
  credit_missing: {
    fr: 'Le montant de l’avoir accordé manque. Indiquer la part du litige qui est accordée.',
    en: 'The amount of the credit note is missing. Give the part of the dispute that is granted.',
  },
  credit_exceeds_dispute: {
    fr: 'L’avoir couvre tout le litige. Choisir « avoir accordé » ou réduire son montant.',
    en: 'The credit note covers the whole dispute. Choose “credit note granted” or reduce it.',
  },
  agreement_unknown: {
    fr: 'Cet accord n’existe plus. Recharger la liste des accords.',
    en: 'This agreement no longer exists. Reload the list of agreements.',
  },
  step_not_possible: {
    fr: 'L’accord n’en est plus là. Recharger la liste pour voir où il en est.',
    en: 'The agreement has moved on. Reload the list to see where it stands.',
  },
  already_in_agreement: {
    fr: 'Une pièce cochée est déjà sous un accord en cours. La décocher, ou mettre fin à l’accord.',
    en: 'A ticked item is already under a running agreement. Untick it, or end that agreement.',
  },
  part_in_the_past: {
    fr: 'Une date de l’accord est passée. Choisir des dates à venir.',
    en: 'A day of the agreement is past. Choose days to come.',
  },
  parts_out_of_order: {
    fr: 'Les parts ne sont pas dans l’ordre de leurs dates. Une part par date, de la première à la dernière.',
    en: 'The parts are not in the order of their days. One part a day, from the first to the last.',
  },
  parts_not_the_sum: {
    fr: 'Les parts ne font pas le total des pièces cochées. Corriger un montant.',
    en: 'The parts do not sum to the ticked items. Correct an amount.',
  },
  settlement_not_below: {
    fr: 'Un solde convenu est une seule somme, inférieure au total des pièces. Corriger le montant.',
    en: 'A settlement is one amount, below the total of the items. Correct the amount.',
  },
  subject_unknown: {
    fr: 'Cette promesse ou ce litige n’est plus en cours. Recharger la liste.',
    en: 'This promise or dispute no longer stands. Reload the list.',
  },
  contact_unknown: {
    fr: 'Ce contact n’existe plus. Recharger la fiche du client.',
    en: 'This contact no longer exists. Reload the customer file.',
  },
  payer_is_self: {
    fr: 'Un client ne peut pas être son propre tiers payeur.',
    en: 'A customer can’t be its own payer.',
  },
  forecast_frozen: {
    fr: 'La prévision de cette semaine est déjà figée. La prochaine le sera lundi.',
    en: 'The forecast of this week is already frozen. The next one will be on Monday.',
  },
  forecast_computing: {
    fr: 'La prévision est en cours de calcul. Recommencer dans un instant.',
    en: 'The forecast is being computed. Try again in a moment.',
  },
  nothing_to_freeze: {
    fr: 'Rien n’est ouvert : aucune prévision à figer. Importer d’abord un fichier.',
    en: 'Nothing is open: there is no forecast to freeze. Import a file first.',
  },
  expected_in_the_past: {
    fr: 'Ce jour est passé. Choisir aujourd’hui ou un jour à venir.',
    en: 'This day is past. Choose today or a day to come.',
  },
  period_reversed: {
    fr: 'Le dernier jour précède le premier. Corriger la période.',
    en: 'The last day comes before the first. Correct the period.',
  },
  event_unknown: {
    fr: 'Cet événement n’existe plus. Recharger la prévision.',
    en: 'This event no longer exists. Reload the forecast.',
  },
  due_before_document: {
    fr: 'L’échéance précède la date de la facture. Choisir un jour plus tardif.',
    en: 'The due date comes before the invoice date. Choose a later day.',
  },
  task_unknown: {
    fr: 'Cette tâche n’existe plus. Recharger la liste.',
    en: 'This task no longer exists. Reload the list.',
  },
  iban_invalid: {
    fr: 'Cet IBAN n’est pas valable. Vérifier chaque caractère sur le relevé de la banque.',
    en: 'This IBAN is not valid. Check each character against the bank’s statement.',
  },
  bic_invalid: {
    fr: 'Ce BIC n’est pas valable. Il a 8 ou 11 caractères.',
    en: 'This BIC is not valid. It has 8 or 11 characters.',
  },
  brackets_not_increasing: {
    fr: 'Les tranches doivent aller en croissant, par exemple 30, 60, 90.',
    en: 'Brackets must increase, for instance 30, 60, 90.',
  },
  weights_out_of_range: {
    fr: 'Un poids du classement est hors de ses limites. Corriger le champ, ou revenir aux valeurs d’origine.',
    en: 'A weight of the ranking is out of its limits. Correct the field, or go back to the original values.',
  },
  logo_not_an_image: {
    fr: 'Ce fichier n’est pas une image PNG ou JPEG.',
    en: 'This file is not a PNG or JPEG picture.',
  },
  view_unknown: {
    fr: 'Cette vue enregistrée n’existe plus.',
    en: 'This saved view no longer exists.',
  },
  scenario_unknown: {
    fr: 'Ce scénario n’existe plus. Recharger la liste des scénarios.',
    en: 'This scenario no longer exists. Reload the list of scenarios.',
  },
  scenario_invalid: {
    fr: 'Ce scénario ne peut pas servir en l’état. Corriger ce qui est signalé.',
    en: 'This scenario can’t be used as it stands. Correct what is pointed out.',
  },
  scenario_in_use: {
    fr: 'Des clients suivent ce scénario. Les affecter d’abord à un autre.',
    en: 'Customers follow this scenario. Assign them to another one first.',
  },
  scenario_unreadable: {
    fr: 'Ce fichier n’est pas un scénario. Choisir un fichier exporté d’Encours.',
    en: 'This file is not a scenario. Choose a file exported from Encours.',
  },
  rules_invalid: {
    fr: 'Deux règles ont les mêmes critères : la seconde ne servirait jamais. En changer une.',
    en: 'Two rules have the same criteria: the second would never serve. Change one of them.',
  },
  nothing_open: {
    fr: 'Ce client n’a rien d’ouvert dont un message puisse parler. En choisir un autre.',
    en: 'This customer has nothing open that a message could speak of. Choose another one.',
  },
  template_unknown: {
    fr: 'Ce modèle n’existe plus. Recharger la liste des modèles.',
    en: 'This template no longer exists. Reload the list of templates.',
  },
  template_invalid: {
    fr: 'Ce modèle ne peut pas servir en l’état. Corriger ce qui est signalé.',
    en: 'This template can’t be used as it stands. Correct what is pointed out.',
  },
  template_in_use: {
    fr: 'Un scénario emploie ce modèle. Choisir d’abord un autre modèle dans ce scénario.',
    en: 'A scenario uses this template. Choose another template in that scenario first.',
  },
  client_missing: {
    fr: 'L’identifiant de l’application inscrite manque. Le saisir, enregistrer, puis demander l’accord.',
    en: 'The identifier of the registered application is missing. Type it, save, then ask for the consent.',
  },
  mail_not_set: {
    fr: 'Le serveur d’envoi ou l’adresse d’expéditeur manque. Compléter Réglages › E-mail.',
    en: 'The sending server or the sender’s address is missing. Complete Settings › E-mail.',
  },
  mail_unreadable: {
    fr: 'Ce fichier n’est pas un courriel. Déposer un fichier .eml ou .msg, ou coller le texte.',
    en: 'This file is not an e-mail. Drop an .eml or .msg file, or paste the text.',
  },
  mail_empty: {
    fr: 'Aucun texte à lire. Déposer un courriel ou coller son texte.',
    en: 'There is no text to read. Drop an e-mail or paste its text.',
  },
  mail_unknown: {
    fr: 'Ce courriel ne figure plus parmi ceux à attribuer. Recharger la liste des réponses.',
    en: 'This e-mail is no longer among those to attribute. Reload the list of replies.',
  },
  reply_unknown: {
    fr: 'Cette réponse n’existe plus. Recharger la fiche du client.',
    en: 'This reply no longer exists. Reload the customer file.',
  },
  notice_unknown: {
    fr: 'Ce message n’existe pas dans la boîte d’envoi. La recharger.',
    en: 'This message is not in the outbox. Reload it.',
  },
  file_missing: {
    fr: 'Le fichier n’est plus sur le disque ou a été modifié.',
    en: 'The file is no longer on the disk, or was changed.',
  },
  address_unknown: {
    fr: 'Cette adresse n’est pas parmi celles qui refusent. Recharger la liste.',
    en: 'This address is not among those that refuse. Reload the list.',
  },
  sending_locked: {
    fr: 'Rien ne peut partir pour le moment. Lire les conditions d’envoi dans Relances.',
    en: 'Nothing can leave for now. Read the sending conditions in Reminders.',
  },
  folder_missing: {
    fr: 'Ce dossier n’existe pas ou ne peut pas être lu. Saisir son chemin complet.',
    en: 'This folder does not exist or can’t be read. Type its full path.',
  },
  hours_reversed: {
    fr: 'La fin des envois précède leur début. Corriger les heures.',
    en: 'Sending ends before it begins. Correct the hours.',
  },
  pause_reversed: {
    fr: 'Une pause se termine avant de commencer. Corriger ses dates.',
    en: 'A pause ends before it begins. Correct its dates.',
  },
  closure_reversed: {
    fr: 'Une fermeture se termine avant de commencer. Corriger ses dates.',
    en: 'A closure ends before it begins. Correct its dates.',
  },
  levels_not_increasing: {
    fr: 'Les niveaux de départ doivent aller en croissant, en jours comme en gravité.',
    en: 'Starting levels must increase, in days as in gravity.',
  },
  segments_reversed: {
    fr: 'Le seuil du mauvais payeur doit être au moins celui du bon payeur.',
    en: 'The threshold of a chronic payer must be at least that of a good one.',
  },
  score_weights_wrong: {
    fr: 'Les poids du score doivent faire 100, et la dérive peser au plus autant que le retard moyen.',
    en: 'The weights of the score must make 100, and the drift weigh at most as much as the average delay.',
  },
  risk_scores_reversed: {
    fr: 'Le score d’un risque élevé doit être au plus celui d’un risque faible.',
    en: 'The score of a high risk must be at most that of a low one.',
  },
  mark_value_wrong: {
    fr: 'Cette valeur ne va pas avec cette marque. Choisir un segment, un risque ou la vigilance.',
    en: 'This value does not go with this mark. Choose a segment, a risk or the watch.',
  },
  guarantee_reversed: {
    fr: 'La garantie finit avant de commencer. Corriger ses dates.',
    en: 'The guarantee ends before it begins. Correct its dates.',
  },
  checked_in_the_future: {
    fr: 'Cette date est à venir. Donner le jour où cela a été lu ou accepté.',
    en: 'This day is still to come. Give the day on which it was read or accepted.',
  },
  payer_fact_unknown: {
    fr: 'Cette mention n’existe plus ou a déjà pris fin. Relire la fiche du client.',
    en: 'This entry no longer exists or has ended already. Look at the customer file again.',
  },
  mail_unencrypted: {
    fr: 'Sans chiffrement, le mot de passe se lirait sur le réseau. Choisir STARTTLS ou TLS.',
    en: 'Without encryption the password could be read on the network. Choose STARTTLS or TLS.',
  },
  sender_twice: {
    fr: 'Deux collaborateurs ont le même identifiant. En renommer un.',
    en: 'Two people have the same identifier. Rename one of them.',
  },
  sender_unknown: {
    fr: 'Le signataire par défaut n’est plus dans l’équipe. En choisir un autre.',
    en: 'The default signatory is no longer in the team. Choose another one.',
  },
  rate_missing: {
    fr: 'Le taux contractuel manque. Le saisir, ou choisir un taux de la loi.',
    en: 'The contractual rate is missing. Type it, or choose a rate of the law.',
  },
  shown_after_claimed: {
    fr: 'Les pénalités ne peuvent pas être réclamées avant d’être annoncées. Corriger les niveaux.',
    en: 'Late charges can’t be claimed before they are announced. Correct the levels.',
  },
  month_to_come: {
    fr: 'Ce mois n’a pas commencé.',
    en: 'This month has not begun.',
  },
  no_objective_for_part: {
    fr: 'Cet indicateur est celui de la société entière.',
    en: 'This indicator is that of the whole company.',
  },
  semester_to_come: {
    fr: 'Ce semestre n’a pas commencé : son taux n’est pas publié.',
    en: 'This half-year has not begun: its rate is not published.',
  },
  not_planned: {
    fr: 'Ce n’est plus prévu aujourd’hui : la situation a changé. Recharger la liste.',
    en: 'This is no longer planned today: the situation has changed. Reload the list.',
  },
  phone_invalid: {
    fr: 'Ce n’est pas un numéro de téléphone. Le corriger, par exemple 06 12 34 56 78.',
    en: 'This is not a telephone number. Correct it, for instance 06 12 34 56 78.',
  },
  amount_to_unnamed: {
    fr: 'Un montant ne part que vers le numéro d’une personne connue. Choisir un contact, ou le texte sans montant.',
    en: 'An amount only goes to the number of a person known. Choose a contact, or the text without amount.',
  },
  gateway_missing: {
    fr: 'Aucune passerelle SMS n’est réglée. Copier le texte, ou la régler dans Réglages, Appels.',
    en: 'No SMS gateway is set. Copy the text, or set one in Settings, Calls.',
  },
  gateway_invalid: {
    fr: 'L’adresse de la passerelle doit contenir {numero} et être une adresse : {numero}@sms.exemple.fr.',
    en: 'The address of the gateway must hold {numero} and be an address: {numero}@sms.example.com.',
  },
  sending_refused: {
    fr: 'Le serveur de courriel n’a pas pris le message : rien n’est parti. Vérifier l’adresse et le compte.',
    en: 'The mail server did not take the message: nothing left. Check the address and the account.',
  },
  block_unknown: {
    fr: 'Ce blocage est déjà levé. Recharger la liste.',
    en: 'This block is already released. Reload the list.',
  },
  rep_without_address: {
    fr: 'Ce commercial n’a pas d’adresse. Lui donner la liste à la main, ou l’ajouter dans Réglages, Équipe.',
    en: 'This sales rep has no address. Hand the list over, or add him in Settings, Team.',
  },
  input_invalid: {
    fr: 'Une des valeurs saisies n’est pas acceptée. Vérifier le formulaire.',
    en: 'One of the values typed is not accepted. Check the form.',
  },
  company_unknown: {
    fr: 'Cette société n’existe pas sur cet ordinateur. En choisir une autre.',
    en: 'This company does not exist on this computer. Choose another one.',
  },
  body_too_large: {
    fr: 'La demande est trop volumineuse. La faire en plusieurs fois.',
    en: 'The request is too large. Make it in several parts.',
  },
  ledger_newer: {
    fr: 'Les comptes de cette société viennent d’une version plus récente d’Encours. Mettre l’application à jour.',
    en: 'The ledger of this company comes from a newer version of Encours. Update the application.',
  },
  not_a_ledger: {
    fr: 'Le fichier de cette société n’est pas un fichier d’Encours. Restaurer une sauvegarde.',
    en: 'The file of this company is not one of Encours. Restore a backup.',
  },
  ledger_damaged: {
    fr: 'Le fichier de cette société est abîmé. Restaurer la dernière sauvegarde.',
    en: 'The file of this company is damaged. Restore the latest backup.',
  },
  nothing_approved: {
    fr: 'Aucun de ces messages n’est plus à envoyer. Relire la liste du jour.',
    en: 'None of these messages is to be sent any more. Read the list of the day again.',
  },
  stale_data: {
    fr: 'La banque est trop ancienne pour relancer. Importer les derniers règlements, ou donner une raison.',
    en: 'The bank is too old to chase anybody. Import the last receipts, or give a reason.',
  },
  reason_missing: {
    fr: 'Une raison est attendue. L’écrire en quelques mots.',
    en: 'A reason is expected. Write it in a few words.',
  },
  verdict_not_soft: {
    fr: 'Ce qui retient cette relance ne se lève pas. Traiter d’abord la cause affichée.',
    en: 'What holds this reminder cannot be lifted. Deal with the cause shown first.',
  },
  notice_moved: {
    fr: 'Ce message n’est plus dans cet état. Relire la boîte d’envoi.',
    en: 'This message is no longer in that state. Read the outbox again.',
  },
  batch_unknown: {
    fr: 'Ce lot de courriers n’existe pas. Relire la liste des lots.',
    en: 'This batch of letters does not exist. Read the list of batches again.',
  },
  number_invalid: {
    fr: 'Ce numéro de recommandé n’est pas valable. Le relire sur l’étiquette.',
    en: 'This registered number is not valid. Read it again on the label.',
  },
  number_missing: {
    fr: 'Un recommandé n’a pas encore son numéro. Le saisir avant de confirmer le dépôt.',
    en: 'A registered letter has no number yet. Type it before confirming the posting.',
  },
  posted_in_the_future: {
    fr: 'Le jour du dépôt est à venir. Donner le jour où les courriers ont été postés.',
    en: 'The day of posting is ahead. Give the day on which the letters were posted.',
  },
  alert_unknown: {
    fr: 'Cette alerte ne tient plus. Relire la liste des alertes.',
    en: 'This alert no longer stands. Read the list of alerts again.',
  },
  alert_rule_unknown: {
    fr: 'Cette règle d’alerte n’existe plus. Relire la liste des règles.',
    en: 'This alert rule no longer exists. Read the list of rules again.',
  },
  alert_rule_empty: {
    fr: 'Cette règle ne dit pas quoi surveiller. Ajouter un critère autre qu’un profil, un commercial ou une agence.',
    en: 'This rule does not say what to watch. Add a criterion other than a profile, a sales rep or a branch.',
  },
  session_lost: {
    fr: 'Cette fenêtre n’est plus reliée à l’application. La rouvrir depuis Encours.',
    en: 'This window is no longer linked to the application. Open it again from Encours.',
  },
} as const satisfies Record<string, Bilingual<string>>;

export type RefusalCode = keyof typeof REFUSAL_SENTENCES;

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(REFUSAL_SENTENCES, code);

/** The sentence of a code; null for one that has none here (problems of files have their own). */
export function refusalSentence(code: string, language: Language): string | null {
  return isKnown(code) ? REFUSAL_SENTENCES[code][language] : null;
}
