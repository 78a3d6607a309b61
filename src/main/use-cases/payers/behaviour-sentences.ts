/** The sentences of a payer's behaviour, each with his own figures. */
import type { Behaviour } from '../../../shared/contract/payers.ts';
import type { PayerBehaviour } from '../../../shared/domain/payer/behaviour.ts';
import type { Exposure } from '../../../shared/domain/payer/exposure.ts';
import type { ScoreTermCode } from '../../../shared/domain/payer/payer-settings.ts';
import type { PayerEvents, ScoreTerm } from '../../../shared/domain/payer/score.ts';
import { type DatedSegment, segmentChanges } from '../../../shared/domain/payer/segment.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatMonth } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatPercent,
} from '../../../shared/format/number.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

interface Known {
  readonly portfolio: Pick<Portfolio, 'settings'>;
  readonly language: Language;
}

type Sentences = Pick<
  Behaviour,
  | 'segmentSentence'
  | 'changeSentence'
  | 'scoreSentence'
  | 'trendSentence'
  | 'riskSentence'
  | 'recommended'
>;

/** Segment, score, trend and risk in words. */
export function explainBehaviour(
  behaviour: PayerBehaviour,
  history: readonly DatedSegment[],
  known: Known,
): Sentences {
  const words = payerBehaviourText[known.language];
  return {
    segmentSentence: segmentSentence(behaviour, known),
    changeSentence: changeSentence(history, known.language),
    scoreSentence: scoreSentence(behaviour, known),
    trendSentence: trendSentence(behaviour, known.language),
    riskSentence: riskSentence(behaviour, known.language),
    recommended: behaviour.recommended.map((code) => words.recommended[code]),
  };
}

/** Every term of the score with its figure, its formula and its points. */
export function explainTerms(
  { score }: PayerBehaviour,
  events: PayerEvents,
  { language }: Known,
): Behaviour['terms'] {
  const words = payerBehaviourText[language];
  return (score?.terms ?? []).map((term) => {
    const { code, weight, tenths } = term;
    const write = WRITTEN[code];
    const isNothing = term.figure === null || (write === 'count' && term.figure === 0);
    return {
      code,
      name: words.termNames[code],
      sentence: isNothing
        ? words.noFigure[code]
        : words.termSentences[code](
            figureText(term.figure ?? 0, write, language),
            otherFigure(code, events, language),
          ),
      formula: words.formulas[formulaOf(code)](
        figureText(term.fullAt, write, language),
        formatCount(weight, { language }),
      ),
      weight,
      tenths,
      hasSources: !isNothing,
    };
  });
}

/** What is owed, guaranteed, and left to us, against the limit. */
export function exposureSentence(exposure: Exposure, language: Language): string {
  const words = payerBehaviourText[language];
  const money = (cents: number) => formatCents(cents, { language, currency: exposure.currency });
  const { owedCents, guaranteedCents, ownRiskCents, limitCents, excessCents, coverCents } =
    exposure;
  const first = words.exposure(money(owedCents), money(guaranteedCents), money(ownRiskCents));
  const against =
    limitCents === null
      ? excessCents === null
        ? words.noLimit
        : words.beyondCover(money(excessCents), money(coverCents))
      : excessCents === null
        ? words.withinLimit(money(limitCents))
        : words.beyondLimit(money(excessCents), money(limitCents));
  return `${first} ${against}`;
}

/** What his promises are worth. */
export function promiseSentence(
  { rate, judgedCount }: { readonly rate: number; readonly judgedCount: number },
  language: Language,
): string {
  const words = payerBehaviourText[language];
  const share = formatPercent(rate, { language, decimals: 0 });
  return judgedCount === 0
    ? words.noPromises(share)
    : words.promises(share, words.counts.promises(formatCount(judgedCount, { language })));
}

