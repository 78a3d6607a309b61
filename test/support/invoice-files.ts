/** Files of invoices as a package or a portal hands them over, to be dropped on the imports. */
import { PDFDocument } from 'pdf-lib';
import { CII, changed } from './einvoice-xml.ts';
import type { GivenFile } from './running-application.ts';

export interface InvoiceFileText {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly issueDate: string;
  /** YYYY-MM-DD; null where the invoice states none. */
  readonly dueDate: string | null;
  /** Total with VAT, in cents. */
  readonly amountCents: number;
  readonly buyer: string;
  readonly buyerSiren?: string;
  readonly sellerSiren?: string;
}

/** The XML of it, in the syntax of Factur-X. */
export function ciiFile(invoice: InvoiceFileText, name = 'facture.xml'): GivenFile {
  return { name, bytes: Buffer.from(ciiText(invoice)) };
}

/** A Factur-X: one page, with the XML inside. */
export async function facturXFile(invoice: InvoiceFileText, name: string): Promise<GivenFile> {
  const document = await PDFDocument.create();
  document.addPage([300, 200]).drawText(`Facture ${invoice.number}`, { x: 20, y: 150 });
  await document.attach(Buffer.from(ciiText(invoice)), 'factur-x.xml', {
    mimeType: 'text/xml',
  });
  return { name, bytes: await document.save() };
}

/** A PDF without anything inside. */
export async function plainPdf(name: string): Promise<GivenFile> {
  const document = await PDFDocument.create();
  document.addPage([300, 200]).drawText(name, { x: 20, y: 150 });
  return { name, bytes: await document.save() };
}

function ciiText(invoice: InvoiceFileText): string {
  const { number, buyer, buyerSiren, sellerSiren, amountCents } = invoice;
  const compact = (day: string) => day.replaceAll('-', '');
  const euros = (amountCents / 100).toFixed(2);
  const party = (siren: string | undefined) =>
    siren === undefined
      ? ''
      : `<ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">${siren}</ram:ID></ram:SpecifiedLegalOrganization>`;
  const terms = /<ram:SpecifiedTradePaymentTerms>[\s\S]*?<\/ram:SpecifiedTradePaymentTerms>/;
  const made = [
    ['<ram:ID>F1</ram:ID>', `<ram:ID>${number}</ram:ID>`],
    ['20260131', compact(invoice.issueDate)],
    ['20260302', compact(invoice.dueDate ?? '2026-03-02')],
    ['<ram:Name>ACHETEUR</ram:Name>', `<ram:Name>${buyer}</ram:Name>${party(buyerSiren)}`],
    ['<ram:Name>VENDEUR</ram:Name>', `<ram:Name>VENDEUR</ram:Name>${party(sellerSiren)}`],
    ['<ram:TaxBasisTotalAmount>100.00', `<ram:TaxBasisTotalAmount>${euros}`],
    ['>20.00</ram:TaxTotalAmount>', '>0.00</ram:TaxTotalAmount>'],
    ['<ram:GrandTotalAmount>120.00', `<ram:GrandTotalAmount>${euros}`],
    ['<ram:DuePayableAmount>120.00', `<ram:DuePayableAmount>${euros}`],
  ].reduce((text, [part = '', by = '']) => changed(text, part, by), CII);
  return invoice.dueDate === null ? made.replace(terms, '') : made;
}
