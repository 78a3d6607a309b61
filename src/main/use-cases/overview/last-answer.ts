/**
 * Keeps the last answer about each state of a portfolio: a list is scrolled window after window, a
 * screen comes back unchanged, and the same question need not be worked out again.
 */
export function lastAnswer<Answer>() {
  const kept = new WeakMap<object, { readonly asked: string; readonly answer: Answer }>();
  /** Whether this question was the last one about this state. */
  const isKnown = (state: object, question: unknown): boolean =>
    kept.get(state)?.asked === JSON.stringify(question);
  /** The answer to this question about this state, made when it is not the last one. */
  const answerTo = (state: object, question: unknown, make: () => Answer): Answer => {
    const asked = JSON.stringify(question);
    const known = kept.get(state);
    if (known?.asked === asked) return known.answer;
    const answer = make();
    kept.set(state, { asked, answer });
    return answer;
  };
  return Object.assign(answerTo, { isKnown });
}
