import { Address } from '../scene/address';
import type { Problem } from '../scene/contract';
import type { Clock } from '../stage/clock';
import { readGivens, readQuery, readRoute, writeLink, type DeviceChoice } from '../state/link';
import type { PageLocation } from '../state/location';
import { wrongEdit } from './edits';
import { defaults, isOfRun, params, type Settings } from './settings';
import type { Member } from './variation';

/** What stands in the fields and the link of the page. Replaced whole at every change. */
export interface TrainSnapshot {
  /** The last good values. */
  readonly values: Settings;
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly idle: readonly string[];
  /** Sentences about parts of the link that could not be read. */
  readonly unread: readonly string[];
  readonly device: DeviceChoice | undefined;
  readonly present: boolean;
  /** Where the run was paused. */
  readonly step: number;
}

const textsOf = (values: Settings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, { print }]) => [
      name,
      (print as (value: unknown) => string)(values[name as keyof Settings]),
    ]),
  );

/** The settings of the page, its link and its history. It knows no DOM and trains nothing. */
export class TrainSession {
  private state: TrainSnapshot;
  private readonly address: Address;
  private readonly stopListening: () => void;

  constructor(
    private readonly location: PageLocation,
    clock: Clock,
    private readonly changed: () => void,
  ) {
    this.address = new Address(location, clock);
    this.state = this.open();
    this.stopListening = location.listen(() => {
      if (readRoute(location.read()).page !== 'train') return;
      this.address.follow();
      this.state = this.open();
      changed();
    });
  }

  get snapshot(): TrainSnapshot {
    return this.state;
  }

  get link(): string {
    const { texts, device, step, present } = this.state;
    const base = textsOf(defaults);
    return writeLink({
      number: 'train',
      givens: Object.keys(params)
        .filter((name) => texts[name] !== base[name])
        .map((name) => [name, texts[name]]),
      tab: 'hand',
      present,
      device,
      step,
    });
  }

  get fullAddress(): string {
    return this.location.address(this.link);
  }

  /** Writes into fields, as link text; another setting of the run begins one of its own. */
  edit(texts: Readonly<Record<string, string>>, commit: boolean): void {
    const before = this.state;
    const begins = Object.keys(texts).some(isOfRun);
    // What was set by hand belongs to the run that was.
    const edits = begins ? '' : before.texts.edits;
    const next = this.read({ ...before.texts, edits, ...texts }, before.values);
    const same = Object.keys(params).every(
      (name) => !isOfRun(name) || before.texts[name] === next.texts[name],
    );
    this.state = { ...before, ...next, step: same ? before.step : 0 };
    this.tell(commit);
  }

  /** Weights were set by hand at the step where the run stands: it goes on. */
  edited(rows: Settings['edits'], step: number): void {
    const texts = { ...this.state.texts, edits: params.edits.print(rows) };
    this.state = { ...this.state, ...this.read(texts, this.state.values), step };
    this.address.show(this.link, true);
  }

  /** Opens one of a population's networks, at a step. */
  openMember({ network, lr, scale }: Member, step: number): void {
    const texts = {
      ...this.state.texts,
      network: params.network.print(network),
      lr: params.lr.print(lr),
      scale: params.scale.print(scale),
      edits: '',
    };
    this.state = { ...this.state, ...this.read(texts, this.state.values), step };
    this.tell(true);
  }

  show({ device }: { readonly device: DeviceChoice }): void {
    this.state = { ...this.state, device };
    this.tell(true);
  }

  /** Enters or leaves presentation mode; the run goes on. */
  present(on: boolean): void {
    this.state = { ...this.state, present: on };
    this.address.show(this.link, true);
  }

  /** The run rests at this step. */
  restAt(step: number): void {
    if (step === this.state.step) return;
    this.state = { ...this.state, step };
    this.address.show(this.link, true);
  }

  restore(): void {
    this.edit(textsOf(defaults), true);
  }

  dispose(): void {
    this.stopListening();
    this.address.dispose();
  }

  private tell(commit: boolean): void {
    this.address.show(this.link, commit);
    this.changed();
  }

  private read(
    texts: Readonly<Record<string, string>>,
    before: Settings,
  ): Pick<TrainSnapshot, 'values' | 'texts' | 'problems' | 'idle'> {
    const { values, problems } = readGivens(params, texts);
    let settings = { ...before, ...values } as Settings;
    const wrong = wrongEdit(settings);
    if (wrong) {
      problems.push({ field: 'edits', message: wrong });
      settings = { ...settings, edits: [] };
    }
    if (!(settings.from < settings.to)) {
      problems.push({
        field: 'to',
        message: `must be larger than ${params.from.print(settings.from)}`,
      });
      settings = { ...settings, from: before.from, to: before.to };
    }
    const own = settings.data === 'own';
    if (own && settings.points.length < 2) {
      problems.push({
        field: 'points',
        message: 'must be two at least, to train on one and test with one',
      });
      settings = {
        ...settings,
        points: before.points.length < 2 ? defaults.points : before.points,
      };
    }
    return { texts, values: settings, problems, idle: own ? ['noise'] : [] };
  }

  private open(): TrainSnapshot {
    const route = readRoute(this.location.read());
    const asked = readQuery(route.page === 'train' ? route.query : '', params);
    return {
      ...this.read({ ...textsOf(defaults), ...asked.givens }, defaults),
      unread: asked.unread,
      device: asked.device,
      present: asked.present,
      step: asked.step,
    };
  }
}
