/**
 * Takes `text` as it comes, draws it at most once per frame. Resolves when all
 * of it is shown; rejects if the stream breaks, with what had come shown.
 */
export async function showPerFrame(
  text: ReadableStream<string>,
  into: Element,
) {
  let pending = '';
  let frame = 0; // 0: none asked for

  const draw = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (pending === '') return;
    into.append(pending); // adds to what is there instead of rewriting it
    pending = '';
  };
  const schedule = () => {
    if (pending === '') return;
    // A hidden tab gets no frames.
    if (document.hidden) draw();
    else frame ||= requestAnimationFrame(draw);
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
    draw(); // the rest, now: no frame outlives the stream
  }
}
