import { useSyncExternalStore } from 'react';
import { useMessages } from '../locales/locale-context.tsx';
import { type Appearance, chooseAppearance, currentAppearance } from './appearance.ts';

function subscribe(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  document.addEventListener('appearancechange', changed);
  system.addEventListener('change', changed);
  return () => {
    document.removeEventListener('appearancechange', changed);
    system.removeEventListener('change', changed);
  };
}

/** Light or dark; shown where scripts run, since without them the system's own choice holds. */
export function AppearanceSwitch() {
  const messages = useMessages();
  const appearance = useSyncExternalStore<Appearance | null>(subscribe, currentAppearance, () => null);
  const next: Appearance = appearance === 'dark' ? 'light' : 'dark';
  const label = next === 'dark' ? messages.theme.toDark : messages.theme.toLight;
  return (
    <button
      type="button"
      className="grid size-11 place-items-center rounded-sm text-soft hover:text-ink hover:bg-shallow"
      aria-label={label}
      title={label}
      hidden={appearance === null}
      onClick={() => chooseAppearance(next)}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2.8a7.2 7.2 0 0 1 0 14.4z" fill="currentColor" />
      </svg>
    </button>
  );
}
