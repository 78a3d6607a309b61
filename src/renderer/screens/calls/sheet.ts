/** The sheet of one call, as the application gives it. */
import type { ApiClient } from '../../api/client.ts';

export type Sheet = Awaited<ReturnType<ApiClient['calls']['sheet']>>;
