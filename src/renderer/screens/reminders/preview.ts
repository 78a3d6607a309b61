/** A message as it will leave, as the application gives it. */
import type { ApiClient } from '../../api/client.ts';

export type Preview = Awaited<ReturnType<ApiClient['dunning']['preview']>>;
