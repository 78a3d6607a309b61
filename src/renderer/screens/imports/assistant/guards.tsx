/** What must be answered before a file goes in, and what is worth knowing of it. */
import { Alert, Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useCompanySwitch } from '../../../frame/company-switch.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { useCount } from '../use-count.ts';
import type { Recognised } from './recognised.ts';

const ICON = <IconAlertTriangle size={18} stroke={1.6} />;

export function Guards(props: {
  readonly preview: ImportPreview;
  readonly file: Recognised | null;
  readonly accepted: ReadonlySet<string>;
  readonly onChange: (accepted: ReadonlySet<string>) => void;
}) {
  const { preview, file, accepted, onChange } = props;
  const words = useText(importsText);
  const sentenceOf = useGuardSentence();
  const { current } = useCompanySwitch();
  const known = current?.siren ?? null;
  const told = file?.siren ?? null;
  const toggle = (code: string, isOn: boolean) => {
    const next = new Set(accepted);
    if (isOn) next.add(code);
    else next.delete(code);
    onChange(next);
  };
  return (
    <>
      {told !== null && known !== null && told !== known && (
        <Alert color="amber" icon={ICON}>
          {words.otherSiren(told)}
        </Alert>
      )}
      {preview.guards.map(({ code, detail }) => (
        <Alert key={code} color="danger" icon={ICON} title={words.guards}>
          <p>{sentenceOf(code, detail)}</p>
          <Checkbox
            mt={8}
            label={words.acceptGuard}
            checked={accepted.has(code)}
            onChange={(event) => toggle(code, event.currentTarget.checked)}
          />
        </Alert>
      ))}
    </>
  );
}

function useGuardSentence(): (code: string, detail: string) => string {
  const words = useText(importsText);
  const language = useLanguage();
  const count = useCount();
  return (code, detail) => {
    const figure = /^-?\d{1,15}$/.test(detail) ? Number.parseInt(detail, 10) : 0;
    const written = code === 'totals_differ' ? formatCents(figure, { language }) : count(figure);
    return words.guard[code]?.(written) ?? code;
  };
}
