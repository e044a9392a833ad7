export { decide, questions } from './decide.ts';
export type { Answer, Answers, Decision, QuestionId, Transport } from './decide.ts';
export { allowed, fault, format, parse, toText } from './fields.ts';
export type { EnumField, Field, Fields, NumberField, Problem, Value } from './fields.ts';
export { countUntil, frameAt, inputDelay } from './frame.ts';
export type { Frame } from './frame.ts';
export {
  FREEZE,
  frozenSpans,
  frozenTime,
  gaps,
  LONG_TASK,
  longTaskSpans,
  metrics,
  tpot,
  tpotBy,
} from './metrics.ts';
export type { Gaps, Metrics, Span } from './metrics.ts';
export { formatScenario, parseScenario, scenario, scenarioFields } from './scenario.ts';
export type { Dialect, Proxy, Render, ResponseId, Scenario } from './scenario.ts';
export { andes, feelsFast, fluidity, READING_RATE, readerTargets, wait } from './scores.ts';
export type { Seen, Targets } from './scores.ts';
export { draw, send, simulate } from './simulate.ts';
export { encoders, sseEvent, utf8Length } from './sse.ts';
export { responseTokens, tokensOf, uniform } from './tokens.ts';
export type { Tokens } from './tokens.ts';
export { eventOf, hops, tokenTimes } from './trace.ts';
export type { Hop, Trace, Wire } from './trace.ts';
export { roundMs } from './units.ts';
export type { Ms } from './units.ts';
