import { expect, test, vi } from 'vitest';
import { latencySimulator } from '../../src/components/figures/latency-simulator/settings.ts';
import { FigureState } from '../../src/components/figures/shared/figure.svelte.ts';

const then = vi.fn();

// A scene is simulated anew when the settings are another object.
test.each<{ name: string; start: string; given: (state: FigureState) => void; same: boolean }>([
  { name: 'an address without settings', start: '', given: (s) => s.load('', then), same: true },
  { name: 'the preset', start: '', given: (s) => s.preset({}, then), same: true },
  { name: 'a setting as it is', start: 'rate=120', given: (s) => s.set({ rate: 120 }), same: true },
  { name: 'another setting', start: '', given: (s) => s.set({ rate: 120 }), same: false },
  { name: 'another moment', start: '', given: (s) => s.load('t=50', then), same: false },
])('$name keeps the settings that are drawn: $same', ({ start, given, same }) => {
  const state = new FigureState(latencySimulator, start);
  const before = state.values;
  given(state);
  expect(state.values === before).toBe(same);
  expect(state.wanted).toBe(state.values);
});

test('whoever gives the same settings is told when they are drawn', () => {
  new FigureState(latencySimulator).load('', then.mockClear());
  expect(then).toHaveBeenCalledOnce();
});
