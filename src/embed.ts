// `<unfold-exercise>` in a page of somebody else's: one script brings the element, its fonts and colours.
void import('./ui/embedded');
