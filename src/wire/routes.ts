import { filesRoutes } from './batches/files.ts';
import { messageBatchesRoutes } from './batches/messageBatches.ts';
import { openaiBatchesRoutes } from './batches/openaiBatches.ts';
import { completionsRoutes } from './openai/completions.ts';
import { embeddingsRoutes } from './openai/embeddings.ts';
import { jobRoutes } from './jobs/routes.ts';
import { messagesRoutes } from './anthropic/messages.ts';
import { modelsRoutes } from './openai/models.ts';
import { responsesRoutes } from './openai/responses.ts';
import type { Route } from './route.ts';
import { statusRoutes } from './status.ts';

/** Everything the server answers. */
export const routes: readonly Route[] = [
  ...statusRoutes,
  ...messagesRoutes,
  ...completionsRoutes,
  ...responsesRoutes,
  ...modelsRoutes,
  ...jobRoutes,
  ...messageBatchesRoutes,
  ...filesRoutes,
  ...openaiBatchesRoutes,
  ...embeddingsRoutes,
];
