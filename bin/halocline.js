#!/usr/bin/env node
// npx halocline: the command line, built when a source is newer.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, root } from './setup.js';

install();
build();
await import(pathToFileURL(join(root, 'build/server/cli.js')).href);
