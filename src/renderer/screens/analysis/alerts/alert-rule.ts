import type { ApiClient } from '../../../api/client.ts';

/** A rule as the core tells it. */
export type Rule = Awaited<ReturnType<ApiClient['alerts']['rules']>>[number];
