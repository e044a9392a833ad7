import { answerTo, lastAt } from '../answer.ts';
import { completion, failureEvent, framesOf } from './completionsFrames.ts';
import { readAsk } from './completionsRequest.ts';
import { withFaults } from '../faults.ts';
import { paced } from '../frames.ts';
import { readJson } from '../http.ts';
import { openaiRoutes } from './errors.ts';
import type { Route } from '../route.ts';

/** OpenAI's chat completions. https://developers.openai.com/api/reference/resources/chat */
export const completionsRoutes: readonly Route[] = [
  openaiRoutes('/v1/chat/completions')(
    'POST',
    '',
    async (call) => {
      const { settings, wire } = call;
      const { model, stream, includeUsage, ask } = readAsk(await readJson(call.request));
      const answer = answerTo(ask, settings);
      // As long as the simulator's, which counts its bytes.
      const id = wire.id('chatcmpl').replace('_', '-000');
      if (!stream) {
        await wire.json(call, lastAt(answer, settings), completion(id, model, answer));
        return;
      }
      const frames = paced(framesOf(id, model, answer, settings, includeUsage), settings);
      await wire.stream(call, withFaults(frames, settings, failureEvent));
    },
    { model: true },
  ),
];
