// Makes one demonstration for all tests, then runs them. Words after the command choose files:
// `npm test -- accessibility`. BATON_TEST_DEMO names a demonstration that was made before.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { demo } from './lib/program.mjs'
import { scratch } from './lib/scratch.mjs'

const tests = fileURLToPath(new URL('./tests/', import.meta.url))
const wanted = process.argv.slice(2)
const chosen = readdirSync(tests)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

async function madeOnce() {
  const folder = scratch()
  const { stop } = await demo(folder)
  await stop()
  return folder
}

const folder = process.env.BATON_TEST_DEMO ?? (await madeOnce())
const files = chosen.map((name) => tests + name)
const env = { ...process.env, BATON_TEST_DEMO: folder }
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { stdio: 'inherit', env })
process.exit(status ?? 1)
