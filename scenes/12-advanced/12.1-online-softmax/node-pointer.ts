import type { ScalePicture } from '../../../src/author';
import type { Nodes } from './against-float64';
import type { Node } from './trees';

/**
 * The node an arrow key leads to from another one: left and right to its neighbours, down to the
 * node it is merged into and up to the first one it is merged from, on into the other tree where
 * this one ends. Without a node, the first.
 */
export function nodeBeside(
  node: Node | undefined,
  key: string,
  trees: readonly Nodes[],
): Node | undefined {
  if (!key.startsWith('Arrow')) return undefined;
  if (!node) return { tree: 'online', level: 0, index: 0 };
  const { tree, level, index } = node;
  const size = (of: number): number => trees[of].m.length;
  const scaled = (to: number): number => Math.floor((index * size(to)) / size(level));
  if (key === 'ArrowLeft') return { tree, level, index: Math.max(0, index - 1) };
  if (key === 'ArrowRight') return { tree, level, index: Math.min(size(level) - 1, index + 1) };
  const last = trees.length - 1;
  if (key === 'ArrowDown') {
    if (level < last) return { tree, level: level + 1, index: scaled(level + 1) };
    return tree === 'online' ? { tree: 'naive', level: 0, index: 0 } : node;
  }
  if (level > 0) return { tree, level: level - 1, index: scaled(level - 1) };
  return tree === 'naive' ? { tree: 'online', level: last, index: 0 } : node;
}

/** What is under the pointer, and the trees the arrow keys move over, once there are any. */
export interface Ground {
  nodeAt(x: number, y: number): Node | undefined;
  readonly trees: readonly Nodes[] | undefined;
}

/** Which node the reader points at, with the pointer or with the arrow keys. */
export class NodePointer {
  node: Node | undefined;

  constructor(
    private readonly picture: ScalePicture,
    private readonly focused: HTMLElement,
    private readonly ground: Ground,
  ) {
    picture.root.addEventListener('pointermove', this.onPointer);
    picture.root.addEventListener('pointerleave', this.onLeave);
    focused.addEventListener('blur', this.onLeave);
    focused.addEventListener('keydown', this.onKey);
  }

  dispose(): void {
    this.picture.root.removeEventListener('pointermove', this.onPointer);
    this.picture.root.removeEventListener('pointerleave', this.onLeave);
    this.focused.removeEventListener('blur', this.onLeave);
    this.focused.removeEventListener('keydown', this.onKey);
  }

  private point(node: Node | undefined): void {
    if (!node && !this.node) return;
    this.node = node;
    this.picture.redraw();
  }

  private readonly onPointer = (event: PointerEvent): void => {
    const { x, y } = this.picture.at(event);
    this.point(this.ground.nodeAt(x, y));
  };

  private readonly onLeave = (): void => this.point(undefined);

  private readonly onKey = (event: KeyboardEvent): void => {
    const { trees } = this.ground;
    if (event.target !== this.focused || !trees) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const node = nodeBeside(this.node, event.key, trees);
    if (!node) return;
    event.preventDefault();
    event.stopPropagation();
    this.point(node);
  };
}
