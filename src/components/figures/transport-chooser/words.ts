import type { Answer, QuestionId, Transport } from '../../../sim/index.ts';
import type { FinerId, RuleId } from './refine.ts';

// Numbers and their units are joined by no-break spaces.

/** A question: in full, in a table's heading, and what it takes into account. */
interface Question {
  ask: string;
  short: string;
  hint: string;
}

export const questionWords: Readonly<Record<QuestionId, Question>> = {
  waiting: {
    ask: 'Is somebody waiting?',
    short: 'Somebody waiting?',
    hint: 'A person who watches, or a program that cannot go on without it.',
  },
  long: {
    ask: 'Will the whole thing take over 10 s?',
    short: 'Over 10 s in all?',
    hint: 'All of it: every model call, search and tool.',
  },
  wordy: {
    ask: 'Is the output over about 200 tokens?',
    short: 'Over about 200 tokens?',
    hint: 'About 150 words; 2 s of writing at 100 tokens/s.',
  },
};

export const answerWords: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No' };

/** What an answer says: as part of a sentence, and why it leads where it leads. */
export const reasons: Readonly<
  Record<QuestionId, Record<Answer, { clause: string; why: string }>>
> = {
  waiting: {
    yes: {
      clause: 'somebody is waiting',
      why: 'Somebody is waiting, and a batch may take a day.',
    },
    no: {
      clause: 'nobody is waiting',
      why: 'Nobody is waiting, so it may take its time, at half the price.',
    },
  },
  long: {
    yes: {
      clause: 'it takes over 10 s',
      why: 'Over 10 s, attention goes elsewhere, and limits on open requests begin at 15 to 30 s.',
    },
    no: {
      clause: 'it is over within about 10 s',
      why: 'It is over within about 10 s, so one open request can carry it.',
    },
  },
  wordy: {
    yes: {
      clause: 'it is long enough that reading can begin before writing ends',
      why: 'It is long enough that reading can begin before writing ends.',
    },
    no: {
      clause: 'it is so short that little could be read before it is complete',
      why: 'It is so short that little could be read before it is complete.',
    },
  },
};

/** One of the four answers. */
interface TransportWords {
  name: string;
  /** In the middle of a sentence. */
  plain: string;
  tagline: string;
  what: string;
  costs: string;
  watch: readonly string[];
  protects: string;
}

export const transportWords: Readonly<Record<Transport, TransportWords>> = {
  batch: {
    name: 'Batch',
    plain: 'a batch',
    tagline: 'half price, up to a day',
    what: 'Hand in many requests at once; collect the answers when they are done.',
    costs:
      'Time, with no promise of when. OpenAI, Anthropic and Google take half their usual price; what is not done after 24 h (Google: 48 h) expires.',
    watch: [
      'Results come in any order: match them by id.',
      'Each result may differ. Send again what expired; mend what failed.',
      'Anthropic checks each request only once the batch is under way: try one as a plain call first.',
      'Not every model and feature is covered; Anthropic’s takes no stream: true.',
    ],
    protects:
      'The bill, and the rate limits of your live traffic: OpenAI and Anthropic count batches against limits of their own.',
  },
  job: {
    name: 'Async job',
    plain: 'an async job',
    tagline: 'accept, report, resume',
    what: 'Accept the work at once, do it in the background, report on it, keep the result to be fetched.',
    costs:
      'The most code of the four: a worker, a place for state and events, and endpoints to submit, follow and stop. A client that polls hears of each step half an interval late on average.',
    watch: [
      'Answer 202 with Location and Retry-After; take an Idempotency-Key, so that a repeated submit starts no second job.',
      'Leaving no longer stops the work: Stop needs an endpoint of its own.',
      'Report each step. A wait that nothing explains feels longer.',
      'OpenAI keeps a background response for about 10 min. For longer, keep a log of your own.',
    ],
    protects:
      'The work from its connection: idle timeouts, a closed laptop and a lost network end the request, not the job.',
  },
  stream: {
    name: 'Stream',
    plain: 'a stream',
    tagline: 'first words at once',
    what: 'Send each piece on as the model writes it, as server-sent events in one long response.',
    costs:
      'The same price per token. More code, one open connection for each reader, and framing: some 5 bytes of text in an event of about 120.',
    watch: [
      'Proxies that buffer and compression that waits: text/event-stream, no-transform, X-Accel-Buffering: no.',
      'HTTP 200 is not success. An error can come inside the stream; it is complete at its last event, not when the bytes end.',
      'Draw once per frame or every 50 ms, not once per token.',
      'Send a comment about every 15 s while nothing else is sent.',
    ],
    protects:
      'The reader from a blank screen, and from paying for the rest: who sees it go wrong can stop it early. And the request from idle timeouts, as long as something flows.',
  },
  sync: {
    name: 'Sync',
    plain: 'a plain call',
    tagline: 'one plain call, one answer',
    what: 'Ask, wait, get all of it.',
    costs: 'Nothing but the wait: nobody sees anything before the last token.',
    watch: [
      'Nothing is sent until the end. Limits on that begin at 15 s (Envoy), 29 s (API Gateway) and 30 s (Heroku).',
      'Set a timeout of your own, and try again after HTTP 429 or 529, a little later each time.',
      'Look at stop_reason: an answer that ran into max_tokens is cut off.',
    ],
    protects:
      'You from complexity: one answer or one error, and one piece is what a parser, a cache and a test want.',
  },
};

