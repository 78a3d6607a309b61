/**
 * Settings: sections in a list on the left, one form each on the right, saved by section. Every
 * figure is shown with its original value where it differs.
 */
import { NavLink } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { AccountsSection } from './accounts-section.tsx';
import { AgeingSection } from './ageing-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { BankSection } from './bank-section.tsx';
import { CallsSection } from './calls-section.tsx';
import { ChargesSection } from './charges-section.tsx';
import { DelaysSection } from './delays-section.tsx';
import { DiagnosticSection } from './diagnostic-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { DunningSection } from './dunning-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { IncomingSection } from './incoming-section.tsx';
import { IntakeSection } from './intake-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LettersSection } from './letters-section.tsx';
import { MailSection } from './mail-section.tsx';
import { PayersSection } from './payers-section.tsx';
import { PrioritySection } from './priority-section.tsx';
import styles from './settings.module.css';
import { TeamSection } from './team-section.tsx';
import { TermsSection } from './terms-section.tsx';
import type { Shown } from './use-section.ts';

const SECTIONS = [
  'identity',
  'bank',
  'accounts',
  'intake',
  'terms',
  'ageing',
  'delays',
  'priority',
  'payers',
  'mail',
  'incoming',
  'dunning',
  'letters',
  'calls',
  'team',
  'charges',
  'figures',
  'display',
  'backups',
  'diagnostic',
  'keys',
] as const;
type SectionName = (typeof SECTIONS)[number];

const settingsSearch = z.object({ section: z.enum(SECTIONS).catch('identity') });

export default function SettingsScreen() {
  const api = useApi();
  const words = useText(settingsText);
  const [{ section }, setSearch] = useScreenSearch(settingsSearch);
  const shown = useQuery(api.query.settings.show.queryOptions());
  return (
    <Screen title={words.title} isFixed>
      <div className={styles.ground} data-print="scroll">
        <nav className={styles.sections} aria-label={words.title} data-print="never">
          {SECTIONS.map((name) => (
            <NavLink
              key={name}
              component="button"
              type="button"
              label={words.sections[name]}
              active={name === section}
              aria-current={name === section ? 'page' : undefined}
              onClick={() => setSearch({ section: name })}
            />
          ))}
        </nav>
        <section
          key={section}
          className={styles.section}
          aria-label={words.sections[section]}
          data-print="scroll"
        >
          <h2>{words.sections[section]}</h2>
          <p className={styles.lead}>{words.leads[section]}</p>
          {shown.isError ? (
            <ErrorState failure={failureOf(shown.error)} onRetry={() => void shown.refetch()} />
          ) : shown.data === undefined ? (
            <Skeleton lines={8} />
          ) : (
            <SectionOf key={section} name={section} shown={shown.data} />
          )}
        </section>
      </div>
    </Screen>
  );
}

function SectionOf({ name, shown }: { readonly name: SectionName; readonly shown: Shown }) {
  switch (name) {
    case 'identity':
      return <IdentitySection shown={shown} />;
    case 'bank':
      return <BankSection shown={shown} />;
    case 'accounts':
      return <AccountsSection shown={shown} />;
    case 'intake':
      return <IntakeSection shown={shown} />;
    case 'terms':
      return <TermsSection shown={shown} />;
    case 'ageing':
      return <AgeingSection shown={shown} />;
    case 'delays':
      return <DelaysSection shown={shown} />;
    case 'priority':
      return <PrioritySection shown={shown} />;
    case 'payers':
      return <PayersSection shown={shown} />;
    case 'incoming':
      return <IncomingSection shown={shown} />;
    case 'mail':
      return <MailSection shown={shown} />;
    case 'dunning':
      return <DunningSection shown={shown} />;
    case 'letters':
      return <LettersSection shown={shown} />;
    case 'calls':
      return <CallsSection shown={shown} />;
    case 'team':
      return <TeamSection shown={shown} />;
    case 'charges':
      return <ChargesSection shown={shown} />;
    case 'figures':
      return <FiguresSection shown={shown} />;
    case 'display':
      return <DisplaySection />;
    case 'backups':
      return <BackupsSection />;
    case 'diagnostic':
      return <DiagnosticSection />;
    case 'keys':
      return <KeysSection />;
  }
}
