export function Logo() {
  return <img class="logo" src="/icons/parley.svg" alt="Parley" width="64" height="64" />;
}
