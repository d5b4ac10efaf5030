import { sameValue, type Matrix } from '../../../src/author';
import { pixelsOf, type Dot, type Stroke } from './pen';

/** The lines a reader has drawn. They are forgotten when the digit is no longer what they make. */
export class Sheet {
  private lines: Dot[][] = [];
  private made: Matrix = pixelsOf([]);

  /** The lines of this digit; none where it came from elsewhere. */
  strokesOf(digit: Matrix): readonly Stroke[] {
    return sameValue(digit, this.made) ? this.lines : [];
  }

  /** Puts the pen down beside what is drawn already. */
  begin(at: Dot, digit: Matrix): Matrix {
    return this.become([...this.strokesOf(digit).map((stroke) => [...stroke]), [at]]);
  }

  /** Draws on to here. */
  go(to: Dot): Matrix {
    const last = this.lines[this.lines.length - 1];
    return this.become([...this.lines.slice(0, -1), [...last, to]]);
  }

  private become(lines: Dot[][]): Matrix {
    this.lines = lines;
    return (this.made = pixelsOf(lines));
  }
}
