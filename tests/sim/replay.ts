import FlatQueue from 'flatqueue';
import type { Scenario, Tokens } from '../../src/sim/index.ts';
import { gamma, random } from '../../src/sim/random.ts';

/*
 * The pipeline as a discrete-event simulation: what happens next, happens next. It follows the description
 * on the method page, shares only the random draws with src/sim, and exists to say the same by other means.
 * Times are whole microseconds here, so that rounding is never a question of the last bit.
 */

/** What can happen, in the order in which things of the same moment happen: upstream first, the display last. */
const TOKEN = 0;
const FRAMED = 1;
const DELIVERED = 2;
const PARSED = 3;
const READ = 4;
const DRAWN = 5;
const TICK = 6;
const FRAME = 7;
type Kind = number;

/** What is to happen, earliest first. */
class Agenda {
  now = 0;
  private readonly queue = new FlatQueue<Kind>();

  add(kind: Kind, time: number): void {
    this.queue.push(kind, time * 8 + kind);
  }

  /** Moves on to what comes next. */
  next(): Kind | undefined {
    if (this.queue.length === 0) return undefined;
    this.now = Math.floor(this.queue.peekValue()! / 8);
    return this.queue.pop();
  }
}

/** Per event: server, proxy, browser. Per token: model, dom. In ms. `busy` is start, end, start, end … */
export interface Replay {
  model: number[];
  server: number[];
  proxy: number[];
  browser: number[];
  dom: number[];
  paints: number[];
  shown: number[];
  busy: number[];
}

const halfUp = (us: number) => Math.floor(us + 0.5);
const perSecond = 1_000_000;

/** One response, event by event. */
export function replay(s: Scenario, tokens: Tokens): Replay {
  const n = Math.min(tokens.chars.length, s.tokens ?? Infinity);
  const agenda = new Agenda();
  const page = new Page(s, tokens.chars, n, agenda);
  const wire = new Wire(s, tokens, n, agenda, page);
  for (let kind = agenda.next(); kind !== undefined; kind = agenda.next()) {
    if (kind === TOKEN) wire.emit();
    else if (kind === FRAMED) wire.framed();
    else if (kind === DELIVERED) wire.delivered();
    else if (kind === PARSED) wire.parsed();
    else page.happens(kind);
  }
  const ms = (list: number[]) => list.map((us) => us / 1000);
  return {
    model: ms(wire.modelAt),
    server: ms(wire.serverAt),
    proxy: ms(wire.proxyAt),
    browser: ms(wire.browserAt),
    dom: ms(page.dom),
    paints: ms(page.paints),
    shown: page.shown,
    busy: ms(page.busy),
  };
}

/** From the model to the parsed event. Every worker does one thing at a time, in order. */
class Wire {
  readonly modelAt: number[] = [];
  readonly serverAt: number[] = [];
  readonly proxyAt: number[] = [];
  readonly browserAt: number[] = [];

  private readonly s: Scenario;
  private readonly tokens: Tokens;
  private readonly n: number;
  private readonly agenda: Agenda;
  private readonly page: Page;

  private readonly stretch: () => number;
  private readonly chance: () => number;
  private decoded = 0;
  private clock: number;

  private complete = 0;
  private framing = false;

  private held = 0;
  private room: number;

  /** When each event reaches the browser; a network delay may end between two microseconds. */
  private readonly reaches: number[] = [];
  private arrived = 0;
  private parsing = false;

  constructor(s: Scenario, tokens: Tokens, n: number, agenda: Agenda, page: Page) {
    this.s = s;
    this.tokens = tokens;
    this.n = n;
    this.agenda = agenda;
    this.page = page;
    this.stretch = gamma(random(s.seed, 'gap'), s.jitter);
    this.chance = random(s.seed, 'stall');
    this.clock = s.ttft;
    // The first bucket has less room: the response headers are in it, and the stream's opening events come before token 0.
    this.room = Math.max(1, s.bucket - s.header);
    if (n > 0) agenda.add(TOKEN, halfUp(s.ttft * 1000));
  }

  /** The model emits a token, hidden or not. */
  emit(): void {
    const { s, n } = this;
    const answer = this.decoded - s.reasoning;
    if (answer >= 0) {
      this.modelAt.push(this.agenda.now);
      if ((answer + 1) % s.group === 0 || answer === n - 1) {
        this.complete++;
        if (!this.framing) this.frame();
      }
    }
    this.decoded++;
    if (answer === n - 1) return;
    const gap = 1000 / s.rate;
    if (s.jitter === 0 && s.stall * s.stallms === 0) {
      this.clock = s.ttft + this.decoded * gap;
    } else {
      this.clock += gap * this.stretch() + (this.chance() * 100 < s.stall ? s.stallms : 0);
    }
    this.agenda.add(TOKEN, halfUp(this.clock * 1000));
  }

  /** The server takes up the next complete event. */
  private frame(): void {
    this.framing = true;
    this.agenda.add(FRAMED, halfUp(this.agenda.now + this.s.framing * 1000));
  }

  /** The server has written an event. */
  framed(): void {
    const { s, n, tokens } = this;
    const k = this.serverAt.push(this.agenda.now) - 1;
    this.held++;
    if (s.proxy === 'pass') this.release(1);
    if (s.proxy === 'bucket') {
      let bytes = tokens.envelope + (k === 0 ? tokens.opening : 0);
      for (let i = k * s.group; i < Math.min(n, (k + 1) * s.group); i++)
        bytes += tokens.payload[i]!;
      this.pour(bytes);
    }
    if ((k + 1) * s.group >= n) this.release(this.held); // the upstream closes
    this.framing = this.complete > this.serverAt.length;
    if (this.framing) this.frame();
  }

