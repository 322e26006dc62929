/** Arrow keys go through the answers and back to the question. */
export function moveWithArrows(event: KeyboardEvent, question: HTMLElement, answers: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  const place = focused instanceof HTMLElement ? answers.indexOf(focused) : -1;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || (place < 0 && focused !== question)) return;
  event.preventDefault();
  const next = Math.min(place + step, answers.length - 1);
  (answers[next] ?? question).focus();
}
