// The HTML checker of the W3C, one Java process for all pages.

import { spawn } from 'node:child_process'
import { once } from 'node:events'

import vnu from 'vnu-jar'

/** What it finds in the files of a folder: `[{ file, message, extract }]`. */
export async function findings(folder) {
  const arguments_ = ['-Xss4m', '-jar', vnu, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', folder]
  const child = spawn('java', arguments_, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (text) => (out += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The HTML checker ended with ${code}`)
  return JSON.parse(out).messages.map(({ url, message, extract, lastLine }) => ({
    file: url?.split('/').pop(),
    message,
    extract: `${lastLine}: ${extract ?? ''}`,
  }))
}
