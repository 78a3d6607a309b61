/** What the address of the screen says: the tab, and what is open in it. */
import { z } from 'zod';

export const scenariosSearch = z.object({
  tab: z.enum(['scenarios', 'assignment', 'templates']).catch('scenarios'),
  /** Key of the scenario in the editor; null for the list. */
  scenario: z.string().nullable().catch(null),
  /** `reminder_1/fr/good`: the template in the editor; null for the list. */
  template: z.string().nullable().catch(null),
  /** Languages of the list of templates; empty for all. */
  language: z.enum(['fr', 'en']).nullable().catch(null),
});
