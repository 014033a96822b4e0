// The built program, started as an administrator starts it, and ended with the tests.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const BUILT = fileURLToPath(new URL('../../target/debug/baton', import.meta.url))
export const BINARY = process.env.BATON_TEST_BINARY ?? BUILT

const ANYWHERE = '127.0.0.1:0'

const running = new Set()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

function start(arguments_, input) {
  if (!existsSync(BINARY)) throw new Error(`No program at ${BINARY}. Run cargo build first.`)
  const child = spawn(BINARY, arguments_, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  running.add(child)
  child.talk = ''
  child.out = ''
  child.stdout.on('data', (text) => (child.out += text))
  child.stderr.on('data', (text) => (child.talk += text))
  child.on('exit', () => running.delete(child))
  return child
}

const ended = (child) =>
  new Promise((resolve) => (child.exitCode === null ? child.once('close', resolve) : resolve(child.exitCode)))

/** Runs a command that must go well; what it printed. */
export async function run(arguments_, input) {
  const child = start(arguments_, input)
  const code = await ended(child)
  if (code !== 0) throw new Error(`baton ${arguments_.join(' ')} ended with ${code}: ${child.talk}`)
  return child.out.trim()
}

/** Serves until `stop`; `found` looks for what says that it answers. */
async function serving(arguments_, found) {
  const child = start(arguments_)
  const ready = await new Promise((resolve, reject) => {
    const look = () => {
      const what = found(child)
      if (what) resolve(what)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.on('exit', () => reject(new Error(`It does not serve: ${child.talk}`)))
  })
  // A test that fails before it can stop the program must not wait for it.
  for (const one of [child, child.stdout, child.stderr]) one.unref()
  const end = (signal) => (child.ref(), child.kill(signal), ended(child))
  return { ready, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** A demonstration: its address, and its people with tokens and passwords. */
export async function demo(folder, more = []) {
  const found = ({ out }) => out.includes('\n') && JSON.parse(out.split('\n')[0])
  const { ready, ...ends } = await serving(['demo', '--json', '--listen', ANYWHERE, '--data', folder, ...more], found)
  return { ...ready, ...ends }
}

/** Any other organisation: its own address. */
export async function serve(folder, more = [], at = ANYWHERE) {
  const found = ({ talk }) => talk.match(/at http:\/\/([\d.]+:\d+)/)?.[1]
  const { ready, ...ends } = await serving(['serve', '--data', folder, '--listen', at, ...more], found)
  return { url: `http://${ready}`, ...ends }
}
