/** What is known and decided of the payer: marks, guarantees, solvency, accepted terms. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formatRate } from '../../../shared/format/number.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './behaviour.module.css';
import { GuaranteeForm } from './guarantee-form.tsx';
import { AcceptanceForm, MarkForm } from './mark-form.tsx';
import { SolvencyForm } from './solvency-form.tsx';
import { type BehaviourData, useBehaviour } from './use-behaviour.ts';
import type { CustomerFileData } from './use-customer.ts';

type FormKind = 'mark' | 'guarantee' | 'solvency' | 'acceptance';
const FORMS = {
  mark: MarkForm,
  guarantee: GuaranteeForm,
  solvency: SolvencyForm,
  acceptance: AcceptanceForm,
};

export function PayerFacts({ file }: { readonly file: CustomerFileData }) {
  const words = useText(payerText);
  const { data } = useBehaviour(file.customerId);
  const [form, setForm] = useState<FormKind | null>(null);
  const labels: readonly (readonly [FormKind, string])[] = [
    ['mark', words.addMark],
    ['guarantee', words.addGuarantee],
    ['solvency', words.addSolvency],
    ['acceptance', words.addAcceptance],
  ];
  const Form = form === null ? null : FORMS[form];
  return (
    <Section
      title={words.facts}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle">{words.add}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {labels.map(([kind, label]) => (
              <Menu.Item key={kind} onClick={() => setForm(kind)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      {data !== undefined && <Facts behaviour={data} />}
      {Form !== null && <Form customerId={file.customerId} onClose={() => setForm(null)} />}
    </Section>
  );
}

function Facts({ behaviour }: { readonly behaviour: BehaviourData }) {
  const words = useText(payerText);
  const { marks, guarantees, solvencyChecks, acceptances } = behaviour;
  if ([marks, guarantees, solvencyChecks, acceptances].every((list) => list.length === 0)) {
    return <p className={styles.quiet}>{words.noFacts}</p>;
  }
  return (
    <ul className={styles.list}>
      {marks.map((mark) => (
        <Mark key={`mark:${mark.markId}`} mark={mark} />
      ))}
      {guarantees.map((one) => (
        <Guarantee key={`guarantee:${one.guaranteeId}`} guarantee={one} />
      ))}
      {solvencyChecks.map((one) => (
        <Line
          key={`solvency:${one.solvencyCheckId}`}
          kind="solvency"
          factId={one.solvencyCheckId}
          name={words.factKinds.solvency ?? ''}
        >
          {words.opinions[one.opinion]} · <DateText date={one.checkedOn} form="day" /> ·{' '}
          {one.source} <Review on={one.nextReviewOn} isDue={one.isReviewDue} />
          <Figures figures={one.figures} />
        </Line>
      ))}
      {acceptances.map((one) => (
        <Line
          key={`acceptance:${one.termsAcceptanceId}`}
          kind="acceptance"
          factId={one.termsAcceptanceId}
          name={words.factKinds.acceptance ?? ''}
        >
          {one.version} · <DateText date={one.acceptedOn} form="day" /> · {one.source}
        </Line>
      ))}
    </ul>
  );
}

function Mark({ mark }: { readonly mark: BehaviourData['marks'][number] }) {
  const words = useText(payerText);
  const value = words.markValues[mark.value];
  return (
    <Line kind="mark" factId={mark.markId} name={words.markKindOf[mark.kind] ?? mark.kind}>
      {value === undefined ? '' : `${value} · `}
      {mark.reason} <Review on={mark.reviewOn} isDue={mark.isReviewDue} />
    </Line>
  );
}

function Guarantee(props: { readonly guarantee: BehaviourData['guarantees'][number] }) {
  const { guarantee } = props;
  const words = useText(payerText);
  const language = useLanguage();
  return (
    <Line
      kind="guarantee"
      factId={guarantee.guaranteeId}
      name={words.guaranteeKinds[guarantee.kind] ?? guarantee.kind}
    >
      <Amount cents={guarantee.amountCents} currency={guarantee.currency} />{' '}
      {formatRate(guarantee.shareBasisPoints, { language, decimals: 0 })} ·{' '}
      {guarantee.until === null ? (
        words.untilNone
      ) : (
        <>
          {words.until.toLowerCase()} <DateText date={guarantee.until} form="day" />
        </>
      )}{' '}
      · {guarantee.source} {!guarantee.isInForce && <Badge tone="amber">{words.notInForce}</Badge>}
    </Line>
  );
}

function Figures({ figures }: Pick<BehaviourData['solvencyChecks'][number], 'figures'>) {
  const words = useText(payerText);
  const known = [
    [words.turnover, figures.turnoverCents] as const,
    [words.equity, figures.equityCents] as const,
    [words.result, figures.resultCents] as const,
  ].filter(([, cents]) => cents !== null);
  return known.map(([label, cents]) => (
    <span key={label} className={styles.quiet}>
      {' '}
      · {label} <Amount cents={cents ?? 0} />
    </span>
  ));
}

function Review(
  props: { readonly on: BehaviourData['marks'][number]['reviewOn'] | null } & {
    readonly isDue: boolean;
  },
) {
  const words = useText(payerText);
  if (props.on === null) return null;
  return (
    <span className={styles.quiet}>
      · {words.reviewOn.toLowerCase()} <DateText date={props.on} form="day" />{' '}
      {props.isDue && <Badge tone="amber">{words.reviewDue}</Badge>}
    </span>
  );
}

function Line(props: {
  readonly kind: FormKind;
  readonly factId: number;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { kind, factId, name } = props;
  const words = useText(payerText);
  const end = useCommand((call) => call.payers.endFact, {
    said: () => words.ended,
    undo: () => (call, commandId) =>
      call.payers.endFact({ commandId, kind, factId, isEnded: false }),
  });
  const label = `${words.end} : ${name}`;
  return (
    <li>
      <span className={styles.what}>
        <strong>{name}</strong> {props.children}
      </span>
      <Tooltip label={words.end}>
        <ActionIcon
          size={22}
          aria-label={label}
          loading={end.isRunning}
          onClick={() => void end.run({ kind, factId, isEnded: true })}
        >
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
