/**
 * A mail as its reader sees it, in a frame of its own: no script, no link that leads anywhere, no
 * picture from elsewhere.
 *
 *     <MailPreview title="Aperçu du courriel" html={preview.html} />
 *
 * The policy of the window forbids inline styles, and a frame inherits it; a mail has nothing else.
 * So the document is built here, node by node, and its styles are given through the CSSOM, which
 * the policy allows: it watches what comes from markup, not what a program sets.
 */
import { useEffect, useRef } from 'react';
import { mailDocument } from './mail-document.ts';
import styles from './mail-preview.module.css';

export function MailPreview(props: { readonly title: string; readonly html: string }) {
  const { title, html } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current !== null) showMail(frame.current, html);
  }, [html]);
  return <iframe ref={frame} className={styles.frame} title={title} sandbox="allow-same-origin" />;
}

function showMail(frame: HTMLIFrameElement, html: string): void {
  const shown = frame.contentDocument;
  const view = shown?.defaultView ?? null;
  if (shown === null || view === null) return;
  if (shown.compatMode !== 'CSS1Compat') {
    // An empty frame is in quirks mode; a mail has a doctype.
    shown.open();
    shown.write('<!doctype html><title></title>');
    shown.close();
  }
  const { body, language, rules } = mailDocument(html);
  shown.documentElement.lang = language;
  shown.body.replaceWith(shown.importNode(body, true));
  for (const element of shown.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
    delete element.dataset.style;
  }
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(rules);
  shown.adoptedStyleSheets = [sheet];
}
