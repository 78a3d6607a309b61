/** A rule of the alerts as the core tells it. */
import type { ApiClient } from '../../../api/client.ts';

export type Rule = Awaited<ReturnType<ApiClient['alerts']['rules']>>[number];
