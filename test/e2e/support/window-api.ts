/** Calls of the API with the right of the window: what a journey needs and no screen shows. */
import type { Page } from 'playwright-core';

/** One call on the company on screen; its answer. */
export async function callFromWindow(
  page: Page,
  procedure: `${string}/${string}`,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ({ path, body }) => {
      const [, companyKey] = window.location.pathname.split('/');
      const token = window.sessionStorage.getItem('encours.token');
      const answer = await fetch(`/rpc/${companyKey}/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify({ json: body }),
      });
      const { json } = (await answer.json()) as { json: Record<string, unknown> };
      if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(json)}`);
      return json;
    },
    { path: procedure, body: input },
  );
}