function segmentSentence(behaviour: PayerBehaviour, { portfolio, language }: Known): string {
  const words = payerBehaviourText[language];
  const { segment: settings } = portfolio.settings.payers;
  const { measured, isSegmentTyped } = behaviour;
  const count = words.counts.invoices(formatCount(measured.itemCount, { language }));
  const days = (value: number) => formatDays(value, { language });
  const said =
    measured.delayDays !== null
      ? words.measured(days(measured.delayDays), count, openText(measured.openCount, language))
      : measured.segment === 'new_at_risk'
        ? words.newAtRisk(count, days(settings.newLateBeyondDays))
        : words.tooLittle(count, formatCount(settings.itemsMin, { language }));
  const plain = measured.plain;
  const held =
    plain !== null && plain !== measured.segment
      ? [words.held(words.lower[plain], days(settings.bandDays))]
      : [];
  const own = measured.segment === null ? words.unknown : words.lower[measured.segment];
  return [...(isSegmentTyped ? [words.typed(own)] : []), said, ...held].join(' ');
}

function openText(count: number, language: Language): string {
  const written = formatCount(count, { language });
  if (language === 'en') return `${written} still open and late`;
  return count < 2 ? `${written} ouverte en retard` : `${written} ouvertes en retard`;
}

function changeSentence(history: readonly DatedSegment[], language: Language): string {
  const words = payerBehaviourText[language];
  const [last] = segmentChanges(history);
  if (last === undefined) return '';
  return words.change(
    words.segments[last.from],
    formatMonth(last.until, { language }),
    words.lower[last.to],
  );
}

function scoreSentence(
  { score, measured }: PayerBehaviour,
  { portfolio, language }: Known,
): string {
  const words = payerBehaviourText[language];
  if (score === null) {
    const count = words.counts.invoices(formatCount(measured.itemCount, { language }));
    const least = formatCount(portfolio.settings.payers.segment.itemsMin, { language });
    return words.noScore(count, least);
  }
  const lost = score.terms.reduce((sum, { tenths }) => sum + tenths, 0);
  return words.score(
    formatCount(score.score, { language }),
    formatDecimal(lost / 10, { language, decimals: 1 }),
  );
}

function trendSentence({ trend }: PayerBehaviour, language: Language): string {
  const words = payerBehaviourText[language];
  const { direction, recentDays, earlierDays } = trend;
  if (direction === null || recentDays === null || earlierDays === null) return words.noTrend;
  const days = (value: number) => formatDays(value, { language });
  return words.trends[direction](days(recentDays), days(earlierDays));
}

function riskSentence({ measuredRisk, isRiskTyped }: PayerBehaviour, language: Language): string {
  const words = payerBehaviourText[language];
  const { risk, reasons } = measuredRisk;
  const because =
    risk === null
      ? words.noRisk
      : words.risk(reasons.map((reason) => words.riskReasons[reason]).join(', '));
  if (!isRiskTyped) return because;
  return `${words.typedRisk(risk === null ? words.unknown : words.risks[risk])} ${because}`;
}

type Written = 'days' | 'count' | 'share';

const WRITTEN: Readonly<Record<ScoreTermCode, Written>> = {
  average_delay: 'days',
  trend: 'days',
  dispersion: 'days',
  broken_promises: 'count',
  postponements: 'count',
  unanswered: 'share',
  split_payments: 'share',
  groundless_claims: 'count',
  rejected_payments: 'count',
  share_overdue: 'share',
};

function figureText(figure: number, written: Written, language: Language): string {
  if (written === 'days') return formatDays(figure, { language });
  if (written === 'share') return formatPercent(figure, { language, decimals: 0 });
  return formatCount(figure, { language });
}

function formulaOf(code: ScoreTerm['code']): 'days' | 'drift' | 'part' {
  if (code === 'trend') return 'drift';
  return WRITTEN[code] === 'days' ? 'days' : 'part';
}

function otherFigure(code: ScoreTermCode, events: PayerEvents, language: Language): string {
  const { counts } = payerBehaviourText[language];
  const count = (value: number) => formatCount(value, { language });
  if (code === 'unanswered') return counts.calls(count(events.callCount));
  if (code === 'split_payments') return counts.invoices(count(events.paidItemCount));
  return code === 'share_overdue' ? formatCents(events.owedCents, { language }) : '';
}
