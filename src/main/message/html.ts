/**
 * A message as the HTML of a mail: tables and inline styles, because Outlook draws with Word's
 * engine and some readers drop the style sheet; nothing from the network; readable at the width of
 * a telephone.
 *
 * Dark mode: colours are given for both schemes. A reader that ignores the dark ones and inverts
 * the light ones by itself still gets dark on light or light on dark, never a mix: background and
 * letters are always set together. Logo and code stand on white, whatever surrounds them.
 */
import { formatIban } from '../../shared/domain/bank-account/iban.ts';
import type {
  MessageBlock,
  MessageContent,
  MessageFacts,
} from '../../shared/domain/message/message.ts';
import { oneLine } from '../../shared/format/one-line.ts';
import { MESSAGE_WORDS } from '../../shared/text/message.ts';
import { answerLinks } from './answer-links.ts';
import { itemsTable } from './html-items.ts';
import { DARK_STYLES, STYLES } from './html-styles.ts';
import { amountToPayOf, type InlinePicture } from './inline-pictures.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { amountOf, chargeLines, type LabelledAmount, totalLines } from './message-lines.ts';

export interface HtmlForm {
  readonly pictures: readonly InlinePicture[];
  /** Address of a picture: `cid:…` when absent; a preview gives a `data:` or `blob:` address. */
  readonly addressOf?: (picture: InlinePicture) => string;
}

/** The whole page of the mail. */
export function messageHtml(content: MessageContent, facts: MessageFacts, form: HtmlForm): string {
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
<table role="presentation" class="m-page" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLES.outer}">
<tr><td align="center" class="m-gutter" style="${STYLES.gutter}">
<table role="presentation" class="m-sheet" width="600" cellpadding="0" cellspacing="0" border="0" style="${STYLES.sheet}">
${letterhead(facts, form)}
<tr><td class="m-body" style="${STYLES.body}">
${content.blocks.map((block) => blockOf(block, facts, form))}
</td></tr>
${mentionsOf(facts)}
</table>
</td></tr>
</table>
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
  const logo = form.pictures.find((picture) => picture.role === 'logo');
  const name = oneLine(issuer.name);
  const shown =
    logo === undefined
      ? html`<span class="m-accent" style="${STYLES.issuer}">${name}</span>`
      : html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td style="${STYLES.logoCell}"><img src="${addressOf(logo, form)}" alt="${MESSAGE_WORDS[language].logo(name)}" height="44" style="${STYLES.logo}"></td></tr></table>`;
  return html`<tr><td class="m-head" style="${STYLES.head}">${shown}</td></tr>\n`;
}

function amountsTable(lines: readonly LabelledAmount[]): Markup {
  return html`<table role="presentation" align="right" cellpadding="0" cellspacing="0" border="0" style="${STYLES.amounts}">
${lines.map(
  (line) =>
    html`<tr><td class="${line.isStrong ? 'm-strong' : 'm-muted'}" style="${line.isStrong ? STYLES.amountLabelStrong : STYLES.amountLabel}">${line.label}${line.basis === '' ? NOTHING : html`<br><span style="${STYLES.basis}">${line.basis}</span>`}</td><td class="${line.isStrong ? 'm-strong' : 'm-text'}" align="right" valign="top" style="${line.isStrong ? STYLES.amountStrong : STYLES.amount}">${line.amount}</td></tr>\n`,
)}</table>
<div style="${STYLES.clear}">&nbsp;</div>
`;
}

function bankBlock(facts: MessageFacts, form: HtmlForm): Markup {
  const words = MESSAGE_WORDS[facts.language].bank;
  const { bank } = facts.issuer;
  const amount = amountToPayOf(facts);
  const rows: (readonly [string, string])[] = [
    [words.holder, oneLine(bank.holder)],
    ['IBAN', formatIban(bank.iban)],
    ['BIC', oneLine(bank.bic)],
    [words.bankName, oneLine(bank.bankName)],
    [words.amount, amount > 0 ? amountOf(amount, facts) : ''],
    [words.reference, oneLine(facts.paymentReference)],
  ];
  const code = form.pictures.find((picture) => picture.role === 'transfer');
  const link = facts.paymentLink.startsWith('https://') ? oneLine(facts.paymentLink) : '';
  const factor = facts.factor;
  const note =
    factor === null
      ? words.unchanged
      : words.factor(oneLine(factor.name), oneLine(factor.contractNumber));
  return html`<table role="presentation" class="m-box" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLES.box}">
<tr><td class="m-text m-stack" valign="top" style="${STYLES.boxCell}">
<div class="m-accent" style="${STYLES.boxTitle}">${words.title}</div>
<table role="presentation" cellpadding="0" cellspacing="0" border="0">
${rows
  .filter(([, value]) => value !== '')
  .map(
    ([label, value]) =>
      html`<tr><td class="m-muted m-label" valign="top" style="${STYLES.label}">${label}</td><td class="m-text" valign="top" style="${label === 'IBAN' ? STYLES.iban : STYLES.value}">${value}</td></tr>\n`,
  )}</table>
${link === '' ? NOTHING : html`<p style="${STYLES.link}"><a class="m-accent" href="${link}" style="${STYLES.anchor}">${words.link}</a></p>`}
</td>${code === undefined ? NOTHING : html`<td class="m-stack m-code" width="124" valign="top" align="center" style="${STYLES.codeCell}"><img src="${addressOf(code, form)}" width="112" height="112" alt="${words.qr}" style="${STYLES.code}"></td>`}</tr>
<tr><td class="m-muted" colspan="${code === undefined ? 1 : 2}" style="${STYLES.note}">${note}</td></tr>
</table>
`;
}

function answersBlock(facts: MessageFacts): Markup {
  const links = answerLinks(facts);
  if (links.length === 0) return NOTHING;
  const words = MESSAGE_WORDS[facts.language].answers;
  return html`<div style="${STYLES.answers}"><span class="m-muted" style="${STYLES.answersTitle}">${words.title}</span><br>
${links.map(({ label, href }) => html`<a class="m-answer" href="${href}" style="${STYLES.answer}">${label}</a> \n`)}</div>
`;
}

function signatureBlock({ sender, issuer, language }: MessageFacts): Markup {
  const words = MESSAGE_WORDS[language].signature;
  const phone = oneLine(sender.phone === '' ? issuer.phone : sender.phone);
  const email = oneLine(sender.email === '' ? issuer.email : sender.email);
  const lines = [
    oneLine(sender.title),
    oneLine(issuer.name),
    [phone === '' ? '' : `${words.phone} ${phone}`, email]
      .filter((part) => part !== '')
      .join(' · '),
    oneLine(issuer.website),
  ].filter((line) => line !== '');
  return html`<p style="${STYLES.signature}"><strong>${oneLine(sender.name)}</strong>${lines.map((line) => html`<br><span class="m-muted" style="${STYLES.muted}">${line}</span>`)}</p>
`;
}

/** C. com., art. R123-237 and R123-238: on every message to a third party. */
function mentionsOf({ issuer }: MessageFacts): Markup {
  const mentions = oneLine(issuer.mentions);
  return html`<tr><td class="m-foot" style="${STYLES.foot}">${mentions}</td></tr>\n`;
}
