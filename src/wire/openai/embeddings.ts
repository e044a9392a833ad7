import { random } from '../../sim/random.ts';
import { oneOf, optionalCount, text } from '../fields.ts';
import { readJson, Refusal, sendJson, type Json } from '../http.ts';
import { openaiRoutes } from './errors.ts';
import type { Route } from '../route.ts';

/** The texts of an embedding's request. @throws Refusal 400 for what is none */
export function inputsOf({ input }: Json): string[] {
  const texts = Array.isArray(input) ? (input as unknown[]) : [input];
  if (texts.length > 0 && texts.every((one) => typeof one === 'string' && one !== ''))
    return texts as string[];
  throw new Refusal(400, 'input: not a text, and not a list of texts');
}

/** A unit vector that is the same for the same text. It means nothing: its directions are drawn. */
function vectorOf(input: string, dimensions: number): number[] {
  const draw = random(0, input);
  const drawn = Array.from({ length: dimensions }, () => draw() - 0.5);
  const length = Math.hypot(...drawn);
  return drawn.map((x) => x / length);
}

/** As many as the largest of OpenAI's models has. */
const most = 3_072;

/** What an embedding's request asks for. @throws Refusal 400 that names the field */
export function readEmbeddings(body: Json) {
  const dimensions = optionalCount(body, 'dimensions') ?? 16;
  if (dimensions > most)
    throw new Refusal(400, `dimensions: ${String(dimensions)} are more than ${String(most)}`);
  const encoding = oneOf(
    { encoding_format: body['encoding_format'] ?? 'float' },
    'encoding_format',
    encodings,
  );
  return { inputs: inputsOf(body), model: text(body, 'model'), dimensions, encoding };
}

const encodings = ['float', 'base64'] as const;

/** @throws Refusal 400 that names the field */
export function embeddings(body: Json): object {
  const { inputs, model, dimensions, encoding } = readEmbeddings(body);
  const encode = (vector: number[]) =>
    encoding === 'base64'
      ? Buffer.from(Float32Array.from(vector).buffer).toString('base64')
      : vector;
  const tokens = inputs.reduce((sum, input) => sum + Math.ceil(input.length / 4), 0);
  return {
    object: 'list',
    data: inputs.map((input, index) => ({
      object: 'embedding',
      index,
      embedding: encode(vectorOf(input, dimensions)),
    })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

/** OpenAI's embeddings. https://developers.openai.com/api/reference/resources/embeddings */
export const embeddingsRoutes: readonly Route[] = [
  openaiRoutes('/v1/embeddings')(
    'POST',
    '',
    async ({ request, response }) => {
      sendJson(response, 200, embeddings(await readJson(request)));
    },
    { model: true },
  ),
];
