import type { Ms } from '../../sim/index.ts';
import { Refusal, type Json } from '../http.ts';
import type { WireSettings } from '../settings.ts';
import type { Entry, Store } from '../store/store.ts';
import type { Wire } from '../wire.ts';
import { script, standing, type Report } from './script.ts';

/** A job as it is kept. What it has told is the log beside it. */
export interface Job {
  question: string;
  /** When it was accepted, ms since 1970. */
  created: Ms;
  settings: WireSettings;
}

/** A job as it stands at one moment. */
export interface Snapshot {
  id: string;
  job: Job;
  log: (Entry & { value: Report })[];
  /** When the next report is due, ms since 1970; `null` when it is over. */
  next: Ms | null;
}

const over: readonly string[] = ['done', 'failed', 'cancelled'];

/** The part of an address that leads to a job. */
export const pathOf = (id: string): string => `/jobs/${id}`;

/** What rings when a job has something to tell before its time. */
export const bellOf = (id: string): string => `job ${id}`;

export function create(store: Store, job: Job): string {
  const id = String(store.next('job'));
  store.put('job', id, job);
  return id;
}

/**
 * The job now. Nothing runs while nobody asks: what is due by now goes into the log first, and is told after. So a job
 * goes on by the wall clock, also while the server is dead, and what was told is there when it is back.
 * @throws Refusal 404 if there is none
 */
export function lookAt({ store, clock }: Wire, id: string): Snapshot {
  const job = store.get<Job>('job', id);
  if (!job) throw new Refusal(404, `There is no job ${id}.`);
  return store.whole(() => {
    const log = store.log('job', id) as Snapshot['log'];
    const told = log.at(-1)?.value;
    if (told && over.includes(told.type)) return { id, job, log, next: null };
    const reports = script(job.settings, `${pathOf(id)}/result`);
    const due = reports.slice(log.length).filter(({ at }) => job.created + at <= clock.now());
    if (due.length > 0) store.append('job', id, due);
    const next = reports[log.length + due.length];
    const all = [...log, ...due.map((value, i) => ({ id: log.length + i + 1, value }))];
    return { id, job, log: all, next: next ? job.created + next.at : null };
  });
}

/** Stops it for good, and tells those who listen. @throws Refusal 404; 409 if it has ended otherwise */
export function cancel(wire: Wire, id: string): void {
  wire.store.whole(() => {
    const { job, log, next } = lookAt(wire, id);
    const end = log.at(-1)?.value;
    if (next === null && end?.type !== 'cancelled')
      throw new Refusal(409, `Job ${id} is ${end!.type}: there is nothing left to cancel.`);
    if (next === null) return;
    const report: Report = {
      at: wire.clock.now() - job.created,
      type: 'cancelled',
      data: { error: 'The job was cancelled.' },
    };
    wire.store.append('job', id, [report]);
  });
  wire.bell.emit(bellOf(id));
}

/** What its status address says: where it is, or how it ended. */
export function statusOf({ job, log, next }: Snapshot, now: Ms): Json {
  const end = log.at(-1)?.value;
  if (next !== null) return { state: 'running', ...standing(now - job.created, job.settings) };
  const { error } = end!.data as { error?: string };
  return { state: end!.type, ...standing(end!.at, job.settings), ...(error && { error }) };
}
