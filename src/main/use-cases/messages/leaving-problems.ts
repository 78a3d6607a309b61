/**
 * What a person should know before a message leaves: an address that a letter cannot go to, a
 * formal notice that lacks one of its fourteen points (K2).
 */
import type { PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import { severityRank } from '../../../shared/domain/dunning/severity.ts';
import { debtorKindOf } from '../../../shared/domain/interest/charges.ts';
import { checkFormalNotice } from '../../../shared/domain/message/formal-notice-checklist.ts';
import { postalAddressOf } from '../../../shared/domain/message/postal-address.ts';
import type { Language } from '../../../shared/format/language.ts';
import { formalNoticeText } from '../../../shared/text/formal-notice.ts';
import { letterProblemText } from '../../../shared/text/letter-problem.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import type { Draft } from './draft.ts';
import { itemCharges } from './message-charges.ts';

export interface LeavingProblems {
  /** In the language of the window. */
  readonly sentences: readonly string[];
  /** It may not leave as it is. */
  readonly isBlocked: boolean;
}

/** Looks at a message written, as it would leave. */
export function leavingProblems(
  company: OpenCompany,
  known: Pick<CompanyPlan, 'portfolio' | 'facts'>,
  { message, draft }: { readonly message: PlannedMessage; readonly draft: Draft },
  language: Language,
): LeavingProblems {
  const address =
    message.channel === 'email' ? [] : postalAddressOf(draft.facts.recipient).problems;
  const sentences: string[] = address.map((problem) => letterProblemText[language][problem]);
  if (message.kind !== 'formal_notice') return { sentences, isBlocked: false };
  const { facts, content } = draft;
  const isConsumer = debtorKindOf(facts.recipient.profile) === 'consumer';
  const checked = checkFormalNotice({
    message: facts,
    content,
    isHeadOffice: false,
    reminded: remindedOf(message, known),
    charges:
      facts.charges === null || isConsumer
        ? null
        : itemCharges(
            company,
            message.items.map(({ item }) => item.item),
            { ...known, recipient: facts.recipient },
          ),
  });
  const { gaps } = formalNoticeText[language];
  sentences.push(...checked.points.flatMap((point) => point.gaps.map((gap) => gaps[gap])));
  return { sentences, isBlocked: checked.isBlocked };
}

/** Items of which a reminder really went. */
function remindedOf(
  { items }: PlannedMessage,
  { facts }: Pick<CompanyPlan, 'facts'>,
): ReadonlySet<number> {
  const least = severityRank('reminder_1');
  return new Set(
    items.flatMap(({ receivableId }) => {
      const isReminded = (facts.events.get(receivableId) ?? []).some(
        (event) =>
          event.kind !== 'cycle' &&
          'severity' in event &&
          severityRank(event.severity) >= least &&
          (event.kind === 'level' || event.state === 'sent' || event.state === 'done'),
      );
      return isReminded ? [receivableId] : [];
    }),
  );
}
