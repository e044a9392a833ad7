import { expect, it } from 'vitest';
import { Recorder } from '../../src/run/record.ts';

it('notes arrival, write and paint of each token, and no paint of nothing new', () => {
  const recorder = new Recorder();
  recorder.arrived(2, 10);
  recorder.drew(1, 10, 11, 15);
  recorder.drew(1, 16, 17, 20);
  recorder.painted(25);
  recorder.painted(40);
  recorder.arrived(1, 41);
  recorder.drew(1, 41, 42, 45);
  recorder.painted(50);
  const lists = Object.fromEntries(
    Object.entries(recorder.recording()).map(([name, times]) => [
      name,
      [...(times as Float64Array)],
    ]),
  );
  expect(lists).toEqual({
    arrivals: [10, 10, 41],
    writes: [11, 17, 42],
    dom: [25, 25, 50],
    paints: [25, 50],
    shown: [2, 3],
    busy: [10, 20, 41, 45],
  });
});
