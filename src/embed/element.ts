import { unmount } from 'svelte';
import type { AwakeFigure } from '../components/figures/shared/props.ts';
import { pictureQuery } from '../components/kit/address.ts';
import { toQuery } from '../components/figures/shared/settings.ts';
import { parse, type Problem } from '../sim/index.ts';
import { playPath, tagOf } from './addresses.ts';
import {
  orDefault,
  readTheme,
  seek,
  set,
  setTheme,
  watch,
  type Tell,
  type Theme,
} from './control.svelte.ts';
import { onThemeChange, themeAround } from './hostTheme.ts';
import { version } from './release.ts';
import { wake, type WholeFigure } from './wake.ts';

/** What the properties of an element are made of. */
interface Accessors {
  look: Theme;
  state: { values: object };
  change(name: string, value: unknown): void;
}

interface FigureModule extends WholeFigure {
  /** Its style sheet. */
  css: string;
  /** The origin of the site, for links. */
  home: string;
}

/**
 * Defines the custom element of a figure, unless there is one of that name (another version's, say: first come,
 * first served). Attributes, properties and URL parameters are the same settings, and all go through `parse`.
 */
export function defineFigure({ view, definition, output, css, home }: FigureModule): void {
  const { id, settings } = definition;
  if (customElements.get(tagOf(id))) return;
  const names = Object.keys(settings);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);

  class FigureElement extends HTMLElement {
    static readonly version = version;
    static readonly observedAttributes = [...names, 'theme'];

    /** What the page gave, until the figure runs; from then on the figure knows. */
    private given: Record<string, unknown> = {};
    private look: Theme = {};
    private awake: AwakeFigure | undefined;
    private stop: (() => void) | undefined;
    private readonly ground: HTMLElement;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.ground = root.appendChild(document.createElement('div'));
    }

    connectedCallback(): void {
      // Properties set before there was this class hide the accessors.
      for (const name of FigureElement.observedAttributes)
        if (Object.hasOwn(this, name)) {
          const value = this[name as keyof this];
          Reflect.deleteProperty(this, name);
          this[name as keyof this] = value;
        }
      if (!this.stop) this.start();
    }

    disconnectedCallback(): void {
      // Moved within the page it goes on.
      queueMicrotask(() => {
        if (!this.isConnected) this.stop?.();
      });
    }

    attributeChangedCallback(name: string, before: string | null, value: string | null): void {
      if (before !== value) this.change(name, value ?? undefined);
    }

    private start(): void {
      const watching = new AbortController();
      let unwatch: (() => void) | undefined;
      // Whoever hears that it is ready may move it: by then it must know that it runs.
      const attend = (resumed: boolean) => {
        if (!this.stop) return;
        setTheme(this.awake, this.ground, this.look);
        if (!this.awake) return;
        const tell: Tell = (type, detail) =>
          this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
        unwatch = watch(this.awake, tell, resumed);
      };
      const onawake = (it: AwakeFigure, resumed = false) => {
        this.awake = it;
        attend(resumed);
        return () => {
          unwatch?.();
          if (this.awake === it) this.awake = undefined;
        };
      };
      const given = () => this.given;
      const page = {
        id,
        output,
        home,
        onawake,
        get start() {
          return given();
        },
      };
      const component = wake(view, this.ground, page, document.createElement('slot'));
      const theme = () => {
        const around = themeAround(this);
        if (around === this.look.around) return;
        this.look.around = around;
        setTheme(this.awake, this.ground, this.look);
      };
      theme();
      onThemeChange(theme, watching);
      this.stop = () => {
        const { awake } = this;
        if (awake)
          this.given = Object.fromEntries(
            new URLSearchParams(pictureQuery(awake.figure, awake.player)),
          );
        this.awake = this.stop = this.look.around = undefined;
        watching.abort();
        void unmount(component);
      };
      attend(false);
    }

    private change(name: string, value: unknown): void {
      if (name === 'theme') {
        this.look.given = value;
        if (this.awake) setTheme(this.awake, this.ground, this.look);
      } else if (this.awake) set(this.awake, { [name]: value });
      else this.given = orDefault(definition, { ...this.given, [name]: value });
    }

    private get state() {
      return this.awake?.figure ?? parse<Record<string, unknown>>(settings, this.given);
    }

    get result(): unknown {
      return this.awake?.result() ?? null;
    }

    get problems(): readonly Problem[] {
      return this.state.problems;
    }

    get url(): string {
      return (
        this.awake?.link() ?? home + playPath(id, toQuery(settings, this.state.values as never))
      );
    }

    play(): Promise<void> {
      return this.awake?.player?.play() ?? Promise.resolve();
    }

    pause(): void {
      this.awake?.player?.pause();
    }

    seek(t: unknown): void {
      if (this.awake) seek(this.awake, t);
    }

    toSVG(): string {
      return this.awake?.svg() ?? '';
    }

    toCSV(): string {
      return this.awake?.csv() ?? '';
    }
  }

  for (const name of FigureElement.observedAttributes)
    Object.defineProperty(FigureElement.prototype, name, {
      get(this: Accessors) {
        return name === 'theme'
          ? readTheme(this.look.given).values.theme
          : (this.state.values as Record<string, unknown>)[name];
      },
      set(this: Accessors, value: unknown) {
        this.change(name, value);
      },
      enumerable: true,
      configurable: true,
    });

  customElements.define(tagOf(id), FigureElement);
}
