export * from './formats/index.ts';
export * from './model/index.ts';
