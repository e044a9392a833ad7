import { answerTo } from '../answer.ts';
import { completion } from '../openai/completionsFrames.ts';
import { readAsk } from '../openai/completionsRequest.ts';
import { embeddings, readEmbeddings } from '../openai/embeddings.ts';
import { Refusal, type Json } from '../http.ts';
import { responseOf } from '../openai/responseObject.ts';
import { readAsked } from '../openai/responsesRequest.ts';
import type { WireSettings } from '../settings.ts';

interface Endpoint {
  /** @throws Refusal 400 for a request that it would not answer */
  check: (body: Json) => unknown;
  /** What it answers. `id` is unique. */
  answer: (body: Json, settings: WireSettings, id: string) => object;
}

/** What OpenAI's batches may ask, of what there is here. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  '/v1/chat/completions': {
    check(body) {
      if (readAsk(body).stream) throw new Refusal(400, 'stream: not allowed in a batch');
    },
    answer(body, settings, id) {
      const { model, ask } = readAsk(body);
      return completion(`chatcmpl-${id}`, model, answerTo(ask, settings));
    },
  },
  '/v1/responses': {
    check(body) {
      const { stream, background } = readAsked(body);
      if (stream || background)
        throw new Refusal(400, `${stream ? 'stream' : 'background'}: not allowed in a batch`);
    },
    answer(body, settings, id) {
      const asked = readAsked(body);
      const answer = answerTo(asked.ask, settings);
      const making = { id: `resp_${id}`, asked, answer, created: 0, completed: 0 };
      return responseOf(making, answer.stop === 'length' ? 'incomplete' : 'completed');
    },
  },
  '/v1/embeddings': {
    check: readEmbeddings,
    answer: (body) => embeddings(body),
  },
};
