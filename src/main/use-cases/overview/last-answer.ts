/**
 * Keeps the last answer about each state of a portfolio: a list is scrolled window after window, a
 * screen comes back unchanged, and the same question need not be worked out again.
 */
export function lastAnswer<Answer>() {
  const kept = new WeakMap<object, { readonly asked: string; readonly answer: Answer }>();
  /** The answer to this question about this state, made when it is not the last one. */
  return (state: object, question: unknown, make: () => Answer): Answer => {
    const asked = JSON.stringify(question);
    const known = kept.get(state);
    if (known?.asked === asked) return known.answer;
    const answer = make();
    kept.set(state, { asked, answer });
    return answer;
  };
}
