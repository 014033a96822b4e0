// Makes one demonstration for all tests, then runs them. Words after the command choose files:
// `npm test -- accessibility`. BATON_TEST_DEMO names a demonstration that was made before.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { demo } from './lib/program.mjs'
import { scratch } from './lib/scratch.mjs'

const tests = fileURLToPath(new URL('./tests/', import.meta.url))
/** These measure how fast something is: nothing else may run beside them. */
const ALONE = ['drafts', 'live', 'speed']
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
const env = { ...process.env, BATON_TEST_DEMO: folder }

/** Files by name, so many side by side; the number with which they ended. */
function run(names, atOnce) {
  if (names.length === 0) return 0
  const how = ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`]
  return spawnSync(process.execPath, [...how, ...names.map((name) => tests + name)], { stdio: 'inherit', env }).status ?? 1
}

const alone = (name) => ALONE.includes(name.replace('.test.mjs', ''))
const together = run(chosen.filter((name) => !alone(name)), 2)
process.exit(run(chosen.filter(alone), 1) || together)
