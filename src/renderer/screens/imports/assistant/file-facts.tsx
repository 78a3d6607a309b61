/** What the file itself is: its kind, its period, how far the bank is known, its lettering. */
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatPercent } from '../../../../shared/format/number.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { Amount } from '../../../parts/amount.tsx';
import { DateText } from '../../../parts/date-text.tsx';
import { type Fact, FactList } from '../../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Section } from '../../../parts/screen.tsx';
import { hasAmounts } from './has-amounts.ts';

export function FileFacts({ preview }: { readonly preview: ImportPreview }) {
  const words = useText(importsText);
  const language = useLanguage();
  const { coversFromDate, coversToDate, bankDate, letteredShare } = preview;
  const facts: readonly Fact[] = [
    {
      label: words.recognisedAs,
      note: preview.encoding,
      value: words.readers[preview.reader] ?? preview.reader,
    },
    coversFromDate !== null && coversToDate !== null
      ? {
          label: words.period,
          value: words.covers(formatDate(coversFromDate), formatDate(coversToDate)),
        }
      : { label: words.statedOn, value: <DateText date={preview.statedOnDate} /> },
    {
      label: words.bankUpTo,
      value: bankDate === null ? words.bankUnknown : <DateText date={bankDate} />,
    },
    ...(letteredShare === null
      ? []
      : [
          {
            label: words.lettered,
            value: formatPercent(letteredShare, { language, decimals: 0 }),
          },
        ]),
    ...(hasAmounts(preview)
      ? [
          { label: words.debit, value: <Amount cents={preview.debitCents} /> },
          { label: words.credit, value: <Amount cents={preview.creditCents} /> },
        ]
      : []),
  ];
  return (
    <Section title={words.file2}>
      <FactList facts={facts} />
    </Section>
  );
}