  /** An event's bytes run into the proxy's bucket; a full one leaves, with every event that ends in it. */
  private pour(bytes: number): void {
    while (bytes >= this.room) {
      bytes -= this.room;
      this.room = this.s.bucket;
      this.release(bytes === 0 ? this.held : this.held - 1); // the event being poured may end in a later bucket
    }
    this.room -= bytes;
  }

  private release(events: number): void {
    for (; events > 0; events--, this.held--) {
      this.proxyAt.push(this.agenda.now);
      const at = this.agenda.now + this.s.latency * 1000;
      this.reaches.push(at);
      this.agenda.add(DELIVERED, Math.floor(at));
    }
  }

  /** An event has crossed the network. */
  delivered(): void {
    this.arrived++;
    if (!this.parsing) this.parse();
  }

  private parse(): void {
    this.parsing = true;
    const from = Math.max(this.agenda.now, this.reaches[this.browserAt.length]!);
    this.agenda.add(PARSED, halfUp(from + this.s.parse * 1000));
  }

  /** The browser has parsed an event: its tokens are the page's. */
  parsed(): void {
    const events = this.browserAt.push(this.agenda.now);
    this.page.arrive(Math.min(this.n, events * this.s.group));
    this.parsing = this.arrived > events;
    if (this.parsing) this.parse();
  }
}

/** From the parsed token to the frame that shows it. */
class Page {
  readonly dom: number[] = [];
  readonly paints: number[] = [];
  readonly shown: number[] = [];
  readonly busy: number[] = [];

  private readonly s: Scenario;
  private readonly n: number;
  private readonly agenda: Agenda;
  /** Characters shown once so many tokens are. */
  private readonly shownChars: number[] = [0];

  private frames = 0;
  private ticks = 0;
  private arrived = 0;
  /** Tokens that the work in hand covers, and those that work has finished. */
  private taken = 0;
  private handled = 0;
  private working = false;
  private started = 0;
  /** When the token in hand is done, in full precision. */
  private clock = 0;
  /** Tokens that the next frame may show. */
  private ready = 0;

  constructor(s: Scenario, chars: Float64Array, n: number, agenda: Agenda) {
    this.s = s;
    this.n = n;
    this.agenda = agenda;
    for (let i = 0; i < n; i++) this.shownChars.push(this.shownChars[i]! + chars[i]!);
    if (n > 0) agenda.add(FRAME, 0);
    if (n > 0 && s.render === 'every') agenda.add(TICK, 0);
  }

  private get loop(): boolean {
    return this.s.render === 'token' || this.s.render === 'token-yield';
  }

  /** The first `tokens` tokens have arrived. */
  arrive(tokens: number): void {
    this.arrived = tokens;
    const wake = this.loop ? !this.working : this.s.render === 'sync' && tokens === this.n;
    if (!wake) return;
    this.working = true; // from after everything else that arrives at this moment
    this.started = this.agenda.now;
    this.agenda.add(READ, this.agenda.now);
  }

  happens(kind: Kind): void {
    if (kind === READ) this.read();
    else if (kind === DRAWN) this.drawn();
    else if (kind === TICK) this.tick();
    else this.frame();
  }

  /** Microseconds of work for a draw after so many tokens. */
  private work(tokens: number): number {
    return this.s.cost * 1000 + this.s.charcost * this.shownChars[tokens]!;
  }

  /** Takes all that has arrived. A reading loop handles it token by token, any other page in one draw. */
  private read(): void {
    this.taken = this.arrived;
    this.clock = this.agenda.now;
    if (this.loop) this.handle();
    else this.agenda.add(DRAWN, halfUp(this.clock + this.work(this.taken)));
  }

  private handle(): void {
    this.clock += this.work(this.handled + 1);
    const last = this.handled + 1 === this.taken;
    // Only the end of the batch is a time that anybody else sees, so only that is rounded.
    this.agenda.add(DRAWN, last ? halfUp(this.clock) : Math.floor(this.clock));
  }

  private drawn(): void {
    if (this.loop && ++this.handled < this.taken) return this.handle();
    this.handled = this.taken;
    const waiting = this.loop && this.arrived > this.taken;
    this.ready = this.handled;
    if (this.agenda.now > this.started) this.busy.push(this.started, this.agenda.now);
    this.started = this.agenda.now;
    if (this.s.render === 'frame') this.paint();
    this.working = waiting;
    if (waiting) this.read();
  }

  /** The beat of a timer or of the display, when the page is free and has something to draw. */
  private beat(): void {
    if (this.working || this.arrived === this.handled) return;
    this.working = true;
    this.started = this.agenda.now;
    this.read();
  }

  private tick(): void {
    this.beat();
    this.ticks++;
    if (this.handled < this.n) this.agenda.add(TICK, halfUp(this.ticks * this.s.every * 1000));
  }

  private frame(): void {
    if (this.s.render === 'frame') this.beat();
    else this.paint();
    this.frames++;
    if (this.dom.length < this.n)
      this.agenda.add(FRAME, halfUp((this.frames * perSecond) / this.s.hz));
  }

  private paint(): void {
    if (this.ready === this.dom.length) return;
    while (this.dom.length < this.ready) this.dom.push(this.agenda.now);
    this.paints.push(this.agenda.now);
    this.shown.push(this.ready);
  }
}
