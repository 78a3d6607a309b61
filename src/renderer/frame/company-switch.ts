/** Which company is on screen, and the way to another. */
import { createContext, useContext } from 'react';
import type { Company } from '../../shared/contract/application.ts';
import type { ScreenPath } from './screens.ts';

export interface CompanySwitch {
  readonly companies: readonly Company[];
  /** Null at the first start, and while another company is being added. */
  readonly current: Company | null;
  /** Opens a company, on its first screen or on the one named. */
  readonly open: (companyKey: string, path?: ScreenPath) => void;
  /** Shows the first start again, to add a company. */
  readonly add: () => void;
  /** Leaves the first start for the company that was on screen. */
  readonly leave: () => void;
}

export const CompanySwitchContext = createContext<CompanySwitch | null>(null);

export function useCompanySwitch(): CompanySwitch {
  const value = useContext(CompanySwitchContext);
  if (value === null) throw new Error('No CompanySwitchContext above.');
  return value;
}
