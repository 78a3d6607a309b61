/** What a file was recognised as: the shape of the answer that the assistant works with. */
import type { ApiClient } from '../../../api/client.ts';

export type Recognised = Awaited<ReturnType<ApiClient['imports']['recognise']>>;
export type RecognisedTable = NonNullable<Recognised['table']>;
