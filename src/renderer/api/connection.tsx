/**
 * What every screen reaches the application with: `useApi()` for the company on screen,
 * `useConnection()` for what belongs to none (companies, jobs, events).
 */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { AppEvent, Display, Job } from '../../shared/contract/application.ts';
import { showDisplay, shownDisplay } from '../theme/display.ts';
import { type Api, makeApi, NO_COMPANY } from './client.ts';
import { Coherence } from './coherence.ts';
import { EventStream, type StreamState } from './event-stream.ts';
import { makeQueryClient } from './query-client.ts';
import type { Session } from './session.ts';

export interface Connection {
  readonly session: Session;
  /** Calls of no company. */
  readonly host: Api;
  readonly events: EventStream;
  readonly coherence: Coherence;
  readonly queries: QueryClient;
  /** Shows it so from now on, and in the next window unless the application can't be told. */
  readonly keepDisplay: (change: Partial<Display>) => void;
  readonly onSessionLost: () => void;
}

const ConnectionContext = createContext<Connection | null>(null);
const ApiContext = createContext<Api | null>(null);

/** Makes the connection of this window, once. */
export function makeConnection(session: Session, onSessionLost: () => void): Connection {
  const host = makeApi(NO_COMPANY, session, onSessionLost);
  const queries = makeQueryClient();
  const coherence = new Coherence(queries);
  const events = new EventStream(host.call);
  const keepDisplay = (change: Partial<Display>) => {
    const display = { ...shownDisplay(), ...change };
    showDisplay(display);
    void host.call.application.setDisplay(display).catch(() => undefined);
  };
  return { session, host, events, coherence, queries, keepDisplay, onSessionLost };
}

/** Opens the stream for as long as the window lives. */
export function ConnectionProvider(props: { connection: Connection; children: ReactNode }) {
  const { connection, children } = props;
  useEffect(() => {
    const { events, coherence, queries, host } = connection;
    const stops = [
      coherence.follow(events),
      events.listen((event) => keepJobs(event, queries, host)),
      events.start(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection]);
  return (
    <ConnectionContext.Provider value={connection}>
      <QueryClientProvider client={connection.queries}>{children}</QueryClientProvider>
    </ConnectionContext.Provider>
  );
}

function keepJobs(event: AppEvent, queries: QueryClient, host: Api): void {
  if (event.kind !== 'job_changed') return;
  const key = host.query.jobs.list.queryKey();
  queries.setQueryData(key, (jobs: Job[] | undefined) => [
    ...(jobs ?? []).filter((job) => job.jobId !== event.job.jobId),
    event.job,
  ]);
}

/** Names the company whose calls `useApi()` makes below. */
export function CompanyProvider(props: { companyKey: string; children: ReactNode }) {
  const { session, onSessionLost } = useConnection();
  const { companyKey, children } = props;
  const api = useMemo(
    () => makeApi(companyKey, session, onSessionLost),
    [companyKey, session, onSessionLost],
  );
  return <ApiContext.Provider value={api}>{children}</ApiContext.Provider>;
}

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('No ConnectionProvider above.');
  return connection;
}

/** The API of the company on screen. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('No CompanyProvider above.');
  return api;
}

/** Whether events arrive. */
export function useStreamState(): StreamState {
  const { events } = useConnection();
  return useSyncExternalStore(events.subscribeState, events.state);
}
