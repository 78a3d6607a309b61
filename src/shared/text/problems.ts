/**
 * The sentence of each problem of a file: what is wrong, and what to do about it.
 *
 * The key is the code of a `FileProblem`, or of the refusal of a whole file. Line, column and
 * value stand beside the sentence on screen; `{value}` and `{column}` also put them inside it.
 */
import type { Language } from '../format/language.ts';
import type { Bilingual } from './bilingual.ts';

export const PROBLEM_SENTENCES = {
  file_empty: {
    fr: 'Ce fichier est vide. Refaire l’export depuis le logiciel de comptabilité.',
    en: 'This file is empty. Export it again from the accounting package.',
  },
  file_without_lines: {
    fr: 'Ce fichier n’a que ses titres de colonnes, aucune écriture. Vérifier la période de l’export.',
    en: 'This file has column titles and no entry. Check the period of the export.',
  },
  file_pdf: {
    fr: 'Ce fichier est un PDF, fait pour être lu ou imprimé. Exporter le FEC (fichier texte) ou un tableau Excel.',
    en: 'This file is a PDF, made for reading or printing. Export the FEC (a text file) or an Excel sheet.',
  },
  file_zip: {
    fr: 'Ce fichier est une archive compressée. L’ouvrir, puis importer le fichier qu’elle contient.',
    en: 'This file is a compressed archive. Open it, then import the file inside.',
  },
  file_workbook_old: {
    fr: 'Ce classeur est à l’ancien format d’Excel (.xls). L’enregistrer au format .xlsx, puis l’importer.',
    en: 'This workbook has the old Excel format (.xls). Save it as .xlsx, then import it.',
  },
  file_binary: {
    fr: 'Ce fichier n’est pas un fichier de texte. Choisir l’export du logiciel de comptabilité.',
    en: 'This is not a text file. Choose the export of the accounting package.',
  },
  file_too_large: {
    fr: 'Ce fichier est trop volumineux pour cette sorte d’export. Choisir une période plus courte, ou le FEC.',
    en: 'This file is too large for this kind of export. Choose a shorter period, or the FEC.',
  },
  file_not_recognised: {
    fr: 'Ce fichier n’est d’aucune sorte connue. Choisir un FEC, un tableau CSV ou Excel, ou un relevé de banque.',
    en: 'This file is of no known kind. Choose a FEC, a CSV or Excel table, or a bank statement.',
  },
  fec_not_recognised: {
    fr: 'La première ligne n’est pas celle d’un FEC : les colonnes JournalCode, EcritureDate, CompteNum n’y sont pas. Vérifier le choix du fichier.',
    en: 'The first line is not that of a FEC: the columns JournalCode, EcritureDate, CompteNum are not there. Check the file chosen.',
  },
  fec_header_missing: {
    fr: 'Les écritures commencent dès la première ligne : il manque la ligne des titres de colonnes. Refaire l’export avec les titres, ou l’ajouter en tête du fichier.',
    en: 'Entries begin on the first line: the line of column titles is missing. Export again with titles, or add it at the top of the file.',
  },
  fec_columns_missing: {
    fr: 'Il manque au FEC : {value}. Refaire l’export avec les 18 colonnes de la loi.',
    en: 'The FEC lacks: {value}. Export it again with the 18 columns of the law.',
  },
  encoding_unknown: {
    fr: 'Les lettres de ce fichier ne se lisent dans aucun encodage connu. Refaire l’export en UTF-8 ou en Windows-1252.',
    en: 'The letters of this file can’t be read in any known encoding. Export it again in UTF-8 or Windows-1252.',
  },
  line_too_long: {
    fr: 'À partir de la ligne {value}, le fichier n’a plus de fins de ligne. Il est abîmé : refaire l’export.',
    en: 'From line {value} on, the file has no more line ends. It is damaged: export it again.',
  },
  cancelled: {
    fr: 'La lecture a été arrêtée. Rien n’a été importé.',
    en: 'The reading was stopped. Nothing was imported.',
  },
  isa_not_recognised: {
    fr: 'Ce fichier .isa ne commence pas comme un export d’Isacompta. Vérifier le choix du fichier.',
    en: 'This .isa file does not begin as an Isacompta export. Check the file chosen.',
  },
  isa_version: {
    fr: 'Cet export d’Isacompta est d’une version trop ancienne ({value}). Exporter le FEC à la place.',
    en: 'This Isacompta export is of a version too old ({value}). Export the FEC instead.',
  },
  edi_not_recognised: {
    fr: 'Ce fichier .edi ne commence pas comme un export d’EBP. Vérifier le choix du fichier.',
    en: 'This .edi file does not begin as an EBP export. Check the file chosen.',
  },
  pdf_encrypted: {
    fr: 'Ce PDF est protégé par un mot de passe. Demander la facture sans protection, ou son fichier XML.',
    en: 'This PDF is protected by a password. Ask for the invoice without protection, or for its XML file.',
  },
  pdf_damaged: {
    fr: 'Ce PDF est abîmé : rien ne peut en être lu. Le télécharger à nouveau là où il a été émis.',
    en: 'This PDF is damaged: nothing in it can be read. Download it again where it was issued.',
  },
  pdf_too_large: {
    fr: 'Ce PDF est trop volumineux pour être ouvert (40 Mo au plus). Choisir la facture seule.',
    en: 'This PDF is too large to be opened (40 MB at most). Choose the invoice alone.',
  },
  pdf_without_einvoice: {
    fr: 'Ce PDF ne contient pas de facture électronique : ce n’est pas un Factur-X. Il peut être joint à sa facture par son numéro.',
    en: 'This PDF holds no electronic invoice: it is no Factur-X. It can be attached to its invoice by its number.',
  },
  pdf_attachment_unreadable: {
    fr: 'Le fichier « {value} » contenu dans ce PDF ne s’ouvre pas. Demander le fichier XML de la facture.',
    en: 'The file “{value}” inside this PDF can’t be opened. Ask for the XML file of the invoice.',
  },
  einvoice_archive_empty: {
    fr: 'Cette archive ne contient ni PDF ni XML. Vérifier le choix du fichier.',
    en: 'This archive holds neither PDF nor XML. Check the file chosen.',
  },
  einvoice_archive_damaged: {
    fr: 'Ce fichier de l’archive ne s’ouvre pas : elle est abîmée, protégée ou trop grande. L’ouvrir et déposer les factures elles-mêmes.',
    en: 'This file of the archive can’t be opened: it is damaged, protected or too large. Unpack it and drop the invoices themselves.',
  },
  einvoice_not_recognised: {
    fr: 'Ce fichier XML n’est ni une facture CII ni une facture UBL : il commence par « {value} ». Vérifier le choix du fichier.',
    en: 'This XML file is neither a CII nor a UBL invoice: it begins with “{value}”. Check the file chosen.',
  },
  einvoice_zugferd_1: {
    fr: 'Cette facture est au format ZUGFeRD 1, remplacé en 2018 et qui n’est pas lu. Demander un Factur-X.',
    en: 'This invoice has the ZUGFeRD 1 format, replaced in 2018, which is not read. Ask for a Factur-X.',
  },
  einvoice_number_missing: {
    fr: 'Cette facture électronique n’a pas de numéro (BT-1). La demander complète à qui l’a émise.',
    en: 'This electronic invoice has no number (BT-1). Ask whoever issued it for a complete one.',
  },
  einvoice_date_missing: {
    fr: 'Cette facture électronique n’a pas de date qui se lise (BT-2) : « {value} ». La demander complète à qui l’a émise.',
    en: 'This electronic invoice has no date that can be read (BT-2): “{value}”. Ask whoever issued it for a complete one.',
  },
  einvoice_total_missing: {
    fr: 'La facture électronique {value} n’a pas de total TTC qui se lise (BT-112). La demander complète à qui l’a émise.',
    en: 'The electronic invoice {value} has no total with VAT that can be read (BT-112). Ask whoever issued it for a complete one.',
  },
  einvoice_proforma: {
    fr: 'Le document {value} est une facture pro forma : rien n’est dû. Choisir la facture définitive.',
    en: 'The document {value} is a pro forma invoice: nothing is owed. Choose the final invoice.',
  },
  einvoice_amount_unreadable: {
    fr: 'Le montant « {value} » ({column}) ne se lit pas : la norme veut un point décimal et aucun séparateur. La facture est lue sans lui.',
    en: 'The amount “{value}” ({column}) can’t be read: the norm wants a decimal point and no grouping. The invoice is read without it.',
  },
  einvoice_date_unreadable: {
    fr: 'La date « {value} » ({column}) ne se lit pas. La facture est lue sans elle ; la vérifier sur le PDF.',
    en: 'The date “{value}” ({column}) can’t be read. The invoice is read without it; check it on the PDF.',
  },
  einvoice_totals_differ: {
    fr: 'Les totaux de cette facture ne s’additionnent pas ({column}) : {value}. Ils sont gardés comme écrits ; vérifier le PDF.',
    en: 'The totals of this invoice do not add up ({column}): {value}. They are kept as written; check the PDF.',
  },
  einvoice_instalments_differ: {
    fr: 'La somme des échéances n’est pas le montant à payer : {value}. Vérifier l’échéancier sur le PDF.',
    en: 'The sum of the due dates is not the amount to pay: {value}. Check the schedule on the PDF.',
  },
  einvoice_type_unknown: {
    fr: 'Le type de document « {value} » n’est pas de ceux de la norme. Il est lu comme une facture, ou un avoir s’il se présente ainsi ; le vérifier.',
    en: 'The document type “{value}” is none of the norm’s. It is read as an invoice, or a credit note if it calls itself one; check it.',
  },
  einvoice_credit_negative: {
    fr: 'Cet avoir porte un total négatif ({value}), alors que la norme l’écrit positif. Il est lu comme un avoir ; vérifier son sens.',
    en: 'This credit note has a negative total ({value}), where the norm writes a positive one. It is read as a credit note; check its meaning.',
  },
  einvoice_currency_missing: {
    fr: 'La devise de cette facture ne se lit pas : « {value} ». L’euro est pris ; vérifier le PDF.',
    en: 'The currency of this invoice can’t be read: “{value}”. The euro is taken; check the PDF.',
  },
  einvoice_siren_unreadable: {
    fr: '« {value} » ({column}) n’est pas un numéro SIREN ou SIRET valable. La facture est lue sans lui ; le corriger dans le logiciel de facturation.',
    en: '“{value}” ({column}) is no valid SIREN or SIRET number. The invoice is read without it; correct it in the invoicing package.',
  },
  einvoice_bank_unreadable: {
    fr: '« {value} » ({column}) n’est pas un IBAN ou un BIC valable. La facture est lue sans lui ; le corriger dans le logiciel de facturation.',
    en: '“{value}” ({column}) is no valid IBAN or BIC. The invoice is read without it; correct it in the invoicing package.',
  },
  xml_malformed: {
    fr: 'Ce fichier XML est abîmé, à la ligne {value}. Le redemander à qui l’a fourni, ou le télécharger à nouveau.',
    en: 'This XML file is damaged, on line {value}. Ask for it again where it comes from, or download it again.',
  },
  xml_doctype: {
    fr: 'Ce fichier XML contient une définition de document (DOCTYPE), qu’aucune facture ni aucun relevé n’a. Il n’est pas lu.',
    en: 'This XML file holds a document definition (DOCTYPE), which no invoice and no statement has. It is not read.',
  },
  xml_too_deep: {
    fr: 'Ce fichier XML emboîte trop d’éléments pour être une facture ou un relevé. Vérifier le choix du fichier.',
    en: 'This XML file nests too many elements to be an invoice or a statement. Check the file chosen.',
  },
  xml_too_large: {
    fr: 'Ce fichier XML est trop volumineux (64 Mio au plus). Choisir une période plus courte.',
    en: 'This XML file is too large (64 MiB at most). Choose a shorter period.',
  },
  account_missing: {
    fr: 'Le numéro de compte manque. Compléter la cellule, ou importer sans cette ligne.',
    en: 'The account number is missing. Fill the cell, or import without this line.',
  },
  account_unreadable: {
    fr: 'Un numéro de compte commence par un chiffre : « {value} » n’en est pas un. Corriger la cellule, ou importer sans cette ligne.',
    en: 'An account number begins with a digit: “{value}” is none. Correct the cell, or import without this line.',
  },
  date_missing: {
    fr: 'La date de l’écriture manque. Compléter la cellule, ou importer sans cette ligne.',
    en: 'The date of the entry is missing. Fill the cell, or import without this line.',
  },
  date_unreadable: {
    fr: 'Cette date ne se lit pas : « {value} ». L’écrire AAAAMMJJ ou JJ/MM/AAAA, ou importer sans cette ligne.',
    en: 'This date can’t be read: “{value}”. Write it YYYYMMDD or DD/MM/YYYY, or import without this line.',
  },
  date_implausible: {
    fr: 'Cette date n’est pas celle d’une écriture : « {value} ». La corriger, ou importer sans cette ligne.',
    en: 'This is not the date of an entry: “{value}”. Correct it, or import without this line.',
  },
  date_ignored: {
    fr: 'La date « {value} » de la colonne {column} n’est pas prise en compte ; la ligne entre sans elle. La corriger si elle compte.',
    en: 'The date “{value}” of column {column} is left out; the line goes in without it. Correct it if it matters.',
  },
  amount_unreadable: {
    fr: 'Ce montant ne se lit pas : « {value} ». L’écrire en chiffres avec une virgule, ou importer sans cette ligne.',
    en: 'This amount can’t be read: “{value}”. Write it in digits with a comma, or import without this line.',
  },
  amount_too_large: {
    fr: 'Ce montant dépasse dix milliards d’euros : « {value} ». Le vérifier, ou importer sans cette ligne.',
    en: 'This amount is over ten billion euros: “{value}”. Check it, or import without this line.',
  },
  amount_rounded: {
    fr: 'Ce montant a plus de deux décimales : « {value} ». Il est arrondi au centime.',
    en: 'This amount has more than two decimals: “{value}”. It is rounded to the cent.',
  },
  formula_cell: {
    fr: 'Cette cellule contient une formule : « {value} ». La remplacer par sa valeur, ou importer sans cette ligne.',
    en: 'This cell holds a formula: “{value}”. Replace it by its value, or import without this line.',
  },
  side_unreadable: {
    fr: 'Le sens de l’écriture doit être D ou C : « {value} » n’est ni l’un ni l’autre. Le corriger, ou importer sans cette ligne.',
    en: 'The side of the entry must be D or C: “{value}” is neither. Correct it, or import without this line.',
  },
  debit_and_credit: {
    fr: 'Cette ligne a un débit et un crédit. La différence est prise ; vérifier l’écriture.',
    en: 'This line has a debit and a credit. The difference is taken; check the entry.',
  },
  fields_missing: {
    fr: 'Cette ligne a moins de cellules que l’en-tête et ne peut pas être lue. Vérifier la ligne dans l’export, ou importer sans elle.',
    en: 'This line has fewer cells than the header and can’t be read. Check it in the export, or import without it.',
  },
  fields_extra: {
    fr: 'Cette ligne a plus de cellules que l’en-tête : un libellé contient sans doute le séparateur. Le retirer, ou importer sans cette ligne.',
    en: 'This line has more cells than the header: a label probably holds the separator. Remove it, or import without this line.',
  },
  separator_in_text: {
    fr: 'Le texte de la colonne {column} contient le séparateur. Il a été recollé : « {value} ».',
    en: 'The text of column {column} holds the separator. It was put together again: “{value}”.',
  },
  line_break_in_text: {
    fr: 'Un libellé contient un retour à la ligne. La ligne a été recollée : « {value} ».',
    en: 'A label holds a line break. The line was put together again: “{value}”.',
  },
  line_truncated: {
    fr: 'Le fichier s’arrête au milieu de cette ligne. Il est incomplet : refaire l’export.',
    en: 'The file stops in the middle of this line. It is incomplete: export it again.',
  },
  header_repeated: {
    fr: 'La ligne des titres revient ici : plusieurs exports ont été mis bout à bout. Vérifier qu’aucun n’y est deux fois.',
    en: 'The line of titles comes again here: several exports were put end to end. Check that none is there twice.',
  },
  entry_unbalanced: {
    fr: 'L’écriture {value} n’est pas équilibrée. La contrepartie des lignes clients peut être fausse ; vérifier l’écriture.',
    en: 'Entry {value} does not balance. What answers its customer lines may be wrong; check the entry.',
  },
  entry_repeated: {
    fr: 'L’écriture {value} est déjà dans le fichier, à l’identique. Vérifier qu’elle n’est pas exportée deux fois.',
    en: 'Entry {value} is in the file already, word for word. Check that it is not exported twice.',
  },
  file_repeated: {
    fr: '{value} écritures sont dans le fichier deux fois : l’export a sans doute été collé à lui-même. Refaire l’export avant d’importer.',
    en: '{value} entries are in the file twice: the export was probably pasted to itself. Export it again before importing.',
  },
  lines_doubled: {
    fr: 'Dans {value} écritures, chaque ligne est en double. Refaire l’export avant d’importer.',
    en: 'In {value} entries each line stands twice. Export again before importing.',
  },
  file_unbalanced: {
    fr: 'Le total des débits n’est pas celui des crédits : écart de {value}. Le fichier est peut-être incomplet ; refaire l’export.',
    en: 'Total debits are not total credits: they differ by {value}. The file may be incomplete; export it again.',
  },
  file_name_period: {
    fr: 'Le nom du fichier annonce une clôture au {value}, que ses écritures démentent. Vérifier que c’est le bon exercice.',
    en: 'The file’s name announces a closing on {value}, which its entries belie. Check that it is the right year.',
  },
  columns_absent: {
    fr: 'Le FEC n’a pas les colonnes {value}. Il est lu sans elles.',
    en: 'The FEC lacks the columns {value}. It is read without them.',
  },
  encoding_uncertain: {
    fr: 'L’encodage du fichier n’est pas sûr ({value}). Vérifier les noms accentués dans l’aperçu.',
    en: 'The encoding of the file is uncertain ({value}). Check accented names in the preview.',
  },
  encoding_mixed: {
    fr: '{value} cellules ne sont pas dans l’encodage du reste du fichier. Vérifier les noms accentués.',
    en: '{value} cells are not in the encoding of the rest of the file. Check accented names.',
  },
  problems_more: {
    fr: 'D’autres lignes ont le même problème, non montrées ici : {value}.',
    en: 'Other lines have the same problem, not shown here: {value}.',
  },
  // Tables (CSV, XLSX).
  file_web_page: {
    fr: 'Ce fichier est une page web, même si son nom finit par .xls. L’ouvrir dans Excel et l’enregistrer au format .xlsx, puis l’importer.',
    en: 'This file is a web page, even if its name ends in .xls. Open it in Excel and save it as .xlsx, then import it.',
  },
  workbook_encrypted: {
    fr: 'Ce classeur est protégé par un mot de passe. L’enregistrer sans mot de passe, puis l’importer.',
    en: 'This workbook is protected by a password. Save it without one, then import it.',
  },
  workbook_binary: {
    fr: 'Ce classeur est au format .xlsb. L’enregistrer au format .xlsx, puis l’importer.',
    en: 'This workbook has the .xlsb format. Save it as .xlsx, then import it.',
  },
  workbook_open_document: {
    fr: 'Ce classeur est au format .ods. L’enregistrer au format .xlsx, puis l’importer.',
    en: 'This workbook has the .ods format. Save it as .xlsx, then import it.',
  },
  workbook_xml: {
    fr: 'Ce classeur est au format XML d’Excel 2003. L’enregistrer au format .xlsx, puis l’importer.',
    en: 'This workbook has the XML format of Excel 2003. Save it as .xlsx, then import it.',
  },
  workbook_damaged: {
    fr: 'Ce classeur est abîmé ou incomplet. L’ouvrir dans Excel, l’enregistrer à nouveau, puis l’importer.',
    en: 'This workbook is damaged or incomplete. Open it in Excel, save it again, then import it.',
  },
  workbook_too_large: {
    fr: 'Ce classeur est trop volumineux une fois ouvert ({value}). L’enregistrer en CSV, ou choisir une période plus courte.',
    en: 'This workbook is too large once opened ({value}). Save it as CSV, or choose a shorter period.',
  },
  zip_bomb: {
    fr: 'Ce classeur contient beaucoup plus qu’il ne l’annonce ({value}) : il n’est pas ouvert. Refaire l’export.',
    en: 'This workbook holds far more than it declares ({value}): it is not opened. Export it again.',
  },
  sheet_empty: {
    fr: 'Aucune feuille de ce classeur n’a de lignes. Vérifier l’export.',
    en: 'No sheet of this workbook has any row. Check the export.',
  },
  sheet_missing: {
    fr: 'La feuille « {value} » n’est pas dans ce classeur. En choisir une autre.',
    en: 'The sheet “{value}” is not in this workbook. Choose another one.',
  },
  not_a_table: {
    fr: 'Aucun tableau n’a été trouvé dans ce fichier : ses lignes n’ont pas de colonnes régulières. Choisir un export CSV ou Excel.',
    en: 'No table was found in this file: its lines have no regular columns. Choose a CSV or Excel export.',
  },
  too_many_columns: {
    fr: 'Ce tableau a {value} colonnes. Ne garder que celles qui décrivent les factures ou les clients.',
    en: 'This table has {value} columns. Keep only those that describe invoices or customers.',
  },
  too_many_rows: {
    fr: 'Ce tableau a trop de lignes. Choisir une période plus courte.',
    en: 'This table has too many rows. Choose a shorter period.',
  },
  layout_differs: {
    fr: 'Ce fichier n’est pas présenté comme le profil choisi. Choisir un autre profil, ou désigner les colonnes à nouveau.',
    en: 'This file is not laid out as the chosen profile. Choose another profile, or name the columns again.',
  },
  columns_missing: {
    fr: 'La colonne « {value} » n’est pas dans ce fichier. Refaire l’export avec elle, ou désigner les colonnes à nouveau.',
    en: 'The column “{value}” is not in this file. Export it again with it, or name the columns again.',
  },
  mapping_incomplete: {
    fr: 'Une colonne indispensable n’est pas désignée. La choisir à l’étape des colonnes.',
    en: 'A column that is needed has not been named. Choose it in the step of the columns.',
  },
  no_customer_lines: {
    fr: 'Aucune ligne de ce journal n’est d’un compte client (41). Vérifier le choix du fichier, ou les comptes clients dans les réglages.',
    en: 'No line of this journal is of a customer account (41). Check the file chosen, or the customer accounts in the settings.',
  },
  date_order_wrong: {
    fr: 'Dans la colonne {value}, des dates ne se lisent que dans l’autre ordre (jour et mois inversés). Changer l’ordre des dates, puis recommencer.',
    en: 'In the column {value}, some dates can only be read in the other order (day and month swapped). Change the order of dates, then try again.',
  },
  date_order_unknown: {
    fr: 'Toutes les dates se lisent aussi bien jour/mois que mois/jour. Indiquer l’ordre.',
    en: 'All dates can be read as day/month or month/day. Say which order it is.',
  },
  decimal_sign_unknown: {
    fr: 'Les montants se lisent aussi bien avec une virgule qu’avec un point décimal. Indiquer lequel.',
    en: 'The amounts can be read with a decimal comma or a decimal point. Say which one it is.',
  },
  meaning_unknown: {
    fr: 'Ces lignes peuvent être tout ce qui reste dû, ou des factures à ajouter. Indiquer lequel des deux.',
    en: 'These lines may be all that is still owed, or invoices to add. Say which.',
  },
  customer_code_from_name: {
    fr: 'Aucune colonne ne donne le code des clients : leur nom en tiendra lieu. Désigner la colonne du code si elle existe.',
    en: 'No column gives the customers’ codes: their names will stand for them. Name the column of codes if there is one.',
  },
  customer_missing: {
    fr: 'Cette ligne ne dit pas de quel client il s’agit. La compléter, ou importer sans elle.',
    en: 'This line does not say which customer it is about. Complete it, or import without it.',
  },
  customer_several_names: {
    fr: 'Ce client porte plusieurs noms : {value}. Le plus fréquent est gardé ; vérifier que le code n’est pas partagé.',
    en: 'This customer has several names: {value}. The most frequent is kept; check that the code is not shared.',
  },
  customer_repeated: {
    fr: 'Le client {value} est plusieurs fois dans le fichier. Ses lignes sont réunies ; vérifier le code.',
    en: 'The customer {value} stands several times in the file. Its lines are put together; check the code.',
  },
  contact_empty: {
    fr: 'Cette ligne ne donne ni nom, ni adresse électronique, ni téléphone. La compléter, ou importer sans elle.',
    en: 'This line gives no name, no e-mail and no telephone. Complete it, or import without it.',
  },
  document_missing: {
    fr: 'Cette ligne n’a pas de numéro de facture. Le compléter, ou importer sans elle.',
    en: 'This line has no invoice number. Complete it, or import without it.',
  },
  amount_missing: {
    fr: 'Cette ligne n’a pas de montant. Le compléter, ou importer sans elle.',
    en: 'This line has no amount. Complete it, or import without it.',
  },
  formula_without_value: {
    fr: 'La formule « {value} » n’a pas de résultat enregistré. Ouvrir le classeur dans Excel, l’enregistrer, puis recommencer.',
    en: 'The formula “{value}” has no stored result. Open the workbook in Excel, save it, then try again.',
  },
  formula_value_kept: {
    fr: 'La colonne {value} contient des formules : c’est leur dernier résultat enregistré qui est lu. L’ouvrir et l’enregistrer dans Excel s’il a changé depuis.',
    en: 'The column {value} holds formulas: their last stored result is read. Open and save it in Excel if it has changed since.',
  },
  cell_error: {
    fr: 'Cette cellule contient une erreur d’Excel : {value}. La corriger dans le classeur, ou importer sans cette ligne.',
    en: 'This cell holds an Excel error: {value}. Correct it in the workbook, or import without this line.',
  },
  rows_hidden: {
    fr: 'Le classeur a {value} lignes masquées ou filtrées ; elles sont lues comme les autres. Les supprimer si elles ne comptent pas.',
    en: 'The workbook has {value} hidden or filtered rows; they are read like the others. Remove them if they do not count.',
  },
  line_repeated: {
    fr: 'Cette ligne est déjà dans le fichier, à l’identique ({value}). Vérifier l’export ; une ligne numérotée n’entre qu’une fois.',
    en: 'This line is in the file already, word for word ({value}). Check the export; a numbered line goes in once.',
  },
  open_quote: {
    fr: 'Un guillemet ouvert sur cette ligne n’est jamais fermé. Il est lu comme un signe ordinaire ; vérifier la ligne.',
    en: 'A quote opened on this line is never closed. It is read as a plain sign; check the line.',
  },
  identifier_damaged: {
    fr: 'Excel a abrégé ce numéro en « {value} » : ses derniers chiffres sont perdus. Refaire l’export avec la colonne en texte.',
    en: 'Excel shortened this number to “{value}”: its last digits are lost. Export again with the column as text.',
  },
  due_before_document: {
    fr: 'L’échéance ({value}) précède la date de la facture. Vérifier ces deux dates.',
    en: 'The due date ({value}) comes before the date of the invoice. Check both dates.',
  },
  printed_total_differs: {
    fr: 'Le total imprimé n’est pas la somme des lignes lues : {value}. Vérifier les lignes rejetées, ou refaire l’export.',
    en: 'The printed total is not the sum of the lines read: {value}. Check the rejected lines, or export again.',
  },
  currency_unknown: {
    fr: 'La devise « {value} » n’est pas connue ; celle du profil est prise. La corriger dans le fichier si elle compte.',
    en: 'The currency “{value}” is not known; that of the profile is taken. Correct it in the file if it matters.',
  },
  email_unreadable: {
    fr: '« {value} » n’est pas une adresse électronique ; la ligne entre sans elle. La corriger.',
    en: '“{value}” is not an e-mail address; the line goes in without it. Correct it.',
  },
  siren_unreadable: {
    fr: '« {value} » n’est pas un numéro SIREN ou SIRET ; la ligne entre sans lui. Le corriger.',
    en: '“{value}” is not a SIREN or SIRET number; the line goes in without it. Correct it.',
  },
  // Statements of a bank.
  bank_not_recognised: {
    fr: 'Ce fichier n’est pas un relevé de banque connu. Demander à la banque un relevé CFONB 120, CAMT.053, OFX ou MT940, ou un tableau CSV.',
    en: 'This file is no bank statement of a known form. Ask the bank for CFONB 120, CAMT.053, OFX or MT940, or for a CSV table.',
  },
  bank_without_statement: {
    fr: 'Ce fichier ne contient aucun relevé de compte. Vérifier la période demandée à la banque.',
    en: 'This file holds no statement of account. Check the period asked of the bank.',
  },
  bank_cfonb_240: {
    fr: 'Ce fichier CFONB 240 donne le détail d’opérations, pas un relevé de compte. Demander à la banque le relevé CFONB 120.',
    en: 'This CFONB 240 file gives details of operations, not a statement of account. Ask the bank for the CFONB 120 statement.',
  },
  bank_qif: {
    fr: 'Un fichier QIF ne dit ni le compte, ni la devise, ni le solde. Demander à la banque le même relevé en OFX, CFONB 120 ou CSV.',
    en: 'A QIF file tells neither account, currency nor balance. Ask the bank for the same statement in OFX, CFONB 120 or CSV.',
  },
  bank_intraday: {
    fr: 'Ce fichier CAMT.052 est l’état provisoire d’une journée. Importer le relevé CAMT.053 du lendemain.',
    en: 'This CAMT.052 file is the provisional state of a day. Import the CAMT.053 statement of the next day.',
  },
  bank_file_damaged: {
    fr: 'Ce relevé est abîmé ou incomplet à la ligne {value} : rien n’en est lu. Le télécharger à nouveau.',
    en: 'This statement is damaged or incomplete at line {value}: none of it is read. Download it again.',
  },
  bank_file_too_deep: {
    fr: 'Ce fichier est emboîté au-delà de ce qu’un relevé contient (ligne {value}). Le demander à nouveau à la banque.',
    en: 'This file is nested beyond what a statement holds (line {value}). Ask the bank for it again.',
  },
  bank_file_too_large: {
    fr: 'Ce relevé dépasse 64 Mo. Demander à la banque une période plus courte.',
    en: 'This statement is over 64 MB. Ask the bank for a shorter period.',
  },
  bank_file_cut: {
    fr: 'Le fichier s’arrête au milieu d’un relevé. Le télécharger à nouveau : des mouvements peuvent manquer.',
    en: 'The file stops in the middle of a statement. Download it again: movements may be missing.',
  },
  bank_account_missing: {
    fr: 'Le fichier ne dit pas de quel compte il s’agit. Choisir le compte à l’import.',
    en: 'The file does not say which account it is about. Choose the account when importing.',
  },
  bank_amount_unreadable: {
    fr: 'Ce montant du relevé ne se lit pas : « {value} ». Demander à la banque un nouveau fichier, ou importer sans ce mouvement.',
    en: 'This amount of the statement can’t be read: “{value}”. Ask the bank for a new file, or import without this movement.',
  },
  bank_date_unreadable: {
    fr: 'Cette date du relevé ne se lit pas : « {value} ». Demander à la banque un nouveau fichier, ou importer sans ce mouvement.',
    en: 'This date of the statement can’t be read: “{value}”. Ask the bank for a new file, or import without this movement.',
  },
  bank_line_unreadable: {
    fr: 'Ce mouvement ne se lit pas : « {value} ». Demander à la banque un nouveau fichier, ou importer sans lui.',
    en: 'This movement can’t be read: “{value}”. Ask the bank for a new file, or import without it.',
  },
  bank_record_unknown: {
    fr: 'Cet enregistrement n’est pas d’un relevé CFONB 120 : « {value} ». Il est laissé de côté ; vérifier le fichier.',
    en: 'This record is not of a CFONB 120 statement: “{value}”. It is left out; check the file.',
  },
  bank_detail_orphan: {
    fr: 'Ce détail ne suit aucun mouvement : « {value} ». Il est laissé de côté ; vérifier le fichier.',
    en: 'This detail follows no movement: “{value}”. It is left out; check the file.',
  },
  bank_opening_missing: {
    fr: 'Le relevé du compte {value} commence sans solde de départ. Ses mouvements entrent ; vérifier qu’il n’en manque pas.',
    en: 'The statement of account {value} begins without an opening balance. Its movements go in; check that none is missing.',
  },
  bank_closing_missing: {
    fr: 'Le relevé du compte {value} s’arrête sans solde final. Ses mouvements entrent ; vérifier qu’il n’en manque pas.',
    en: 'The statement of account {value} ends without a closing balance. Its movements go in; check that none is missing.',
  },
  bank_balance_differs: {
    fr: 'Le solde de départ et les mouvements ne font pas le solde final : {value}. Il manque des mouvements ; demander le relevé à nouveau.',
    en: 'The opening balance and the movements do not make the closing balance: {value}. Movements are missing; ask for the statement again.',
  },
  bank_statement_repeated: {
    fr: 'Ce relevé est déjà dans le fichier, à l’identique ({value}). Il ne compte qu’une fois.',
    en: 'This statement is in the file already, word for word ({value}). It counts once.',
  },
  bank_statement_gap: {
    fr: 'Ce relevé ne part pas du solde où le précédent s’arrête : {value}. Importer le relevé qui manque entre les deux.',
    en: 'This statement does not start from the balance where the one before it ends: {value}. Import the missing one in between.',
  },
  bank_currency_differs: {
    fr: 'Cette ligne n’est pas dans la devise du compte : {value}. Elle est laissée de côté ; vérifier le relevé.',
    en: 'This line is not in the currency of the account: {value}. It is left out; check the statement.',
  },
  bank_entry_pending: {
    fr: 'Ce mouvement n’est pas encore comptabilisé par la banque ({value}). Il entrera avec le relevé suivant.',
    en: 'The bank has not booked this movement yet ({value}). It will come with the next statement.',
  },
  bank_batch_differs: {
    fr: 'Les paiements de cette remise ne font pas son montant ({value}). Elle entre en un seul mouvement ; vérifier le détail.',
    en: 'The payments of this batch do not make its amount ({value}). It goes in as one movement; check the details.',
  },
} as const satisfies Readonly<Record<string, Bilingual<string>>>;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;

/** What a sentence can name: the value found and the column it stands in. */
export interface ProblemPlace {
  readonly code: string;
  readonly value: string;
  readonly columnName?: string | null;
}

/** True for a code that has its sentence here. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_SENTENCES, code);
}

/** The sentence of a problem, with its value and column; the code itself where none is known. */
export function problemSentence(problem: ProblemPlace, language: Language): string {
  if (!isProblemCode(problem.code)) return problem.code;
  return PROBLEM_SENTENCES[problem.code][language]
    .replaceAll('{value}', () => problem.value)
    .replaceAll('{column}', () => problem.columnName ?? '');
}
