/**
 * The customer file over the list (`?customer=12`) or as a whole screen (`/customers/12`). The
 * file itself is loaded when first opened.
 */
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { z } from 'zod';
import { frameText } from '../../shared/text/screens/frame.ts';
import { Panel } from '../parts/panel.tsx';
import { useText } from '../parts/reader.tsx';
import { Skeleton } from '../parts/states.tsx';
import type { Search } from './navigation.ts';
import { type FileAction, neighboursOf, useOpenCustomer } from './open-customer.tsx';

const CustomerFile = lazy(() => import('../screens/customer-file/customer-file.tsx'));

const PANEL_WIDTH = 720;
const ACTIONS = [
  'call',
  'promise',
  'dispute',
  'note',
  'stop',
  'done',
  'announced',
  'duplicates',
] as const;
const searchSchema = z.object({
  customer: z.int().positive().nullable().catch(null),
  action: z.enum(ACTIONS).nullable().catch(null),
});

function usePanelSearch() {
  const raw = useLocation({ select: (location) => location.search });
  return searchSchema.parse({ customer: null, action: null, ...raw });
}

const without = (current: Search, ...names: readonly string[]): Search =>
  Object.fromEntries(Object.entries(current).filter(([name]) => !names.includes(name)));

/** Draws the panel when the address names a customer. */
export function CustomerPanelHost() {
  const { customer, action } = usePanelSearch();
  const navigate = useNavigate();
  const words = useText(frameText);
  if (customer === null) return null;
  const leave = () =>
    void navigate({ to: '.', search: (now: Search) => without(now, 'customer', 'action') });
  const toFullPage = () =>
    void navigate({ to: '/customers/$customerId', params: { customerId: String(customer) } });
  return (
    <Panel label={words.customer} width={PANEL_WIDTH} onClose={leave} onFullPage={toFullPage}>
      <File customerId={customer} isPanel action={action} onClose={leave} />
    </Panel>
  );
}

/** The file as a whole screen. */
export function CustomerPage() {
  const { customerId } = useParams({ strict: false });
  const { action } = usePanelSearch();
  const navigate = useNavigate();
  const id = z.coerce.number().int().positive().safeParse(customerId);
  if (!id.success) return null;
  const leave = () => {
    if (window.history.length > 1) window.history.back();
    else void navigate({ to: '/customers' });
  };
  return <File customerId={id.data} isPanel={false} action={action} onClose={leave} />;
}

function File(props: {
  readonly customerId: number;
  readonly isPanel: boolean;
  readonly action: FileAction | null;
  readonly onClose: () => void;
}) {
  const { customerId, isPanel } = props;
  const navigate = useNavigate();
  const openCustomer = useOpenCustomer();
  const { next, previous } = neighboursOf(customerId);
  const goTo = (id: number | null) => {
    if (id === null) return null;
    return () => {
      if (isPanel) openCustomer(id);
      else void navigate({ to: '/customers/$customerId', params: { customerId: String(id) } });
    };
  };
  const forgetAction = () =>
    void navigate({
      to: '.',
      search: (now: Search) => without(now, 'action'),
      replace: true,
    });
  return (
    <Suspense fallback={<Skeleton lines={10} height={16} />}>
      <CustomerFile
        key={customerId}
        {...props}
        onActionTaken={forgetAction}
        onNext={goTo(next)}
        onPrevious={goTo(previous)}
      />
    </Suspense>
  );
}
