/** Why a customer is or is not in the batch, as the application gives it. */
import type { ApiClient } from '../../api/client.ts';

export type Why = Awaited<ReturnType<ApiClient['dunning']['why']>>;
