/** Small invoices in both syntaxes, to be changed by replacing parts of their text. */
import { type ReadEinvoice, readEinvoice } from '../../src/main/intake/einvoice/read-einvoice.ts';

/** F1 of 31/01/2026, 100,00 + 20,00 = 120,00 €, due on 02/03/2026. */
export const CII = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
 xmlns:ram="urn:ram" xmlns:udt="urn:udt">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
<ram:ID>urn:cen.eu:en16931:2017</ram:ID>
</ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>F1</ram:ID><ram:TypeCode>380</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString></ram:IssueDateTime>
</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:ApplicableHeaderTradeAgreement>
<ram:SellerTradeParty><ram:Name>VENDEUR</ram:Name></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>ACHETEUR</ram:Name></ram:BuyerTradeParty>
</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement>
<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>
<udt:DateTimeString format="102">20260302</udt:DateTimeString>
</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>
<ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">20.00</ram:TaxTotalAmount>
<ram:GrandTotalAmount>120.00</ram:GrandTotalAmount>
<ram:DuePayableAmount>120.00</ram:DuePayableAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;

/** The same in UBL. */
export const UBL = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="u:cac" xmlns:cbc="u:cbc">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
<cbc:ID>F1</cbc:ID><cbc:IssueDate>2026-01-31</cbc:IssueDate>
<cbc:DueDate>2026-03-02</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity>
<cbc:RegistrationName>VENDEUR</cbc:RegistrationName>
</cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity>
<cbc:RegistrationName>ACHETEUR</cbc:RegistrationName>
</cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal>
<cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount>
<cbc:PayableAmount currencyID="EUR">120.00</cbc:PayableAmount>
</cac:LegalMonetaryTotal>
</Invoice>
`;

/** The same as a credit note, which has its due date elsewhere. */
export const UBL_CREDIT = UBL.replaceAll('Invoice-2', 'CreditNote-2')
  .replace('<Invoice ', '<CreditNote ')
  .replace('</Invoice>', '</CreditNote>')
  .replace('<cbc:DueDate>2026-03-02</cbc:DueDate>\n', '')
  .replace(
    '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>',
    '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>',
  );

/** A text with one part replaced, which must be there. */
export function changed(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`Not in the text: ${part}`);
  return text.replace(part, () => by);
}

export type Change = readonly [part: string, by: string];

/** The text with these changes, read; what is refused is a fault of the test. */
export async function readChanged(
  text: string,
  ...changes: readonly Change[]
): Promise<ReadEinvoice> {
  const made = changes.reduce((result, [part, by]) => changed(result, part, by), text);
  const result = await readEinvoice(Buffer.from(made));
  if (!result.isDone) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The problems, one line each: term, code, value. */
export function faultsOf({ problems }: ReadEinvoice): string[] {
  return problems.map(({ columnName, code, value }) => `${columnName} ${code} ${value}`);
}
