/** The user's scenario beside the one that ships now, field by field; one of them is kept. */
import { Button, Group } from '@mantine/core';
import type { ScenarioRow } from '../../../shared/contract/scenarios.ts';
import type { Scenario, ScenarioStep } from '../../../shared/domain/dunning/scenario.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './scenarios.module.css';
import { Scrolled } from './scrolled.tsx';
import { isSame } from './use-scenario-draft.ts';

export function CompareDialog(props: {
  readonly row: ScenarioRow;
  readonly mine: Scenario;
  readonly shipped: Scenario;
  readonly onTaken: () => void;
  readonly onClose: () => void;
}) {
  const { row, mine, shipped, onTaken, onClose } = props;
  const words = useText(scenariosText);
  const take = useCommand((call) => call.scenarios.remove, { said: () => words.shippedBack });
  const keep = useCommand((call) => call.scenarios.save, { said: () => words.kept });
  const lines = useLines(mine, shipped);
  const takeShipped = async () => {
    const outcome = await take.run({ scenarioKey: row.scenarioKey });
    if (outcome.isDone) onTaken();
  };
  const keepMine = async () => {
    const outcome = await keep.run({ document: mine, keepsOverNewer: true });
    if (outcome.isDone) onClose();
  };
  return (
    <Dialog isOpen title={words.compareTitle(row.name)} size={900} onClose={onClose}>
      <Scrolled label={words.compareTitle(row.name)}>
        <PlainTable
          label={words.compareTitle(row.name)}
          head={[words.field, words.mine, words.shippedNow, words.gap]}
          rows={lines.map(({ key, label, own, other, isEqual }) => ({
            key,
            cells: [
              label,
              own,
              other,
              isEqual ? (
                <span key="same" className={styles.note}>
                  {words.same}
                </span>
              ) : (
                <Badge key="differs" tone="amber">
                  {words.differs}
                </Badge>
              ),
            ],
          }))}
        />
      </Scrolled>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>{words.close}</Button>
        <Button loading={take.isRunning} onClick={() => void takeShipped()}>
          {words.takeShipped}
        </Button>
        {row.hasNewerShipped && (
          <Button variant="filled" loading={keep.isRunning} onClick={() => void keepMine()}>
            {words.keepMine}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly own: string;
  readonly other: string;
  readonly isEqual: boolean;
}

function useLines(mine: Scenario, shipped: Scenario): readonly Line[] {
  const words = useText(scenariosText);
  const inWords = useStepInWords();
  const line = (key: string, label: string, own: string, other: string): Line => ({
    key,
    label,
    own,
    other,
    isEqual: own === other,
  });
  const keys = [
    ...shipped.steps.map(({ stepKey }) => stepKey),
    ...mine.steps
      .map(({ stepKey }) => stepKey)
      .filter((key) => !shipped.steps.some(({ stepKey }) => stepKey === key)),
  ];
  const stepOf = ({ steps }: Scenario, key: string) => steps.find(({ stepKey }) => stepKey === key);
  const said = (step: ScenarioStep | undefined) =>
    step === undefined ? words.absent : inWords(step);
  const days = (count: number) => `${count}${words.businessDays}`;
  return [
    line('name', words.name, mine.name, shipped.name),
    line('description', words.description, mine.description, shipped.description),
    ...keys.map((key, at) => {
      const [own, other] = [stepOf(mine, key), stepOf(shipped, key)];
      return {
        ...line(key, `${words.step} ${at + 1}`, said(own), said(other)),
        isEqual: isSame(own, other),
      };
    }),
    line(
      'interval',
      words.interval,
      days(mine.intervalBusinessDays),
      days(shipped.intervalBusinessDays),
    ),
    line('cap', words.cap, String(mine.monthlyCap), String(shipped.monthlyCap)),
    {
      ...line(
        'thanks',
        words.thanks,
        mine.thankYou.isOn ? words.thanksWhens[mine.thankYou.when] : words.none,
        shipped.thankYou.isOn ? words.thanksWhens[shipped.thankYou.when] : words.none,
      ),
      isEqual: isSame(mine.thankYou, shipped.thankYou),
    },
  ];
}

/** « J+15 · Relance 2 · Courriel · Automatique · ≤ 50 000,00 € ». */
function useStepInWords(): (step: ScenarioStep) => string {
  const words = useText(scenariosText);
  const labels = useText(scenarioText);
  const language = useLanguage();
  return ({ delay, kind, severity, channel, mode, floorCents, ceilingCents }) =>
    [
      `${words.dayShort(delay.days)}${delay.unit === 'business' ? ` ${words.businessShort}` : ''}`,
      severity === null ? labels.kinds[kind] : labels.severities[severity],
      labels.channels[channel],
      labels.modes[mode],
      ...(floorCents === null ? [] : [`≥ ${formatCents(floorCents, { language })}`]),
      ...(ceilingCents === null ? [] : [`≤ ${formatCents(ceilingCents, { language })}`]),
    ].join(' · ');
}
