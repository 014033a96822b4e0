// Folders that go away with the process.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-browser-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function copyOf(folder) {
  const copy = join(scratch(), 'data')
  cpSync(folder, copy, { recursive: true })
  return copy
}