interface FinerQuestion {
  ask: string;
  hint: string;
  options: Readonly<Record<string, string>>;
}

export const finerWords: Readonly<Record<FinerId, FinerQuestion>> = {
  who: {
    ask: 'Who waits, and for how long?',
    hint: 'The first question again, finer.',
    options: {
      watching: 'A person, watching',
      program: 'A program, for seconds',
      away: 'A person, back in minutes',
      later: 'Nobody, until tomorrow',
    },
  },
  whole: {
    ask: 'Does the consumer need it whole?',
    hint: 'Can the next step start on half an answer?',
    options: { no: 'No, parts are of use', yes: 'Yes, all of it' },
  },
  silence: {
    ask: 'How long is the longest silence?',
    hint: 'At its worst: a queue, reasoning, a slow tool.',
    options: { under15: 'Under 15 s', to60: '15 to 60 s', over60: 'Over 60 s' },
  },
  survive: {
    ask: 'Must it survive a disconnect?',
    hint: 'A reload, a tunnel, a laptop that closes.',
    options: { no: 'No, it may end with it', yes: 'Yes, it goes on' },
  },
};

/** What a rule says: as part of a sentence where it moves the answer, and in full. */
export const ruleWords: Readonly<Record<RuleId, { clause?: string; says: string }>> = {
  later: {
    clause: 'nobody looks at it until tomorrow',
    says: 'Nobody looks at it until tomorrow: it can wait, for half the price.',
  },
  watched: {
    clause: 'somebody is watching after all',
    says: 'Somebody is watching after all, and a batch may take a day.',
  },
  program: {
    clause: 'a program waits seconds for it',
    says: 'A program in a request path cannot wait a day, though nobody watches it.',
  },
  away: {
    clause: 'whoever asked goes away and comes back',
    says: 'Whoever asked goes away: the work must go on without them.',
  },
  whole: {
    clause: 'nobody can use half of it',
    says: 'Nobody can use half of it, so sending it in parts gains nothing.',
  },
  silent: {
    clause: 'a plain call would be silent for over 60 s',
    says: 'A plain call would be silent for over 60 s, and nginx and AWS load balancers give up after 60 s unless told otherwise.',
  },
  detach: {
    clause: 'it must survive a disconnect',
    says: 'It must survive a disconnect, so the work cannot be part of the request.',
  },
  report: {
    says: 'Tell them when it is done, where they are: a message, a notification, a webhook.',
  },
  poll: {
    says: 'Let the program poll, and say how often in Retry-After: an interval adds half of itself to the wait on average.',
  },
  assemble: {
    says: 'Stream to your own server and hand over the whole: the connection stays alive, and the vendors’ SDKs put the parts together.',
  },
  heartbeat: {
    says: 'Send a comment line about every 15 s of silence, so that no idle timeout on the way runs out.',
  },
  ceiling: {
    says: 'Heartbeats do not help against limits on the whole response: Envoy’s is 15 s and Vercel’s 300 s unless set otherwise.',
  },
  limits: {
    says: 'Check every hop: Envoy gives up after 15 s in all, API Gateway after 29 s, Heroku after 30 s without a first byte.',
  },
  log: {
    says: 'Write each event to a log under an increasing id. Who comes back names the last id seen and reads on from there.',
  },
  stop: {
    says: 'Give Stop an endpoint of its own: a closed connection ends neither the work nor the bill.',
  },
  cancel: {
    says: 'When the reader leaves, cancel the model’s request too: nobody reads the tokens still to come.',
  },
};
