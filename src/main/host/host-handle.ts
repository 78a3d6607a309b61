/**
 * What both hosts do with a request they let in: hand it to the core, or speak for a core that is
 * down. Two paths are the host's own: `/relaunch`, by POST from the window or by a link from the
 * page below, and the page shown when the window's process fails twice.
 */
import { hostText } from '../../shared/text/host.ts';
import { CoreStopped } from './bridge.ts';
import type { CoreDown, CoreSupervisor } from './core-supervisor.ts';
import { callFailure, refusalResponse, withCommonHeaders } from './headers.ts';
import { messagePage } from './message-page.ts';

export type Handle = (request: Request) => Promise<Response>;

export const RELAUNCH_PATH = '/relaunch';
export const FAILED_PATH = '/window-failed';

export function makeHostHandle(core: CoreSupervisor): Handle {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === FAILED_PATH) return failedPage(core, searchParams.get('incident') ?? '');
    if (pathname === RELAUNCH_PATH) return relaunch(core, request.method);
    try {
      return await core.handle(request);
    } catch (error) {
      if (!(error instanceof CoreStopped)) throw error;
      return speakForCore(core, request.method, pathname);
    }
  };
}

async function relaunch(core: CoreSupervisor, method: string): Promise<Response> {
  const isRunning = await core.relaunch();
  if (method === 'POST') {
    return isRunning ? withCommonHeaders(Response.json({})) : refusalResponse(503, 'core_stopped');
  }
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  const html = '<!doctype html><meta http-equiv="refresh" content="0;url=/">';
  return withCommonHeaders(new Response(html, { headers }));
}

function failedPage(core: CoreSupervisor, incident: string): Response {
  const words = hostText[core.settings.language];
  const sentences = [words.windowFailedBody(incident)];
  const link = { href: '/', label: words.reload };
  return messagePage(200, { title: words.windowFailedTitle, sentences, link });
}

function speakForCore(core: CoreSupervisor, method: string, pathname: string): Response {
  const down = core.down();
  const incident = down?.incident ?? '';
  if (pathname.startsWith('/rpc/')) return callFailure(503, 'core_stopped', { incident });
  if (method !== 'GET' || /\.\w+$/.test(pathname)) {
    return refusalResponse(503, 'core_stopped', { incident });
  }
  return downPage(core, down);
}

function downPage(core: CoreSupervisor, down: CoreDown | null): Response {
  const words = hostText[core.settings.language];
  const sentences = [words.downBody(down?.incident ?? '')];
  if (down?.mayRelaunch === false) {
    return messagePage(503, {
      title: words.downTitle,
      sentences: [...sentences, words.downForGood],
    });
  }
  const link = { href: RELAUNCH_PATH, label: words.relaunch };
  return messagePage(503, { title: words.downTitle, sentences, link });
}
