import { expect, test } from 'vitest';
import { model } from '../../bench/peers/onnx';

const bytes = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
const text = (word: string): number[] => [word.length, ...new TextEncoder().encode(word)];

test('a graph of one operator, byte by byte', () => {
  const made = model({
    inputs: { x: [300] },
    nodes: [{ type: 'Relu', inputs: ['x'], output: 'y', attributes: { axis: 1 } }],
    output: { name: 'y', shape: [300] },
  });
  const attribute = [0x0a, ...text('axis'), ...bytes('1801a00102')];
  const node = [
    ...[0x0a, ...text('x'), 0x12, ...text('y'), 0x22, ...text('Relu')],
    ...[0x2a, attribute.length, ...attribute],
  ];
  // A float tensor with one dimension of 300, which takes two bytes.
  const info = (name: string): number[] => {
    const dimension = bytes('0a0308ac02');
    const tensor = [0x08, 0x01, 0x12, dimension.length, ...dimension];
    const type = [0x0a, tensor.length, ...tensor];
    return [0x0a, ...text(name), 0x12, type.length, ...type];
  };
  const graph = [
    ...[0x0a, node.length, ...node],
    ...[0x12, ...text('bench')],
    ...[0x5a, info('x').length, ...info('x')],
    ...[0x62, info('y').length, ...info('y')],
  ];
  expect([...made]).toEqual([...bytes('0808' + '42021011'), ...[0x3a, graph.length, ...graph]]);
});
