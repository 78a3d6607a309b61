/**
 * The window as a whole: who reads it, which company is on screen, and the first start when there
 * is none.
 */
import { useDocumentTitle } from '@mantine/hooks';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { CompanyProvider, useConnection } from './api/connection.tsx';
import { type Status, useStatus } from './api/status.ts';
import { failureOf } from './failure/failure.ts';
import { BarePage } from './frame/bare-page.tsx';
import { type CompanySwitch, CompanySwitchContext } from './frame/company-switch.ts';
import { KeysProvider } from './keys/keys.tsx';
import { ReaderProvider } from './parts/reader.tsx';
import { ErrorState, Skeleton } from './parts/states.tsx';
import { makeRouter } from './routes.tsx';
import { StartScreen } from './screens/start/start.tsx';

export function App() {
  const status = useStatus();
  useDocumentTitle('Encours');
  if (status.isError && status.data === undefined) {
    const retry = () => void status.refetch();
    return (
      <BarePage>
        <ErrorState failure={failureOf(status.error)} onRetry={retry} />
      </BarePage>
    );
  }
  if (status.data === undefined) {
    return (
      <BarePage>
        <Skeleton lines={4} />
      </BarePage>
    );
  }
  const { language, today } = status.data;
  return (
    <ReaderProvider language={language} today={today}>
      <KeysProvider>
        <Companies status={status.data} />
      </KeysProvider>
    </ReaderProvider>
  );
}

/** The company named by the address; null when it names none that is known. */
function addressedKey(status: Status): string | null {
  const key = window.location.pathname.split('/')[1] ?? '';
  return status.companies.some((company) => company.key === key) ? key : null;
}

function firstKey(status: Status): string | null {
  const last = status.companies.find((company) => company.key === status.lastCompanyKey);
  return addressedKey(status) ?? last?.key ?? status.companies[0]?.key ?? null;
}

function Companies({ status }: { status: Status }) {
  const { host } = useConnection();
  const [key, setKey] = useState(() => firstKey(status));
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    document.documentElement.lang = status.language;
  }, [status.language]);
  useEffect(() => {
    const onBack = () => {
      const addressed = addressedKey(status);
      if (addressed !== null) setKey(addressed);
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, [status]);
  const current = status.companies.find((company) => company.key === key) ?? null;
  const companySwitch: CompanySwitch = {
    companies: status.companies,
    current,
    open: (next, path = '/priorities') => {
      setAdding(false);
      void host.call.application.rememberCompany({ key: next }).catch(() => {});
      if (next === key) return;
      window.history.pushState(null, '', `/${next}${path}`);
      setKey(next);
    },
    add: () => setAdding(true),
    leave: () => setAdding(false),
  };
  return (
    <CompanySwitchContext.Provider value={companySwitch}>
      {current === null || isAdding ? (
        <StartScreen />
      ) : (
        <CompanyProvider key={current.key} companyKey={current.key}>
          <CompanyRouter companyKey={current.key} />
        </CompanyProvider>
      )}
    </CompanySwitchContext.Provider>
  );
}

function CompanyRouter({ companyKey }: { companyKey: string }) {
  const router = useMemo(() => {
    const isHere = window.location.pathname.split('/')[1] === companyKey;
    if (!isHere) window.history.replaceState(null, '', `/${companyKey}/`);
    return makeRouter(companyKey);
  }, [companyKey]);
  useEffect(() => {
    const timer = setTimeout(() => readAhead(router), READ_AHEAD_MS);
    return () => clearTimeout(timer);
  }, [router]);
  return <RouterProvider router={router} />;
}

/** After the first screen is there: the others are then opened without a wait. */
const READ_AHEAD_MS = 2_000;

function readAhead(router: ReturnType<typeof makeRouter>): void {
  for (const route of Object.values(router.routesById)) {
    void router.loadRouteChunk(route)?.catch(() => {});
  }
}
