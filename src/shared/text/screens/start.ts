/** Words of the first start and of adding a company. */
import { bilingual } from '../bilingual.ts';

export const startText = bilingual({
  fr: {
    title: 'Bienvenue dans Encours',
    titleAgain: 'Ajouter une société',
    lead: 'Qui doit quoi, depuis quand, et qui appeler ce matin. Tout reste sur cet ordinateur.',
    sampleTitle: 'Découvrir avec l’exemple',
    sampleWhy:
      'Une société inventée, 150 clients et 18 mois de factures, pour tout essayer sans risque.',
    sampleName: 'Société d’exemple',
    sampleOpen: 'Ouvrir l’exemple',
    sampleMaking: 'Préparation de l’exemple…',
    ownTitle: 'Commencer avec mes chiffres',
    ownWhy:
      'Le nom de la société, puis le fichier des écritures (FEC) ou la liste des factures ouvertes, tels que le logiciel comptable les exporte.',
    name: 'Nom de la société',
    namePlaceholder: 'Dupont et Fils SARL',
    siren: 'SIREN',
    sirenHint: 'Facultatif : il est aussi lu dans le nom du fichier.',
    sirenInvalid: 'Neuf chiffres, dont le dernier contrôle les autres.',
    nameMissing: 'Donner un nom à la société.',
    create: 'Importer un fichier',
    back: 'Revenir',
    already: 'Sociétés déjà ouvertes',
    sample: 'exemple',
    folderSynchronised:
      'Le dossier de données est recopié par un service de synchronisation (OneDrive, Dropbox…). Le déplacer : une copie partielle abîmerait les comptes.',
    dataFolder: (folder: string) => `Données : ${folder}`,
  },
  en: {
    title: 'Welcome to Encours',
    titleAgain: 'Add a company',
    lead: 'Who owes what, since when, and whom to call this morning. All of it stays on this computer.',
    sampleTitle: 'Discover with the sample',
    sampleWhy:
      'A made-up company, 150 customers and 18 months of invoices, to try everything without risk.',
    sampleName: 'Sample company',
    sampleOpen: 'Open the sample',
    sampleMaking: 'Preparing the sample…',
    ownTitle: 'Begin with my own figures',
    ownWhy:
      'The name of the company, then the accounting entries (FEC) or the list of open invoices, as the accounting package exports them.',
    name: 'Name of the company',
    namePlaceholder: 'Dupont et Fils SARL',
    siren: 'SIREN',
    sirenHint: 'Optional: it is also read in the name of the file.',
    sirenInvalid: 'Nine digits, the last of which checks the others.',
    nameMissing: 'Give the company a name.',
    create: 'Import a file',
    back: 'Go back',
    already: 'Companies already open',
    sample: 'sample',
    folderSynchronised:
      'The data folder is copied by a synchronising service (OneDrive, Dropbox…). Move it: a partial copy would damage the accounts.',
    dataFolder: (folder) => `Data: ${folder}`,
  },
});
