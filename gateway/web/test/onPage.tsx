import { fireEvent, render, screen } from '@testing-library/preact';
import type { App } from '../src/app/app';
import { AppContext } from '../src/app/context';
import { Root } from '../src/screens/Root';
import { type FakeNetwork, settle } from './fakeSocket';

/** Shows the whole page. */
export const show = (app: App) =>
  render(
    <AppContext.Provider value={app}>
      <Root />
    </AppContext.Provider>,
  );

/** Shows it to alice, who is signed in. */
export async function openPage(network: FakeNetwork): Promise<App> {
  const app = await network.signedIn('alice');
  show(app);
  await settle();
  return app;
}

export const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Write to/ });
export const type = (text: string) => fireEvent.input(box(), { target: { value: text } });
export const press = (element: Element, key: string, more: object = {}) =>
  fireEvent.keyDown(element, { key, ...more });
