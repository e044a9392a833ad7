/** Asks for a job's status until that leads to the result, and returns it. */
export async function pollJob(
  url: string,
  signal: AbortSignal,
  show: (progress: number) => void,
) {
  for (;;) {
    const reply = await fetch(url, { signal }); // goes where a 303 sends it
    if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
    if (reply.redirected) return reply;
    const job = (await reply.json()) as { progress: number; error?: string };
    if (job.error) throw new Error(job.error);
    show(job.progress);
    // Never sooner than the seconds asked for, and not everybody at once.
    const seconds = Number(reply.headers.get('retry-after')) || 2;
    await pause(seconds * 1000 * (1 + Math.random() / 4), signal);
  }
}

/** Ends early when aborted, and the next fetch throws. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
