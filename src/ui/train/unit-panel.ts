import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { decimals, show } from '../../math/format';
import { weightIndex } from '../../train/network';
import type { Settings } from '../../train/settings';
import { sizesOf } from '../../train/shape';
import { inline, line } from '../math';
import { sameEdge, type Edge } from './edge';
import type { Place } from './plane-view';
import { nameOf, symbolOf, type Unit } from './unit';
import { unitLines } from './unit-lines';

export interface UnitOf {
  readonly unit: Unit;
  readonly settings: Settings;
  readonly weights: readonly Float32Array[];
  readonly place: Place;
  /** What is wrong with a weight as it was written. */
  readonly fault: { readonly edge: Edge; readonly message: string } | undefined;
  /** Takes a weight as it was typed. */
  write(edge: Edge, text: string): void;
}

/** A unit, opened: how it comes to its number, and its weights to be set. */
export function unitPanel(of: UnitOf): TemplateResult {
  const { unit, settings, weights, place } = of;
  const sizes = sizesOf(settings);
  const count = sizes[unit.layer - 1];
  const name = nameOf(unit, settings);
  return html`<section class="unit-panel" aria-labelledby="train-unit">
    <h2 id="train-unit">${name[0].toUpperCase()}${name.slice(1)}</h2>
    <div class="unit-lines" role="region" tabindex="0" aria-label="How ${name} comes to its number">
      ${unitLines(unit, settings, weights, place).map((each) => html`<p ${line(each)}></p>`)}
    </div>
    <div class="unit-weights">
      ${Array.from({ length: count + 1 }, (_, from) => weightField(of, from, count, sizes))}
    </div>
  </section>`;
}

function weightField(
  of: UnitOf,
  from: number,
  count: number,
  sizes: readonly number[],
): TemplateResult {
  const { unit, settings, weights, fault } = of;
  const edge = { layer: unit.layer - 1, from, to: unit.unit };
  const text = show(
    weights[edge.layer][weightIndex(from, edge.to, sizes[unit.layer])],
    decimals(3),
  );
  const id = `train-weight-${from}`;
  const wrong = fault && sameEdge(fault.edge, edge) ? fault.message : undefined;
  const bias = from === count;
  const source = bias ? 'bias' : nameOf({ layer: edge.layer, unit: from }, settings);
  return html`<span class="given">
    <label for=${id} class="role-weight"
      ><span class="sr-only">${bias ? 'Bias' : `Weight from ${source}`}</span
      ><span aria-hidden="true" ${inline(bias ? 'b' : `w_${from + 1}`)}></span>${
        bias
          ? nothing
          : html`<span class="from" aria-hidden="true"
              >(<span ${inline(symbolOf({ layer: edge.layer, unit: from }, settings))}></span
              >)</span
            >`
      }</label
    ><input
      class="field number"
      type="text"
      id=${id}
      autocomplete="off"
      spellcheck="false"
      style="--chars: ${text.length}"
      .value=${live(text)}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${wrong ? `${id}-fault` : nothing}
      @change=${(event: Event) => of.write(edge, (event.target as HTMLInputElement).value)}
    />${wrong ? html`<span class="fault" id="${id}-fault">This ${wrong}.</span>` : nothing}
  </span>`;
}
