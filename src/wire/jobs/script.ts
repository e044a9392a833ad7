import { spans } from '../../sim/researchAgent.ts';
import type { Ms } from '../../sim/index.ts';
import { decode } from '../../sim/stages.ts';
import { textOf } from '../answer.ts';
import { grouped } from '../frames.ts';
import type { WireSettings } from '../settings.ts';

/** Something that a job has to tell, as it stands in its log. */
export interface Report {
  /** ms since the job was accepted. */
  at: Ms;
  /** The type of the SSE event. `message` carries the next piece of the answer's text. */
  type: 'progress' | 'message' | 'done' | 'failed' | 'cancelled';
  data: unknown;
}

/** What a status says of a job that goes on. */
interface Standing {
  step: string;
  /** From 0 to 1: every step counts the same, and within a step every millisecond. */
  progress: number;
}

const total = spans.at(-1)!.to;
const rounded = (part: number) => Math.round(part * 100) / 100;

/** Where a job of `settings` is, `at` ms after it was accepted. */
export function standing(at: Ms, { jobms }: WireSettings): Standing {
  const t = jobms === 0 ? total : Math.min(total, (at / jobms) * total);
  const i = Math.max(
    0,
    spans.findLastIndex(({ from }) => from <= t),
  );
  const { name, from, to } = spans[i]!;
  return { step: name, progress: rounded((i + (t - from) / (to - from)) / spans.length) };
}

/**
 * Everything that a job will tell if nobody stops it, and when. It does what the article's research agent does, in
 * `jobms`; the text of its last step is the scenario's, at the scenario's pace stretched to the time that the step has.
 */
export function script(settings: WireSettings, resultUrl: string): Report[] {
  const scale = settings.jobms / total;
  const reports: Report[] = [];
  for (const { name, reports: times, from, to } of spans) {
    if (name === 'synthesise') reports.push(...written(settings, from * scale, to * scale));
    if (name === settings.jobfail) {
      const error = `The setting jobfail=${name} asked for this.`;
      return [...reports, { at: to * scale, type: 'failed', data: { step: name, error } }];
    }
    for (const time of times) {
      const at = time * scale;
      reports.push({ at, type: 'progress', data: { ...standing(at, settings), step: name } });
    }
  }
  return [...reports, { at: settings.jobms, type: 'done', data: { result: resultUrl } }];
}

/** The answer of a job, whole. */
export const answerOf = (settings: WireSettings): string => textOf(settings).join('');

function written(settings: WireSettings, from: Ms, until: Ms): Report[] {
  const text = textOf(settings);
  const times = decode({ ...settings, reasoning: 0 }, text.length);
  const last = times.at(-1)!;
  const at = (time: Ms) => (last === 0 ? until : from + (time / last) * (until - from));
  const pieces = text.map((piece, i) => ({ text: piece, at: at(times[i]!) }));
  return grouped(pieces, settings.group).map(({ text, at }) => ({
    at,
    type: 'message',
    data: { text },
  }));
}
