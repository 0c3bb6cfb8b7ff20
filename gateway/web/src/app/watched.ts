/** {@return whether somebody looks at the page now} */
export function isWatched(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
