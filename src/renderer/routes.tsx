/**
 * The screens and their addresses: `/<company>/<screen>`. The company is the router's base path,
 * so that no screen names it. Each screen is loaded when first opened.
 */
import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { CustomerPage } from './frame/customer-panel.tsx';
import { Broken, Unknown } from './frame/fallbacks.tsx';
import { Frame } from './frame/frame.tsx';
import type { Search } from './frame/navigation.ts';
import { Skeleton } from './parts/states.tsx';

const root = createRootRoute({
  component: Frame,
  notFoundComponent: Unknown,
  validateSearch: (search: Record<string, unknown>): Search => search,
});

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/priorities', replace: true });
  },
});

const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('./screens/dashboard/dashboard.tsx')),
});
const priorities = createRoute({
  getParentRoute: () => root,
  path: '/priorities',
  component: lazyRouteComponent(() => import('./screens/priorities/priorities.tsx')),
});
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: lazyRouteComponent(() => import('./screens/customers/customers.tsx')),
});
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  component: CustomerPage,
});
const reminders = createRoute({
  getParentRoute: () => root,
  path: '/reminders',
  component: lazyRouteComponent(() => import('./screens/reminders/reminders.tsx')),
});
const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: lazyRouteComponent(() => import('./screens/calls/calls.tsx')),
});
const promises = createRoute({
  getParentRoute: () => root,
  path: '/promises',
  component: lazyRouteComponent(() => import('./screens/promises/promises.tsx')),
});
const receipts = createRoute({
  getParentRoute: () => root,
  path: '/receipts',
  component: lazyRouteComponent(() => import('./screens/receipts/receipts.tsx')),
});
const agedBalance = createRoute({
  getParentRoute: () => root,
  path: '/aged-balance',
  component: lazyRouteComponent(() => import('./screens/aged-balance/aged-balance.tsx')),
});
const forecast = createRoute({
  getParentRoute: () => root,
  path: '/forecast',
  component: lazyRouteComponent(() => import('./screens/forecast/forecast.tsx')),
});
const analysis = createRoute({
  getParentRoute: () => root,
  path: '/analysis',
  component: lazyRouteComponent(() => import('./screens/analysis/analysis.tsx')),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('./screens/imports/imports.tsx')),
});
const scenarios = createRoute({
  getParentRoute: () => root,
  path: '/scenarios',
  component: lazyRouteComponent(() => import('./screens/scenarios/scenarios.tsx')),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./screens/settings/settings.tsx')),
});

const routeTree = root.addChildren([
  first,
  dashboard,
  priorities,
  customers,
  customer,
  reminders,
  calls,
  promises,
  receipts,
  agedBalance,
  forecast,
  analysis,
  imports,
  scenarios,
  settings,
]);

/** The router of a company; a new one for each, so that nothing of another stays on screen. */
export function makeRouter(companyKey: string) {
  return createRouter({
    routeTree,
    history: createBrowserHistory(),
    basepath: `/${companyKey}`,
    defaultPendingComponent: Skeleton,
    defaultPendingMs: 150,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: Unknown,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
