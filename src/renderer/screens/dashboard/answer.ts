/** The answer that the dashboard shows, as its parts take it. */
import type { ApiClient } from '../../api/client.ts';

export type Dashboard = Awaited<ReturnType<ApiClient['overview']['dashboard']>>;
export type Figures = NonNullable<Dashboard['figures']>;
