import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

/** What an editor is opened with. */
interface Opening {
  readonly text: string;
  readonly label: string;
  readonly describedBy: string;
  /** Told at every change by hand. */
  changed(text: string): void;
}

/** Opens an editor of JavaScript. Tab leaves it, as it leaves every field. */
export function openEditor(
  parent: HTMLElement,
  { text, label, describedBy, changed }: Opening,
): EditorView {
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      bracketMatching(),
      indentOnInput(),
      javascriptLanguage,
      syntaxHighlighting(classHighlighter),
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy,
        autocapitalize: 'off',
        translate: 'no',
      }),
      keymap.of([...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'), ...historyKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed(update.state.doc.toString());
      }),
    ],
  });
  // What scrolls could be focused by a press and has no name: the text in it is what is focused.
  view.scrollDOM.removeAttribute('tabindex');
  return view;
}

/** The line, counted from 1, where a text first stops being JavaScript. */
export function firstFault(text: string): number | undefined {
  let line: number | undefined;
  javascriptLanguage.parser.parse(text).iterate({
    enter: ({ type, from }) => {
      if (type.isError) line ??= text.slice(0, from).split('\n').length;
    },
  });
  return line;
}
