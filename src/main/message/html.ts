/**
 * A message as the HTML of a mail: tables and inline styles, because Outlook draws with Word's
 * engine and some readers drop the style sheet; nothing from the network; readable at the width of
 * a telephone.
 *
 * Dark mode: colours are given for both schemes. A reader that ignores the dark ones and inverts
 * the light ones by itself still gets dark on light or light on dark, never a mix: background and
 * letters are always set together. Logo and code stand on white, whatever surrounds them.
 */
import type {
  MessageBlock,
  MessageContent,
  MessageFacts,
} from '../../shared/domain/message/message.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { answerLinks } from './answer-links.ts';
import { itemsTable } from './html-items.ts';
import { cell, LINE_BREAK, layout, row, words } from './html-parts.ts';
import { DARK_STYLES, STYLES } from './html-styles.ts';
import type { InlinePicture } from './inline-pictures.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import {
  bankLines,
  bankNoteOf,
  chargeLines,
  type LabelledAmount,
  totalLines,
} from './message-lines.ts';

export interface HtmlForm {
  readonly pictures: readonly InlinePicture[];
  /** Address of a picture: `cid:…` when absent; a preview gives a `data:` or `blob:` address. */
  readonly addressOf?: (picture: InlinePicture) => string;
}

/** The whole page of the mail. */
export function messageHtml(content: MessageContent, facts: MessageFacts, form: HtmlForm): string {
  const blocks = content.blocks.map((block) => blockOf(block, facts, form));
  const sheet = layout({ style: STYLES.sheet, className: 'm-sheet', width: '600' }, [
    row(cell({ style: STYLES.head, className: 'm-head' }, letterhead(facts, form))),
    row(cell({ style: STYLES.body, className: 'm-body' }, blocks)),
    row(cell({ style: STYLES.foot, className: 'm-foot' }, oneLine(facts.issuer.mentions))),
  ]);
  const page = html`<!DOCTYPE html>
<html lang="${facts.language}" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${content.subject}</title>
<style>${DARK_STYLES}</style>
</head>
<body class="m-page" style="${STYLES.page}">
${layout({ style: STYLES.outer, className: 'm-page', width: '100%' }, [
  row(cell({ style: STYLES.gutter, className: 'm-gutter', align: 'center' }, sheet)),
])}
</body>
</html>
`;
  return page.source;
}

function blockOf(block: MessageBlock, facts: MessageFacts, form: HtmlForm): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="${STYLES.paragraph}">${linesOf(block.text.split('\n'))}</p>\n`;
    case 'items':
      return itemsTable(facts);
    case 'totals':
      return amountsTable(totalLines(facts));
    case 'charges':
      return amountsTable(chargeLines(facts));
    case 'bank':
      return bankBlock(facts, form);
    case 'answers':
      return answersBlock(facts);
    case 'signature':
      return signatureBlock(facts);
  }
}

function linesOf(lines: readonly string[]): Markup[] {
  return lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}

function addressOf(picture: InlinePicture, form: HtmlForm): string {
  return form.addressOf?.(picture) ?? `cid:${picture.contentId}`;
}

function letterhead({ issuer, language }: MessageFacts, form: HtmlForm): Markup {
  const name = oneLine(issuer.name);
  const logo = form.pictures.find((picture) => picture.role === 'logo');
  if (logo === undefined) return words('m-accent', STYLES.issuer, name);
  const alt = MESSAGE_WORDS[language].logo(name);
  const picture = html`<img src="${addressOf(logo, form)}" alt="${alt}" height="44"
    style="${STYLES.logo}">`;
  return layout({ style: NOTHING }, [row(cell({ style: STYLES.logoCell }, picture))]);
}

function amountsTable(lines: readonly LabelledAmount[]): Markup {
  const rows = lines.map(({ label, amount, basis, isStrong }) => {
    const law = [LINE_BREAK, html`<span style="${STYLES.basis}">${basis}</span>`];
    return row(
      cell(
        {
          style: isStrong ? STYLES.amountLabelStrong : STYLES.amountLabel,
          className: isStrong ? 'm-strong' : 'm-muted',
        },
        [html`${label}`, ...(basis === '' ? [] : law)],
      ),
      cell(
        {
          style: isStrong ? STYLES.amountStrong : STYLES.amount,
          className: isStrong ? 'm-strong' : 'm-text',
          align: 'right',
          valign: 'top',
        },
        amount,
      ),
    );
  });
  // Outlook floats by `align`; what follows begins under the table.
  return html`${layout({ style: STYLES.amounts, align: 'right' }, rows)}
