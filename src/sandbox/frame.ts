import harness from './harness.js?raw';
import page from './page.html?url';

/** What is run: the learner's code, the function it is to define, and calls of that function. */
export interface Program {
  readonly code: string;
  readonly name: string;
  /** Expressions in JavaScript, each evaluated by itself; `tell(…)` sends what one has come to so far. */
  readonly calls: readonly string[];
}

/** Starts a program and hears what it sends; returns how to end it, whatever it is doing. */
export type Open = (program: Program, heard: (data: unknown) => void) => () => void;

/**
 * Opens a page of opaque origin in a frame of its own: it has no access to this page, to storage or
 * to the network, and its own content security policy. There a Worker runs the program, so that an
 * endless loop blocks nobody; taking the frame away ends it.
 */
export const openFrame: Open = (program, heard) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard(data);
  port1.postMessage(program);
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.hidden = true;
  frame.title = 'Sandbox';
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(harness, '*', [port2]), {
    once: true,
  });
  frame.src = new URL(page, import.meta.url).href;
  document.body.append(frame);
  return () => {
    port1.close();
    frame.remove();
  };
};
