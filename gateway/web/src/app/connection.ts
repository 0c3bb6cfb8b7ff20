import type { App } from './app';

const AWAY_AFTER = 5 * 60_000;
const PEOPLE_EVERY = 60_000;
const SUSPICIOUS_SILENCE = 30_000;
const PROBE_TIME = 5_000;

/** Follows the browser: back online, back from sleep, away from the desk. */
export function watchConnection(app: App): void {
  const { link } = app;
  window.addEventListener('online', () => {
    if (link.state.value.kind === 'waiting') link.connect();
    else void probe(app);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void probe(app);
  });
  watchAway(app);
  setInterval(() => {
    if (app.session.live.value && document.visibilityState === 'visible')
      void app.workspace.value?.refreshPeople();
  }, PEOPLE_EVERY);
}

/** A connection that slept may be dead without knowing: one question, and a new one if it is not answered. */
async function probe(app: App): Promise<void> {
  const { link, session } = app;
  if (link.state.value.kind === 'waiting') return link.connect();
  const user = app.workspace.value?.me;
  if (!user || !session.live.value || link.silence < SUSPICIOUS_SILENCE) return;
  const tooLate = setTimeout(() => link.renew(), PROBE_TIME);
  await link.ask('ping', { user }).catch(() => {});
  clearTimeout(tooLate);
}

function watchAway(app: App): void {
  let away = false;
  let timer: ReturnType<typeof setTimeout>;
  const set = (now: boolean) => {
    if (away !== now && app.session.live.value) app.link.tell({ type: 'away', away: now });
    away = now;
    if (app.workspace.value) app.workspace.value.people.away.value = now;
  };
  // The server forgets it with the connection.
  app.session.live.subscribe((live) => {
    if (live && away) app.link.tell({ type: 'away', away });
  });
  const onActive = () => {
    clearTimeout(timer);
    set(false);
    timer = setTimeout(() => set(true), AWAY_AFTER);
  };
  for (const event of ['keydown', 'pointerdown', 'pointermove', 'focus'])
    window.addEventListener(event, onActive, { passive: true });
  onActive();
}
