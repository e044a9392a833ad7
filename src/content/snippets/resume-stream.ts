/** Shows a job's text as it comes, across lost connections, to its end. */
export const follow = (
  job: string,
  show: (text: string) => void,
  leave: AbortSignal,
) =>
  new Promise<void>((resolve, reject) => {
    const source = new EventSource(`${job}/events`);
    let last = 0; // ids count from 1
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      // A reconnect sends Last-Event-ID; what is replayed may still overlap.
      if (Number(lastEventId) <= last) return;
      last = Number(lastEventId);
      show((JSON.parse(data) as { text: string }).text);
    };
    const end = () => {
      source.close(); // or it connects again: it does so after a normal end
      resolve();
    };
    source.addEventListener('done', end);
    leave.addEventListener('abort', end);
    if (leave.aborted) end();
    source.onerror = () => {
      // It tries again by itself, unless the answer was no event stream.
      if (source.readyState === EventSource.CLOSED)
        reject(new Error('No such job'));
    };
  });

/** To close the source is to stop listening. To stop the work, ask for it. */
export const stop = (job: string) => fetch(job, { method: 'DELETE' });
