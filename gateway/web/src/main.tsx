import { render } from 'preact';
import { App } from './app/app';
import { watchConnection } from './app/connection';
import { AppContext } from './app/context';
import { listenForKeys } from './keys/keymap';
import { watchTitle } from './notify/notifier';
import { Root } from './screens/Root';
import { applyPreferences } from './settings/apply';
import './styles/index.css';

const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
const app = new App({ url: `${scheme}//${location.host}/ws` });

applyPreferences();
listenForKeys(app);
watchTitle(app);
watchConnection(app);
void app.session.start();

const root = document.getElementById('app');
if (root)
  render(
    <AppContext.Provider value={app}>
      <Root />
    </AppContext.Provider>,
    root,
  );

if (import.meta.env.PROD && 'serviceWorker' in navigator)
  navigator.serviceWorker.register('/sw.js').catch(() => {});
