import type { Transport } from '../../../sim/index.ts';

const section = (title: string, id: string) => ({
  title,
  href: `/articles/streaming-batching-async/#${id}`,
});

/** Where in the article each answer is explained. */
export const readOn: Readonly<Record<Transport, readonly { title: string; href: string }[]>> = {
  batch: [section('The batch API', 'the-batch-api')],
  job: [
    section('Async jobs', 'async-jobs'),
    section('Connections that drop', 'connections-that-drop'),
  ],
  stream: [
    section('What streaming is on the wire', 'what-streaming-is-on-the-wire'),
    section('A proxy that buffers', 'a-proxy-that-buffers'),
    section('The queue is in your page', 'the-queue-is-in-your-page'),
  ],
  sync: [
    section(
      'When streaming pays, and when it does not',
      'when-streaming-pays-and-when-it-does-not',
    ),
  ],
};
