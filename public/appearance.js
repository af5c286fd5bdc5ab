// Sets the chosen colours before the first paint; loaded in <head>, before anything is drawn.
try {
  const chosen = localStorage.getItem('halocline-appearance');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
} catch {
  // No storage: the colours of the system.
}
