import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { print } from '../../math/format';
import { readable } from '../../scene/mark';
import { markOrder } from '../../scene/mark-order';
import { linesOf, orderOf, readOrder } from '../../scene/order-lines';
import type { PredictionKind } from '../../scene/prediction-kind';
import { lineSays } from '../order';
import { spoken } from '../prediction-label';
import '../styles/order.css';

/** Lines to be put in order, of which some may belong nowhere: `options` has them by id. */
const order: PredictionKind = {
  field: (field) =>
    html`<unfold-order
      id=${field.id}
      data-predict=${field.prediction.answer}
      aria-label=${spoken(field)}
      aria-describedby=${field.describedBy}
      .field=${field}
      .value=${live(field.written)}
      @input=${({ target }: Event) => field.write((target as HTMLInputElement).value)}
    ></unfold-order>`,
  mark: (written, asked) =>
    readable(
      () => readOrder(written, asked),
      (placed) => markOrder(placed, asked),
    ),
  typed: print,
  shown: (asked) =>
    html`<span class="order-answer" role="list"
      >${orderOf(asked).map(
        (id) => html`<span role="listitem">${lineSays(linesOf(asked)[id])}</span>`,
      )}</span
    >`,
};

export default order;
