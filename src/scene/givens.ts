import { print } from '../math/format';
import { Random } from '../math/random';
import { sameValue } from '../math/value';
import { readGivens } from '../state/link';
import { defaultsOf, type Params, type Values } from '../state/params';
import { paramsOf, type Presets, type Problem, type Scene } from './contract';

/** What stands in the fields and what could be read of it. */
export interface Read {
  readonly texts: Readonly<Record<string, string>>;
  /** The last good values. */
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly idle: readonly string[];
}

/** The givens of one scene: what they begin with, how they are read, what a link writes of them. */
export class Givens {
  readonly params: Params;
  /** By hand and at scale. */
  private readonly presets: readonly Presets[];
  /** Defaults that came later, such as sizes that suit the device. */
  private later: Values = {};

  constructor(private readonly scene: Scene) {
    this.params = paramsOf(scene);
    this.presets = [scene.presets, scene.scale?.presets].filter((presets) => presets !== undefined);
  }

  /** What the exercise, its variant or the presets in its fields begin with. */
  base(variant: number | undefined, texts: Readonly<Record<string, string>> = {}): Values {
    const { vary } = this.scene;
    const fresh = variant === undefined || !vary ? {} : vary(new Random(variant));
    const begun: Values = { ...defaultsOf(this.params), ...(fresh as Values) };
    return { ...begun, ...this.preset({ ...this.textsOf(begun), ...texts }), ...this.later };
  }

  /** What is to be written into the fields: with another preset, all that comes with it. */
  withPreset(
    texts: Readonly<Record<string, string>>,
    variant: number | undefined,
  ): Readonly<Record<string, string>> {
    const base = this.textsOf(this.base(variant, texts));
    return {
      ...Object.fromEntries(Object.keys(this.preset(texts)).map((name) => [name, base[name]])),
      ...texts,
    };
  }

  /** Other defaults from now on. */
  rebase(defaults: Values): void {
    this.later = { ...this.later, ...defaults };
  }

  textsOf(values: Values): Record<string, string> {
    return Object.fromEntries(
      Object.keys(this.params).map((name) => [name, this.params[name].print(values[name])]),
    );
  }

  /** Reads the fields; what is bad keeps its last good value. */
  read(texts: Readonly<Record<string, string>>, last: Values): Read {
    const { scene, params } = this;
    const read = readGivens(params, texts);
    const written = { ...last, ...read.values };
    const [hand, scale] = [scene.check?.(written) ?? [], scene.scale?.check?.(written) ?? []];
    // Givens that do not go together leave the values as they were, those by hand or those at scale.
    const values = Object.fromEntries(
      Object.keys(params).map((name) => {
        const apart = name in scene.params ? hand : scale;
        return [name, apart.length === 0 ? written[name] : last[name]];
      }),
    );
    return {
      texts,
      values,
      problems: [...read.problems, ...hand, ...scale],
      idle: [...(scene.idle?.(values) ?? []), ...(scene.scale?.idle?.(values) ?? [])],
    };
  }

  /** What comes with the choices among these texts. */
  private preset(texts: Readonly<Record<string, string>>): Values {
    const chosen = this.presets.map(({ given, values }) => values[texts[given]] as Values);
    return Object.assign({}, ...chosen) as Values;
  }

  /** Whether a change touches anything the model is made from. */
  changesModel(before: Values, after: Values): boolean {
    return Object.keys(this.scene.params).some((name) => !sameValue(before[name], after[name]));
  }

  /** What a link writes: every given that is not as it began, in the order declared. */
  written({ texts, problems }: Read, variant: number | undefined): [string, string][] {
    const base = this.base(variant, texts);
    return Object.entries(this.params).flatMap(([name, param]): [string, string][] => {
      const text = texts[name];
      if (problems.some(({ field }) => field === name)) {
        // What is bad only beside another given may itself be as it began.
        return text === param.print(base[name]) ? [] : [[name, text]];
      }
      const value = param.parse(text);
      return sameValue(value, base[name]) ? [] : [[name, print(value)]];
    });
  }
}
