import type { Ms } from '../sim/index.ts';
import type { Frame } from './frames.ts';
import type { WireSettings } from './settings.ts';

/** What is written, and how it ends: properly, or with the connection torn down at `cutAt`. */
export interface Playlist {
  frames: Frame[];
  cutAt: Ms | null;
}

/** A stream whose frames are not known before their time. How it ends is asked when they are over. */
export interface LivePlaylist {
  frames: AsyncIterable<Frame>;
  cutAt: Ms | null;
}

/**
 * A stream with the faults that the settings ask for. `failure` is the event that says so in the stream's dialect,
 * for `errorat`.
 */
export function withFaults(
  whole: readonly Frame[],
  settings: WireSettings,
  failure: string,
): Playlist {
  let frames = whole.filter(({ kind }) => settings.terminator === 'on' || kind !== 'closing');
  let cutAt: Ms | null = settings.cutms;

  const { errorat, cut, pause } = settings;
  if (fails(frames, errorat)) frames = failing(frames, errorat, () => failure);
  if (cut !== null && tokensIn(frames) >= cut) {
    frames = after(frames, cut);
    cutAt = Math.min(cutAt ?? Infinity, frames.at(-1)?.at ?? 0);
  }
  if (pause !== null && tokensIn(frames) >= pause) {
    const sooner = after(frames, pause).length;
    frames = frames.map((frame, i) =>
      i < sooner ? frame : { ...frame, at: frame.at + settings.pausems },
    );
  }
  if (settings.heartbeat !== null) frames = withHeartbeats(frames, settings.heartbeat);
  if (cutAt !== null) frames = frames.filter(({ at }) => at <= cutAt);
  return {
    frames: frames.map((frame) => ({ ...frame, text: dressed(frame.text, settings) })),
    cutAt,
  };
}

/** Whether a stream is long enough to fail after `errorat` tokens. */
export const fails = (frames: readonly Frame[], errorat: number | null): errorat is number =>
  errorat !== null && tokensIn(frames) >= errorat;

/** A stream up to its first `errorat` tokens, then the event that says that it has failed. */
export function failing(
  whole: readonly Frame[],
  errorat: number,
  failure: (sent: readonly Frame[]) => string,
): Frame[] {
  const sent = after(whole, errorat);
  const at = sent.at(-1)?.at ?? 0;
  return [...sent, { at, text: failure(sent), tokens: 0, kind: 'closing' }];
}

const tokensIn = (frames: readonly Frame[]) => frames.reduce((sum, { tokens }) => sum + tokens, 0);

/** The frames up to the one with which `tokens` tokens have been sent. */
function after(frames: readonly Frame[], tokens: number): Frame[] {
  let sent = 0;
  const last = frames.findIndex(
    (frame) => (sent += frame.tokens) >= tokens && frame.kind === 'delta',
  );
  const none = frames.findIndex(({ kind }) => kind === 'delta');
  return frames.slice(0, tokens === 0 ? Math.max(0, none) : last < 0 ? undefined : last + 1);
}

/** A comment whenever `every` ms have passed without a frame. */
function withHeartbeats(frames: readonly Frame[], every: Ms): Frame[] {
  let quiet = 0;
  return frames.flatMap((frame) => {
    const beats: Frame[] = [];
    for (let at = quiet + every; at < frame.at; at += every)
      beats.push({ at, text: ': heartbeat\n\n', tokens: 0, kind: 'between' });
    quiet = frame.at;
    return [...beats, frame];
  });
}

/** A frame's text with a comment before it and the line ends that the settings ask for. */
export function dressed(bare: string, { comments, lines }: WireSettings): string {
  const text = comments === 'on' ? `: comment\n\n${bare}` : bare;
  return lines === 'lf' ? text : text.replaceAll('\n', lines === 'crlf' ? '\r\n' : '\r');
}
