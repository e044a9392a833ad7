/**
 * Takes `text` as it comes, draws it at most once every 50 ms. Resolves when
 * all of it is shown; rejects if the stream breaks, with what had come shown.
 */
export async function showEvery50(
  text: ReadableStream<string>,
  into: Element,
) {
  let pending = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = () => {
    clearTimeout(timer);
    timer = undefined;
    if (pending === '') return;
    into.append(pending);
    pending = '';
  };
  const schedule = () => {
    if (pending === '') return;
    // Timers of a hidden tab run once a second or less.
    if (document.hidden) draw();
    else timer ??= setTimeout(draw, 50);
  };

  document.addEventListener('visibilitychange', schedule);
  const reader = text.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      pending += value;
      schedule();
    }
  } finally {
    document.removeEventListener('visibilitychange', schedule);
    draw(); // the rest, now: no timer outlives the stream
  }
}
