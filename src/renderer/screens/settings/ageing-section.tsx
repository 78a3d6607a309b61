/** The columns of the aged balance, and the share of unmatched lines that stops a chase. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { areBracketsIncreasing, bucketKeys } from '../../../shared/domain/ageing/aged-balance.ts';
import { bucketLabel } from '../../../shared/text/ageing.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ShareField } from './figure-field.tsx';
import { SectionForm } from './section-form.tsx';
import { type Shown, useSection } from './use-section.ts';

const DAYS_MAX = 720;
const BRACKETS_MAX = 6;

export function AgeingSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsText);
  const language = useLanguage();
  const ageing = useSection('ageing', shown);
  const thresholds = useSection('thresholds', shown);
  const [typed, setTyped] = useState<string | null>(null);
  const written = ageing.value.bracketDays.join(' ');
  const text = typed ?? written;
  const read = readBrackets(text);
  const drop = () => setTyped(null);
  const columns = bucketKeys(read ?? []).map((key) => bucketLabel(key, language));
  return (
    <SectionForm
      forms={[
        {
          ...ageing,
          forget: () => {
            drop();
            ageing.forget();
          },
          settle: () => {
            setTyped((now) => (now === typed ? null : now));
            ageing.settle();
          },
          toDefaults: () => {
            drop();
            ageing.toDefaults();
          },
        },
        thresholds,
      ]}
      isValid={read !== null}
      hasDefaults
    >
      <TextInput
        label={words.brackets}
        inputMode="numeric"
        value={text}
        error={read === null ? words.bracketsWrong : undefined}
        description={read === null ? words.bracketsHint : words.bracketsRead(columns.join(' · '))}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const days = readBrackets(event.currentTarget.value);
          if (days !== null) ageing.change({ bracketDays: [...days] });
        }}
      />
      <ShareField
        label={words.matchFirst}
        description={words.matchFirstHint}
        basisPoints={thresholds.value.matchFirstShareBasisPoints}
        onChange={(matchFirstShareBasisPoints) => thresholds.change({ matchFirstShareBasisPoints })}
      />
      <AmountInput
        label={words.residue}
        description={words.residueHint}
        value={thresholds.value.residueToleranceCents}
        onChange={(cents) =>
          thresholds.change({ residueToleranceCents: Math.min(cents ?? 0, RESIDUE_MAX_CENTS) })
        }
      />
    </SectionForm>
  );
}

/** A thousand euros left of an invoice are no small residue. */
const RESIDUE_MAX_CENTS = 100_000;

/** Days typed with any sign between them; null while they are not increasing brackets. */
function readBrackets(text: string): readonly number[] | null {
  const days = text
    .split(/[^\d]+/)
    .filter((part) => part !== '')
    .map((part) => Number.parseInt(part, 10));
  const isRight =
    days.length > 0 &&
    days.length <= BRACKETS_MAX &&
    days.every((day) => day >= 1 && day <= DAYS_MAX) &&
    areBracketsIncreasing(days);
  return isRight ? days : null;
}
