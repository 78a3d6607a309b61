/** Words of the analyses: the names of their tabs. */
import { bilingual } from '../bilingual.ts';

export const analysisText = bilingual({
  fr: {
    title: 'Analyses',
    tabs: {
      indicators: 'Indicateurs',
      cross: 'Tableaux croisés',
      alerts: 'Alertes',
      lists: 'Listes',
      timeline: 'Frise',
      simulator: 'Simulateur',
    },
  },
  en: {
    title: 'Analysis',
    tabs: {
      indicators: 'Indicators',
      cross: 'Cross-tables',
      alerts: 'Alerts',
      lists: 'Lists',
      timeline: 'Time line',
      simulator: 'Simulator',
    },
  },
});
