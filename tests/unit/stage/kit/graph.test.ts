import { describe, expect, test } from 'vitest';
import { alongCurve, edgeCurve } from '../../../../src/stage/kit/edge-curve';
import { overlaps } from '../../../../src/stage/kit/box';
import { nodeBox } from '../../../../src/stage/kit/graph';
import { layered, layersOf } from '../../../../src/stage/kit/layered';

const edge = (from: string, to: string) => ({ from, to });

describe('a graph in layers', () => {
  test('puts a node after the last one that leads to it', () => {
    const edges = [edge('a', 'b'), edge('a', 'd'), edge('b', 'c'), edge('c', 'd')];
    expect(layersOf(['a', 'b', 'c', 'd'], edges)).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  test('passes over the edge that closes a cycle', () => {
    const edges = [
      edge('start', 'agent'),
      edge('agent', 'tools'),
      edge('tools', 'agent'),
      edge('agent', 'end'),
    ];
    expect(layersOf(['start', 'agent', 'tools', 'end'], edges)).toEqual([
      ['start'],
      ['agent'],
      ['tools', 'end'],
    ]);
    expect(layersOf(['a', 'b'], [edge('a', 'b'), edge('b', 'a')])).toEqual([['a'], ['b']]);
    expect(layersOf(['a'], [edge('a', 'a')])).toEqual([['a']]);
  });

  test('stands inside its box, the layers in order and no node on another', () => {
    const layers = [['start'], ['a rather long label', 'b', 'c'], ['end']];
    const box = { x: 10, y: 20, width: 600, height: 300 };
    for (const direction of ['right', 'down'] as const) {
      const places = layered(layers, box, direction);
      const along = direction === 'right' ? 'x' : 'y';
      expect(places.get('start')![along]).toBeLessThan(places.get('b')![along]);
      expect(places.get('b')![along]).toBeLessThan(places.get('end')![along]);
      const nodes = layers.flat().map((id) => ({ id, label: id }));
      const boxes = nodes.map((node) =>
        nodeBox(node, { nodes, edges: [], places, nodeWidth: 130 }),
      );
      boxes.forEach((a, i) =>
        boxes.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)),
      );
    }
  });
});

describe('an edge', () => {
  const [a, b] = [
    { x: 0, y: 0, width: 80, height: 40 },
    { x: 300, y: 0, width: 80, height: 40 },
  ];

  test('leads from the edge of one node to the edge of the other', () => {
    const { from, to } = edgeCurve(a, b, 0);
    expect(from.x).toBeGreaterThan(80);
    expect(to.x).toBeLessThan(300);
    expect([from.y, to.y]).toEqual([20, 20]);
  });

  test('stands apart from the one that leads back', () => {
    const [there, back] = [edgeCurve(a, b, 20), edgeCurve(b, a, 20)].map((curve) =>
      alongCurve(curve, 0.5),
    );
    expect(there.y).toBeLessThan(0);
    expect(back.y).toBeGreaterThan(40);
  });

  test('carries a value from its beginning to its end', () => {
    const curve = edgeCurve(a, b, 20);
    expect(alongCurve(curve, 0)).toEqual(curve.from);
    expect(alongCurve(curve, 1)).toEqual(curve.to);
    const xs = [0, 0.25, 0.5, 0.75, 1].map((fraction) => alongCurve(curve, fraction).x);
    expect(xs).toEqual(xs.toSorted((p, q) => p - q));
  });
});