<div style="${STYLES.clear}">&nbsp;</div>
`;
}

function bankBlock(facts: MessageFacts, form: HtmlForm): Markup {
  const text = MESSAGE_WORDS[facts.language].bank;
  const code = form.pictures.find((picture) => picture.role === 'transfer');
  const link = facts.paymentLink.startsWith('https://') ? oneLine(facts.paymentLink) : '';
  const details = [
    html`<div class="m-accent" style="${STYLES.boxTitle}">${text.title}</div>`,
    layout({ style: NOTHING }, bankRows(facts)),
    link === ''
      ? NOTHING
      : html`<p style="${STYLES.link}"><a class="m-accent" href="${link}"
    style="${STYLES.anchor}">${text.link}</a></p>`,
  ];
  const cells = [
    cell({ style: STYLES.boxCell, className: 'm-text m-stack', valign: 'top' }, details),
    ...(code === undefined ? [] : [codeCell(addressOf(code, form), text.qr)]),
  ];
  const note = { style: STYLES.note, className: 'm-muted', span: cells.length };
  return html`${layout({ style: STYLES.box, className: 'm-box', width: '100%' }, [
    row(...cells),
    row(cell(note, bankNoteOf(facts))),
  ])}\n`;
}

function codeCell(address: string, alt: string): Markup {
  const picture = html`<img src="${address}" width="112" height="112" alt="${alt}"
    style="${STYLES.code}">`;
  const look = { style: STYLES.codeCell, className: 'm-stack m-code', width: '124' };
  return cell({ ...look, align: 'center', valign: 'top' }, picture);
}

function bankRows(facts: MessageFacts): Markup[] {
  return bankLines(facts).map(({ label, value, isIban }) =>
    row(
      cell({ style: STYLES.label, className: 'm-muted m-label', valign: 'top' }, label),
      cell(
        { style: isIban ? STYLES.iban : STYLES.value, className: 'm-text', valign: 'top' },
        value,
      ),
    ),
  );
}

function answersBlock(facts: MessageFacts): Markup {
  const links = answerLinks(facts);
  if (links.length === 0) return NOTHING;
  const { title } = MESSAGE_WORDS[facts.language].answers;
  const buttons = links.map(
    ({ label, href }) =>
      html`<a class="m-answer" href="${href}" style="${STYLES.answer}">${label}</a>\n`,
  );
  return html`<div style="${STYLES.answers}">${words('m-muted', STYLES.answersTitle, title)}<br>
${buttons}</div>
`;
}

function signatureBlock({ sender, issuer, language }: MessageFacts): Markup {
  const text = MESSAGE_WORDS[language].signature;
  const phone = oneLine(sender.phone === '' ? issuer.phone : sender.phone);
  const email = oneLine(sender.email === '' ? issuer.email : sender.email);
  const reach = [phone === '' ? '' : `${text.phone} ${phone}`, email];
  const lines = [
    oneLine(sender.title),
    issuer.name === sender.name ? '' : oneLine(issuer.name),
    reach.filter((part) => part !== '').join(' · '),
    oneLine(issuer.website),
  ]
    .filter((line) => line !== '')
    .flatMap((line) => [LINE_BREAK, words('m-muted', STYLES.muted, line)]);
  const name = html`<strong>${oneLine(sender.name)}</strong>`;
  return html`<p style="${STYLES.signature}">${[name, ...lines]}</p>
`;
}
