/**
 * What a page must never do while a test uses it: print an error, throw, break its own security
 * policy, or ask anything of a machine other than this one.
 */
import type { Page } from 'playwright-core';

/** Fills `complaints` with one sentence for each fault of the page. */
export function listenToFaults(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error.message}`));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('request', (request) => {
    const url = request.url();
    // Chromium shows a PDF in a page of its own.
    const isOwn = /^(blob|data|about|chrome-extension):/.test(url);
    const isOurs = isOwn || url.startsWith(`${origin}/`);
    if (!isOurs) complaints.push(`request to another machine: ${url}`);
  });
}

/** Reports broken security policies as console errors; to be added before the page loads. */
export const policyWatch = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});`;
