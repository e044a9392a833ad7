import type { Ms } from '../sim/index.ts';
import { responseTokens } from '../sim/tokens.ts';
import { decode } from '../sim/stages.ts';
import { schemaExample } from './schemaExample.ts';
import type { WireSettings } from './settings.ts';

/** What a request asks for, whatever its dialect. */
export interface Ask {
  tools: readonly { name: string; schema: unknown }[];
  /** Whether a tool may be called, must be called, and which. */
  toolChoice: 'auto' | 'none' | 'any' | { name: string };
  /** Whether a tool's result is the last thing that was said: then the answer is text. */
  answersTool: boolean;
  /** At most so many tokens, hidden ones too. */
  maxTokens: number;
  stopSequences: readonly string[];
  /** Whether it may think before it speaks. */
  reasons: boolean;
  /** How reasoning is sent: in words, as a block without any, or not at all. It takes its time all the same. */
  thinking: 'shown' | 'silent' | 'hidden';
  /** What the request weighs, for the usage. */
  inputTokens: number;
}

/** One token of the answer, with the time at which it leaves the model. ms since the request. */
export interface Piece {
  text: string;
  at: Ms;
}

export type Block =
  | { kind: 'thinking'; pieces: Piece[] }
  | { kind: 'text'; pieces: Piece[] }
  /** The pieces together are the JSON of the tool's input. */
  | { kind: 'tool'; name: string; pieces: Piece[] };

/** What the mock model says, and when: the same for the same request and settings. */
export interface Answer {
  blocks: Block[];
  stop: 'end' | 'length' | 'tool' | { sequence: string };
  inputTokens: number;
  /** Of these, `reasoning` were thought. */
  outputTokens: number;
  reasoning: number;
}

/**
 * The answer to a request: hidden or shown reasoning, the prepared text, and calls of the tools that were offered.
 * Tokens leave the model as `decode` of the simulator says, those of the reasoning and of tool calls too.
 */
export function answerTo(ask: Ask, settings: WireSettings): Answer {
  const reasoning = ask.reasons ? settings.reasoning : 0;
  const calls = toolCalls(ask, settings.toolcalls);
  const forced = typeof ask.toolChoice === 'object' || ask.toolChoice === 'any';
  const said = forced && calls.length > 0 ? [] : textOf(settings);
  const { text, sequence } = upTo(said, ask.stopSequences);

  const script: { kind: Block['kind']; name?: string; texts: readonly string[] }[] = [
    { kind: 'thinking', texts: thoughts(reasoning) },
    { kind: 'text', texts: text },
    ...(sequence === undefined ? calls : []),
  ];
  const wanted = script.reduce((sum, { texts }) => sum + texts.length, 0);
  const sent = Math.min(wanted, ask.maxTokens);
  const times = decode({ ...settings, reasoning: 0 }, sent);

  let at = 0;
  const blocks: Block[] = [];
  for (const { texts, ...block } of script) {
    const as = block.kind === 'thinking' ? ask.thinking : 'shown';
    const pieces = texts
      .slice(0, sent - at)
      .map((piece) => ({ text: as === 'silent' ? '' : piece, at: times[at++]! }));
    if (pieces.length > 0 && as !== 'hidden') blocks.push({ ...block, pieces } as Block);
  }
  const stop = sequence === undefined ? (calls.length > 0 ? 'tool' : 'end') : { sequence };
  return {
    blocks,
    stop: sent < wanted ? 'length' : stop,
    inputTokens: ask.inputTokens,
    outputTokens: sent,
    reasoning: Math.min(sent, reasoning),
  };
}

/** What a block says in all. */
export const whole = ({ pieces }: Block): string => pieces.map(({ text }) => text).join('');

/** When the last token leaves the model; when the first would have, for an answer of none. */
export function lastAt({ blocks }: Answer, { ttft }: WireSettings): Ms {
  return blocks.at(-1)?.pieces.at(-1)?.at ?? ttft;
}

/** The prepared text, token by token. */
export function textOf({ response, dialect, tokens }: WireSettings): readonly string[] {
  return responseTokens(response, dialect).text.slice(0, tokens ?? Infinity);
}

/** Reasoning is a prepared text too, from the beginning again as often as need be. */
function thoughts(count: number): string[] {
  const { text } = responseTokens('long', 'messages');
  return Array.from({ length: count }, (_, i) => text[i % text.length]!);
}

/** Tools in turn, each with an input that fits its schema, in pieces of five characters. */
function toolCalls(ask: Ask, count: number) {
  if (ask.answersTool || ask.toolChoice === 'none') return [];
  const { toolChoice } = ask;
  const tools =
    typeof toolChoice === 'object'
      ? ask.tools.filter(({ name }) => name === toolChoice.name)
      : ask.tools;
  if (tools.length === 0) return [];
  return Array.from({ length: count }, (_, i) => {
    const { name, schema } = tools[i % tools.length]!;
    const json = JSON.stringify(schemaExample(schema));
    return { kind: 'tool' as const, name, texts: json.match(/.{1,5}/gsu)! };
  });
}

/** The text before the first stop sequence in it, and which one that was. */
function upTo(text: readonly string[], stops: readonly string[]) {
  const all = text.join('');
  const [first] = stops
    .map((sequence) => ({ sequence, at: all.indexOf(sequence) }))
    .filter(({ sequence, at }) => sequence && at >= 0)
    .sort((a, b) => a.at - b.at);
  if (!first) return { text, sequence: undefined };
  const kept: string[] = [];
  for (let left = first.at, i = 0; left > 0; left -= text[i++]!.length)
    kept.push(text[i]!.slice(0, left));
  return { text: kept, sequence: first.sequence };
}
