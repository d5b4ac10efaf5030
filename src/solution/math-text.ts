import { plainSymbol } from './symbol';

/** A piece of a text for readers: words, or TeX that stood between dollar signs. */
export type Piece = { readonly text: string } | { readonly tex: string };

/** Text that may hold mathematics between dollar signs, taken apart: 'Divide by $\\sqrt{d_k}$.' */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split('$')
    .map((piece, i): Piece => (i % 2 === 0 ? { text: piece } : { tex: piece }))
    .filter((piece) => 'tex' in piece || piece.text !== '');
}

/** The same as a line of plain text, for labels and for readers of screens. */
export const plainText = (text: string): string =>
  piecesOf(text)
    .map((piece) => ('tex' in piece ? plainSymbol(piece.tex) : piece.text))
    .join('');
