/** The rules: what each watches, on or off, how many alerts it has; new ones are built here. */
import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../../shared/format/number.ts';
import { alertsText } from '../../../../shared/text/screens/alerts.ts';
import { useApi } from '../../../api/connection.tsx';
import { useCommand } from '../../../commands/use-command.tsx';
import { Badge } from '../../../parts/badge.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Skeleton } from '../../../parts/states.tsx';
import type { Rule } from './alert-rule.ts';
import styles from './alerts.module.css';
import { RuleDialog } from './rule-dialog.tsx';

export function RulesPanel({ onClose }: { readonly onClose: () => void }) {
  const api = useApi();
  const words = useText(alertsText);
  const { data } = useQuery(api.query.alerts.rules.queryOptions());
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  return (
    <Panel label={words.rules} width={620} onClose={onClose}>
      <div className={styles.panel}>
        <header className={styles.panelHead}>
          <h2 className={styles.panelTitle}>{words.rules}</h2>
          <Button
            leftSection={<IconPlus size={15} stroke={1.6} />}
            onClick={() => setEdited('new')}
          >
            {words.newRule}
          </Button>
        </header>
        {data === undefined ? (
          <Skeleton lines={6} height={32} />
        ) : (
          <ul className={styles.rules}>
            {data.map((rule) => (
              <RuleLine key={rule.ruleKey} rule={rule} onEdit={() => setEdited(rule)} />
            ))}
          </ul>
        )}
      </div>
      {edited !== null && (
        <RuleDialog rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}

function RuleLine({ rule, onEdit }: { readonly rule: Rule; readonly onEdit: () => void }) {
  const words = useText(alertsText);
  const language = useLanguage();
  const { ruleKey, name, criteria, isOn } = rule;
  const save = useCommand((call) => call.alerts.saveRule, { said: () => words.ruleSaved });
  const remove = useCommand((call) => call.alerts.removeRule, {
    said: () => words.ruleRemoved,
    undo: () => (call, commandId) =>
      call.alerts.saveRule({ commandId, ruleKey, name, criteria, isOn }),
  });
  const isRemovable = !rule.isShipped || rule.isChanged;
  const away = rule.isShipped ? words.giveBack : words.remove;
  return (
    <li className={styles.rule}>
      <Switch
        aria-label={`${words.isOn} : ${name}`}
        checked={isOn}
        onChange={() => void save.run({ ruleKey, name, criteria, isOn: !isOn })}
      />
      <div className={styles.ruleSaid}>
        <span className={styles.ruleName}>
          {name}
          {rule.openCount > 0 && (
            <Badge tone="amber">{words.openCount(formatCount(rule.openCount, { language }))}</Badge>
          )}
          {rule.isChanged && <Badge>{words.changed}</Badge>}
        </span>
        <p className={styles.note}>{rule.sentence}</p>
      </div>
      <div className={styles.ruleActs}>
        <Tooltip label={words.edit}>
          <ActionIcon aria-label={`${words.edit} : ${name}`} onClick={onEdit}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        {isRemovable && (
          <Tooltip label={away}>
            <ActionIcon
              aria-label={`${away} : ${name}`}
              onClick={() => void remove.run({ ruleKey })}
            >
              {rule.isShipped ? (
                <IconArrowBackUp size={16} stroke={1.6} />
              ) : (
                <IconTrash size={16} stroke={1.6} />
              )}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  );
}
