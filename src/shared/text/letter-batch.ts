/** The words of the lists that go with a batch of letters, of the test print and of the package. */
import { bilingual } from './bilingual.ts';

interface LetterBatchWords {
  readonly page: (page: number, count: number) => string;
  readonly list: {
    readonly title: string;
    readonly columns: {
      readonly position: string;
      readonly payer: string;
      readonly town: string;
      readonly pages: string;
      readonly kind: string;
      readonly amount: string;
    };
    readonly kinds: { readonly plain: string; readonly registered: string };
    readonly counts: (plain: number, registered: number, pages: number) => string;
    readonly total: string;
    readonly posted: string;
  };
  readonly deposit: {
    readonly title: string;
    readonly sender: string;
    readonly columns: {
      readonly position: string;
      readonly number: string;
      readonly recipient: string;
      readonly remark: string;
    };
    readonly numberMissing: string;
    readonly count: (count: number) => string;
    readonly depositor: string;
    readonly office: string;
  };
  readonly testPrint: {
    readonly title: string;
    readonly steps: readonly string[];
    readonly window: string;
    readonly fold: string;
    readonly sample: readonly string[];
    readonly settings: (envelope: string, x: string, y: string) => string;
  };
  readonly packageColumns: readonly string[];
  readonly packageKinds: { readonly plain: string; readonly registered: string };
  readonly packageList: string;
}

export const LETTER_BATCH_WORDS = bilingual<LetterBatchWords>({
  fr: {
    page: (page, count) => `Page ${page}/${count}`,
    list: {
      title: 'Bordereau des courriers',
      columns: {
        position: 'N°',
        payer: 'Destinataire',
        town: 'Ville',
        pages: 'Pages',
        kind: 'Envoi',
        amount: 'Montant demandé',
      },
      kinds: { plain: 'Simple', registered: 'Recommandé AR' },
      counts: (plain, registered, pages) =>
        `Simples\u00a0: ${plain} · Recommandés\u00a0: ${registered} · Pages\u00a0: ${pages}`,
      total: 'Total',
      posted: 'Posté le\u00a0: …………………………   par\u00a0: …………………………',
    },
    deposit: {
      title: 'Bordereau de dépôt des lettres recommandées',
      sender: 'Expéditeur',
      columns: {
        position: 'N°',
        number: 'Numéro de recommandé',
        recipient: 'Destinataire',
        remark: 'Observations',
      },
      numberMissing: 'à coller ou à écrire',
      count: (count) =>
        count === 1
          ? '1 lettre recommandée avec avis de réception'
          : `${count} lettres recommandées avec avis de réception`,
      depositor: 'Date et signature du déposant',
      office: 'Cachet du bureau de poste',
    },
    testPrint: {
      title: 'Page d’essai pour enveloppes à fenêtre',
      steps: [
        'Imprimez cette page à 100\u00a0% (taille réelle, sans mise à l’échelle). Le trait de 100 mm au bas doit mesurer 100 mm à la règle.',
        'Pliez aux repères, glissez la page dans l’enveloppe et secouez-la vers chaque côté.',
        'L’adresse doit rester entière dans la fenêtre. Sinon, lisez de combien de millimètres elle sort et entrez ce décalage dans les réglages des courriers\u00a0: positif vers la droite et vers le bas.',
      ],
      window: 'Zone toujours visible par la fenêtre',
      fold: 'Pli',
      sample: [
        'SOCIETE DE L EXEMPLE ET FILS',
        'SERVICE COMPTABILITE FOURNISSEURS',
        'BATIMENT B ENTREE 3',
        '128 AVENUE DU MARECHAL FOCH',
        'BP 40123',
        '86000 POITIERS CEDEX 9',
      ],
      settings: (envelope, x, y) => `Enveloppe ${envelope}, décalage ${x} mm et ${y} mm`,
    },
    packageColumns: [
      'fichier',
      'position',
      'envoi',
      'reference',
      'ligne_1',
      'ligne_2',
      'ligne_3',
      'ligne_4',
      'ligne_5',
      'ligne_6',
      'ligne_7',
      'code_postal',
      'ville',
      'pages',
    ],
    packageKinds: { plain: 'lettre', registered: 'recommande_ar' },
    packageList: 'adresses.csv',
  },
  en: {
    page: (page, count) => `Page ${page}/${count}`,
    list: {
      title: 'List of letters',
      columns: {
        position: 'No.',
        payer: 'Addressee',
        town: 'Town',
        pages: 'Pages',
        kind: 'Sent as',
        amount: 'Amount asked for',
      },
      kinds: { plain: 'Ordinary', registered: 'Registered' },
      counts: (plain, registered, pages) =>
        `Ordinary: ${plain} · Registered: ${registered} · Pages: ${pages}`,
      total: 'Total',
      posted: 'Posted on: …………………………   by: …………………………',
    },
    deposit: {
      title: 'Deposit slip of registered letters',
      sender: 'Sender',
      columns: {
        position: 'No.',
        number: 'Registered number',
        recipient: 'Addressee',
        remark: 'Remarks',
      },
      numberMissing: 'to stick or to write',
      count: (count) =>
        count === 1
          ? '1 registered letter with acknowledgement of receipt'
          : `${count} registered letters with acknowledgement of receipt`,
      depositor: 'Date and signature of the depositor',
      office: 'Stamp of the post office',
    },
    testPrint: {
      title: 'Test page for window envelopes',
      steps: [
        'Print this page at 100% (actual size, no scaling). The line of 100 mm at the foot must measure 100 mm on a ruler.',
        'Fold at the marks, slip the page into the envelope and shake it towards each side.',
        'The whole address must stay in the window. If not, read by how many millimetres it leaves it and enter this offset in the settings of letters: positive to the right and downwards.',
      ],
      window: 'Zone that the window always shows',
      fold: 'Fold',
      sample: [
        'SOCIETE DE L EXEMPLE ET FILS',
        'SERVICE COMPTABILITE FOURNISSEURS',
        'BATIMENT B ENTREE 3',
        '128 AVENUE DU MARECHAL FOCH',
        'BP 40123',
        '86000 POITIERS CEDEX 9',
      ],
      settings: (envelope, x, y) => `Envelope ${envelope}, offset ${x} mm and ${y} mm`,
    },
    packageColumns: [
      'file',
      'position',
      'sent_as',
      'reference',
      'line_1',
      'line_2',
      'line_3',
      'line_4',
      'line_5',
      'line_6',
      'line_7',
      'postcode',
      'town',
      'pages',
    ],
    packageKinds: { plain: 'letter', registered: 'registered_ar' },
    packageList: 'addresses.csv',
  },
});
