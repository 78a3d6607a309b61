/** Customers that share the same terms, from the same source. */
import type { ApiClient } from '../../api/client.ts';

export type TermsGroup = Awaited<ReturnType<ApiClient['imports']['termsGroups']>>[number];
