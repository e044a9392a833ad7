// What somebody writes who uses the package. A line that must not compile has `@ts-expect-error` above it.

const compilerOptions = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedSideEffectImports: true,
  noEmit: true,
  types: [],
};

/** As Node resolves imports, and with every declaration file checked: it needs no framework. */
export const plainConfig = JSON.stringify({
  compilerOptions: { ...compilerOptions, module: 'nodenext' },
  include: ['plain.ts'],
});

export const plain = `
import { metrics, simulate, uniform } from 'feels-fast/sim';
import 'feels-fast/define';
import 'feels-fast/define/token-flow';
import 'feels-fast/elements/ff-transport-chooser.js';
import type { FigureElementClass, TokenFlowSettings } from 'feels-fast/types/elements';
import manifest from 'feels-fast/custom-elements.json' with { type: 'json' };

export const first: number | null = metrics(simulate({ rate: 60 }, uniform(300, 4, 120))).firstPaint;
// @ts-expect-error: not one of the proxy's policies
simulate({ proxy: 'sideways' });
// @ts-expect-error: no such measure
metrics(simulate()).lastPint;

const flow = document.querySelector('ff-token-flow')!;
flow.rate = 120;
flow.rate = '120';
flow.tokens = null;
flow.proxy = 'bucket';
export const rate: number = flow.rate;
export const steps: string[] | undefined = flow.result?.way.map(({ name }) => name);
void flow.play().then(() => flow.seek(400));
// @ts-expect-error: not one of the proxy's policies
flow.proxy = 'sideways';
// @ts-expect-error: neither a number nor text
flow.rate = true;
// @ts-expect-error: may be null, for all
export const tokens: number = flow.tokens;
// @ts-expect-error: only to be read
flow.url = '';
flow.addEventListener('ff-change', ({ detail }) => detail.values.rate + detail.result.follow);
// @ts-expect-error: the values are in the detail
flow.addEventListener('ff-change', ({ values }) => values);
flow.addEventListener('keydown', ({ key }) => key);

const chooser = document.createElement('ff-transport-chooser');
chooser.waiting = 'yes';
// @ts-expect-error: the chooser has no rate
chooser.rate = 120;

export const version = (customElements.get('ff-token-flow') as FigureElementClass).version;
export const settings: TokenFlowSettings = { ttft: 400, theme: 'dark' };
export const { schemaVersion } = manifest;
`;

/** As bundlers resolve imports. */
export const frameworkConfig = JSON.stringify({
  compilerOptions: {
    ...compilerOptions,
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    skipLibCheck: true, // the frameworks' own
  },
  include: ['react.tsx', 'vue.ts', 'svelte.ts'],
});

export const react = `
import 'feels-fast/types/react';

export const Page = () => (
  <main>
    <ff-latency-simulator
      className="wide"
      ttft={400}
      rate="60"
      proxy="bucket"
      theme="dark"
      onff-change={({ detail }) => detail.result.panels.length}
    >
      <img src="poster.svg" alt="" />
    </ff-latency-simulator>
    {/* @ts-expect-error: not one of the proxy's policies */}
    <ff-latency-simulator proxy="sideways" />
    {/* @ts-expect-error: no such setting */}
    <ff-latency-simulator speed={2} />
    {/* @ts-expect-error: the chooser has no rate */}
    <ff-transport-chooser rate={60} />
    {/* @ts-expect-error: no such figure */}
    <ff-latency-stimulator />
  </main>
);
`;

export const vue = `
import type { GlobalComponents } from 'vue';
import 'feels-fast/types/vue';

type Simulator = InstanceType<GlobalComponents['ff-latency-simulator']>;
export const good: Simulator['$props'] = { class: 'wide', ttft: 400, rate: '60', proxy: 'bucket' };
// @ts-expect-error: not one of the proxy's policies
export const bad: Simulator['$props'] = { proxy: 'sideways' };
// @ts-expect-error: no such figure
export type Other = GlobalComponents['ff-latency-stimulator'];
export const listen = (simulator: Simulator) => simulator.result?.panels.length;
`;

export const svelte = `
import type { ComponentProps } from 'svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
import { LatencySimulator, type LatencySimulatorResult } from 'feels-fast/svelte';
import 'feels-fast/types/svelte';

type Props = ComponentProps<typeof LatencySimulator>;
export const good: Props = { ttft: 400, rate: '60', onchange: ({ result }) => result.panels };
// @ts-expect-error: not one of the proxy's policies
export const bad: Props = { proxy: 'sideways' };
// @ts-expect-error: no such setting
export const worse: Props = { speed: 2 };
export const finding = ({ finding }: LatencySimulatorResult): string => finding;

export const tag: SvelteHTMLElements['ff-token-flow'] = { ttft: 400, class: 'wide' };
// @ts-expect-error: not one of the themes
export const badTag: SvelteHTMLElements['ff-token-flow'] = { theme: 'dim' };
`;

/** A page of a Svelte app, and the program that draws it on a server. */
export const app = `
<script lang="ts">
  import { LatencySimulator, TransportChooser } from 'feels-fast/svelte';
</script>

<LatencySimulator id="simulator" cost={25} rate="60" />
<TransportChooser waiting="yes" long="perhaps" />
`;

export const server = `
import { render } from 'svelte/server';
import App from './App.svelte';

console.log(render(App).body);
`;

/** Takes the check value of tests/sim/checkValues.test.ts. */
export const simulation = `
import { metrics, simulate, uniform } from 'feels-fast/sim';

const { firstPaint, lastPaint, paints, feelsFast } = metrics(simulate({ render: 'token', rate: 60 }, uniform(300, 4, 120)));
console.log([firstPaint.toFixed(3), lastPaint.toFixed(3), paints, feelsFast.toFixed(2)].join(' | '));
`;
