/**
 * What the two hosts say: in the terminal, in the tray, and on the pages shown without the core.
 */
import { bilingual } from './bilingual.ts';

export const hostText = bilingual({
  fr: {
    nodeTooOld: (version: string) =>
      `Encours demande Node 24 ou plus récent (ici : ${version}). Lancer « npm start », qui apporte le sien.`,
    optionUnknown: (option: string) =>
      `Option inconnue : ${option}. Les options sont --sample, --no-open, --background, --data-dir DOSSIER et --today AAAA-MM-JJ.`,
    optionWithoutValue: (option: string) => `L’option ${option} demande une valeur.`,
    optionWithValue: (option: string) => `L’option ${option} ne prend pas de valeur.`,
    dayInvalid: (text: string) =>
      `« ${text} » n’est pas un jour. Écrire par exemple --today 2026-11-23.`,
    todayNeedsTest:
      'L’option --today ne sert qu’avec --sample ou avec un dossier d’essai (--data-dir).',
    folderInUse: (user: string, machine: string) =>
      `Ce dossier de données est déjà ouvert par ${user || 'quelqu’un'} sur ${machine || 'un poste'}. Fermer l’autre Encours, puis recommencer.`,
    networkFolder: (folder: string) =>
      `Le dossier ${folder} est sur un lecteur réseau : la comptabilité client y serait en danger. Choisir un dossier de cet ordinateur avec --data-dir.`,
    folderNotWritable: (folder: string) =>
      `Impossible d’écrire dans ${folder}. Vérifier les droits, ou choisir un autre dossier avec --data-dir.`,
    synchronisedFolder: (folder: string) =>
      `Attention : ${folder} est copié par un service de synchronisation. Un dossier hors de ce service est plus sûr.`,
    incident: (number: string) =>
      `Encours s’est arrêté sur une erreur. Incident ${number}, décrit dans le journal.`,
    address: (address: string) => `Encours est prêt : ${address}`,
    addressOfOther: (address: string) => `Encours est déjà ouvert : ${address}`,
    openedOther: 'Encours est déjà ouvert : une fenêtre de plus s’ouvre.',
    pressEnter: 'Entrée donne une nouvelle adresse, Ctrl+C arrête.',
    noBrowser:
      'Ni Chromium, ni Chrome, ni Edge, ou pas d’écran : ouvrir l’adresse dans un navigateur de cet ordinateur.',
    browserSilent:
      'La fenêtre ne s’est pas ouverte. Ouvrir cette adresse dans un navigateur de cet ordinateur :',
    codeReplayed:
      'Un code de lancement a servi deux fois : quelqu’un d’autre a pu le lire. Toutes les fenêtres sont déconnectées ; relancer Encours en ouvre une nouvelle.',
    leaving: 'Encours est fermé.',
    openingTitle: 'Ouverture d’Encours',
    openingBody: 'Ouverture d’Encours…',
    downTitle: 'Encours s’est arrêté',
    downBody: (number: string) =>
      `Une erreur a arrêté le cœur de l’application. Rien de ce qui était enregistré n’est perdu. Incident ${number}, décrit dans le journal.`,
    downForGood:
      'Trois arrêts en dix minutes : fermer Encours, envoyer le journal à l’assistance, puis le relancer.',
    relaunch: 'Relancer',
    notBuiltTitle: 'Interface absente',
    notBuiltBody: 'L’interface n’est pas construite. Lancer « npm run build », puis recharger.',
    viteTitle: 'Vite ne répond pas',
    viteBody: 'Le serveur de développement ne répond pas. Le relancer, puis recharger.',
    fileGoneTitle: 'Document indisponible',
    fileGoneBody: 'Ce lien ne sert qu’une fois, dans la minute. Demander le document à nouveau.',
    windowFailedTitle: 'La fenêtre s’est arrêtée',
    windowFailedBody: (number: string) => `Incident ${number}, décrit dans le journal.`,
    reload: 'Recharger',
    quit: 'Quitter',
    trayOpen: 'Ouvrir Encours',
    trayTip: 'Encours',
    busyTitle: 'Un traitement est en cours',
    busyBody: 'Encours reste ouvert près de l’horloge jusqu’à la fin du traitement.',
  },
  en: {
    nodeTooOld: (version) =>
      `Encours needs Node 24 or newer (here: ${version}). Run “npm start”, which brings its own.`,
    optionUnknown: (option) =>
      `Unknown option: ${option}. Options are --sample, --no-open, --background, --data-dir FOLDER and --today YYYY-MM-DD.`,
    optionWithoutValue: (option) => `The option ${option} needs a value.`,
    optionWithValue: (option) => `The option ${option} takes no value.`,
    dayInvalid: (text) => `“${text}” is not a day. Write for example --today 2026-11-23.`,
    todayNeedsTest: 'The option --today only works with --sample or a test folder (--data-dir).',
    folderInUse: (user, machine) =>
      `This data folder is already open by ${user || 'somebody'} on ${machine || 'a computer'}. Close the other Encours, then try again.`,
    networkFolder: (folder) =>
      `The folder ${folder} is on a network drive, where a ledger would be in danger. Choose a folder of this computer with --data-dir.`,
    folderNotWritable: (folder) =>
      `Cannot write in ${folder}. Check the rights, or choose another folder with --data-dir.`,
    synchronisedFolder: (folder) =>
      `Careful: ${folder} is copied by a synchronisation service. A folder outside of it is safer.`,
    incident: (number) => `Encours stopped on an error. Incident ${number}, described in the log.`,
    address: (address) => `Encours is ready: ${address}`,
    addressOfOther: (address) => `Encours is already open: ${address}`,
    openedOther: 'Encours is already open: one more window opens.',
    pressEnter: 'Enter gives a new address, Ctrl+C stops.',
    noBrowser:
      'No Chromium, Chrome or Edge, or no display: open the address in a browser of this computer.',
    browserSilent: 'The window did not open. Open this address in a browser of this computer:',
    codeReplayed:
      'A launch code was used twice: somebody else may have read it. Every window is disconnected; starting Encours again opens a new one.',
    leaving: 'Encours is closed.',
    openingTitle: 'Opening Encours',
    openingBody: 'Opening Encours…',
    downTitle: 'Encours has stopped',
    downBody: (number) =>
      `An error stopped the core of the application. Nothing that was recorded is lost. Incident ${number}, described in the log.`,
    downForGood:
      'Three stops in ten minutes: close Encours, send the log to support, then start it again.',
    relaunch: 'Start again',
    notBuiltTitle: 'No interface',
    notBuiltBody: 'The interface is not built. Run “npm run build”, then reload.',
    viteTitle: 'Vite does not answer',
    viteBody: 'The development server does not answer. Start it again, then reload.',
    fileGoneTitle: 'Document unavailable',
    fileGoneBody: 'This link works once, within the minute. Ask for the document again.',
    windowFailedTitle: 'The window has stopped',
    windowFailedBody: (number) => `Incident ${number}, described in the log.`,
    reload: 'Reload',
    quit: 'Quit',
    trayOpen: 'Open Encours',
    trayTip: 'Encours',
    busyTitle: 'Work is under way',
    busyBody: 'Encours stays open near the clock until the work is done.',
  },
});
