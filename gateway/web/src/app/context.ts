import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Workspace } from '../store/workspace';
import type { App } from './app';

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('no App around this component');
  return app;
}

/** {@return what the account sees; only below the main screen, which is shown to signed-in people} */
export function useWorkspace(): Workspace {
  const workspace = useApp().workspace.value;
  if (!workspace) throw new Error('nobody is signed in');
  return workspace;
}
