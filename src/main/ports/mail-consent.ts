/** Leave to send in one's name: the user gives it to Microsoft or Google, in a browser. */
import type { Result } from '../../shared/kernel/result.ts';
import type { OAuthClient } from './mailer.ts';
import type { Secrets } from './secrets.ts';

export const CONSENT_PROBLEMS = [
  'consent_denied',
  'consent_timeout',
  'consent_cancelled',
  /** The provider allowed it for an hour only: no refresh token came. */
  'consent_not_lasting',
  'token_unreachable',
] as const;

export interface ConsentProblem {
  readonly code: (typeof CONSENT_PROBLEMS)[number];
  /** The provider's words; empty for none. */
  readonly text: string;
}

export interface ConsentRequest {
  readonly client: OAuthClient;
  /** The mailbox, proposed to the provider's page. */
  readonly user: string;
  /** Name in `Secrets` under which the refresh token is kept. */
  readonly secretName: string;
}

export interface ConsentUnderWay {
  /** To be opened in the user's browser. */
  readonly address: string;
  /** Done once the refresh token is kept. */
  readonly finished: Promise<Result<null, ConsentProblem>>;
  cancel(): void;
}

export interface MailConsents {
  /** Waits on this computer for the browser to come back from the provider. */
  begin(request: ConsentRequest, secrets: Secrets): Promise<ConsentUnderWay>;
}
