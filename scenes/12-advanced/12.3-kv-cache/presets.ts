/** The shape of a model as it was published. */
export interface Shape {
  readonly name: string;
  readonly layers: number;
  /** Heads of the queries; keys and values may have fewer. */
  readonly heads: number;
  readonly kv_heads: number;
  readonly d_head: number;
  readonly parameters: number;
  readonly source: string;
}

const shape = (
  name: string,
  [layers, heads, kv_heads, d_head]: readonly [number, number, number, number],
  parameters: number,
  source: string,
): Shape => ({ name, layers, heads, kv_heads, d_head, parameters, source });

/** Models whose weights are published, each with who said so and when. */
export const shapes: Readonly<Record<string, Shape>> = {
  'llama-2-7b': shape(
    'Llama 2 7B',
    [32, 32, 32, 128],
    6.74e9,
    'Touvron et al., “Llama 2”, July 2023',
  ),
  'gpt-2': shape('GPT-2', [12, 12, 12, 64], 1.24e8, 'Radford et al., February 2019'),
  'falcon-7b': shape(
    'Falcon 7B',
    [32, 71, 1, 64],
    7.22e9,
    'Almazrouei et al., “The Falcon series”, November 2023',
  ),
  'mistral-7b': shape(
    'Mistral 7B',
    [32, 32, 8, 128],
    7.24e9,
    'Jiang et al., “Mistral 7B”, October 2023',
  ),
  'llama-3-8b': shape('Llama 3 8B', [32, 32, 8, 128], 8.03e9, 'Meta AI, model card, April 2024'),
  'qwen-2.5-7b': shape(
    'Qwen2.5 7B',
    [28, 28, 4, 128],
    7.62e9,
    'Qwen Team, model card, September 2024',
  ),
  'llama-3.1-70b': shape(
    'Llama 3.1 70B',
    [80, 64, 8, 128],
    7.06e10,
    'Grattafiori et al., “The Llama 3 herd of models”, July 2024',
  ),
};

/** Memory of common cards, in GiB, by the names they are sold under. */
export const cards: readonly { readonly name: string; readonly gib: number }[] = [
  { name: 'T4', gib: 16 },
  { name: 'RTX 4090', gib: 24 },
  { name: 'L40S', gib: 48 },
  { name: 'H100', gib: 80 },
];
