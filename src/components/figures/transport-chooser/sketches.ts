import batch from '../../../content/snippets/sketch-batch.ts?raw';
import job from '../../../content/snippets/sketch-job.ts?raw';
import stream from '../../../content/snippets/sketch-stream.ts?raw';
import sync from '../../../content/snippets/sketch-sync.ts?raw';
import type { Transport } from '../../../sim/index.ts';

/** A piece of code that is a comment, a string, or the rest. */
export interface Piece {
  kind: 'comment' | 'string' | 'code';
  text: string;
}

const pieces = (code: string): Piece[] =>
  code
    .trim()
    .split(/(\/\*[^]*?\*\/|(?<!:)\/\/.*|'[^'\n]*'|`[^`]*`)/)
    .map((text, i) => ({
      kind: i % 2 === 0 ? 'code' : text.startsWith('/') ? 'comment' : 'string',
      text,
    }));

/** Code for each answer: files of src/content/snippets, compiled and tested as they stand there. */
export const sketches: Readonly<Record<Transport, readonly Piece[]>> = {
  batch: pieces(batch),
  job: pieces(job),
  stream: pieces(stream),
  sync: pieces(sync),
};
