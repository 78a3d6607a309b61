/**
 * The API behind its address: `/rpc/<companyKey>/<area>/<verbNoun>`.
 *
 * What a procedure throws that is not one of its refusals is a crash: the window gets an incident
 * number, the log its stack.
 */
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { callRefusal, refusalResponse } from '../host/headers.ts';
import type { Companies } from '../ports/companies.ts';
import { newIncident } from '../ports/incident.ts';
import type { Log } from '../ports/log.ts';
import type { CallContext } from '../use-cases/context.ts';
import type { makeRouter } from '../use-cases/router.ts';
import { type Bytes, CALL_BYTES_MAX, readBody } from './body.ts';

/** Key of the calls that belong to no company. */
const NO_COMPANY = '-';
const ADDRESS = /^\/rpc\/([a-z0-9-]{1,40})\//;

interface ApiSurroundings {
  readonly companies: Companies;
  readonly log: Log;
}

/** Makes the function that answers `/rpc/…`. */
export function makeApiRoutes(
  router: ReturnType<typeof makeRouter>,
  { companies, log }: ApiSurroundings,
): (request: Request) => Promise<Response> {
  const handler = new RPCHandler<CallContext>(router, {
    interceptors: [
      async ({ next, request, context }) => {
        try {
          return await next();
        } catch (error) {
          throw crashOf(error, request.signal, () => {
            const incident = newIncident();
            const fields = { incident, path: request.url.pathname, company: context.companyKey };
            log.error('call_crashed', error, fields);
            return incident;
          });
        }
      },
    ],
  });

  return async (request) => {
    const companyKey = ADDRESS.exec(new URL(request.url).pathname)?.[1];
    if (companyKey === undefined) return refusalResponse(404, 'not_found');
    if (companyKey !== NO_COMPANY && companies.find(companyKey) === null) {
      return callRefusal(404, 'company_unknown');
    }
    const body = await readBody(request, CALL_BYTES_MAX);
    if (body === null) return callRefusal(413, 'body_too_large');
    const { response } = await handler.handle(withBody(request, body), {
      prefix: `/rpc/${companyKey}`,
      context: { companyKey: companyKey === NO_COMPANY ? null : companyKey },
    });
    return response === undefined ? refusalResponse(404, 'not_found') : measured(response);
  };
}

/** An answer that is all there says its length: it goes whole, and Electron's pipe fits it. */
async function measured(response: Response): Promise<Response> {
  const { status, headers } = response;
  if (response.body === null || !headers.get('Content-Type')?.includes('json')) return response;
  const bytes = await response.arrayBuffer();
  headers.set('Content-Length', String(bytes.byteLength));
  return new Response(bytes, { status, headers });
}

function withBody(request: Request, body: Bytes): Request {
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: body.byteLength > 0 ? body : null });
}

/** Refusals and calls given up go through; anything else becomes an incident. */
function crashOf(error: unknown, signal: AbortSignal | undefined, report: () => string): unknown {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  if (signal?.aborted) return new ORPCError('CLIENT_CLOSED_REQUEST', { status: 499 });
  return new ORPCError('INTERNAL_SERVER_ERROR', { data: { incident: report() } });
}
