export { createThemeDesk, type ThemeDesk, type ThemeDraft, themeDraft } from './desk.ts';
export type { ThemeStore, ThemeWords } from './ports.ts';
