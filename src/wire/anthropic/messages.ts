import { answerTo, lastAt } from '../answer.ts';
import { withFaults } from '../faults.ts';
import { paced } from '../frames.ts';
import { readJson } from '../http.ts';
import { framesOf, message, failureEvent } from './frames.ts';
import { readAsk } from './request.ts';
import type { Route } from '../route.ts';
import { anthropicRoutes } from './errors.ts';

/** Anthropic's Messages API. https://platform.claude.com/docs/en/api/messages */
export const messagesRoutes: readonly Route[] = [
  anthropicRoutes('/v1/messages')(
    'POST',
    '',
    async (call) => {
      const { settings, wire } = call;
      const body = await readJson(call.request);
      const { model, stream, ask } = readAsk(body);
      const answer = answerTo(ask, settings);
      const id = wire.id('msg');
      if (!stream) {
        await wire.json(call, lastAt(answer, settings), message(id, model, answer));
        return;
      }
      const frames = paced(framesOf(id, model, answer, settings), settings);
      await wire.stream(call, withFaults(frames, settings, failureEvent));
    },
    { model: true },
  ),
];
