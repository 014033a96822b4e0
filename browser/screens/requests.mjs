import { screen } from '../lib/screen.mjs'

const at = (stage) => async (scenes) => (await scenes.at(stage)).request
const BOTH = ['agent', 'colleague']
const shows = (name, stage, roles = BOTH) => screen(name, '/requests/{id}', roles, at(stage))

/** What the lead is asked to decide about first, because a clock ran out. */
async function late(scenes) {
  const { items } = await scenes.house.get('lead', '/decisions?limit=50')
  return items.find((one) => one.late).request
}

export const requests = [
  shows('Request, draft', 'draft', ['agent']),
  shows('Request, sent', 'sent'),
  shows('Request, acknowledged', 'acknowledged'),
  shows('Request, read back', 'readBack'),
  shows('Request, corrected', 'corrected'),
  shows('Request, in progress', 'inProgress'),
  shows('Request, with a question', 'clarifying'),
  shows('Request, with a proposal', 'countered'),
  shows('Request, waiting', 'waiting'),
  shows('Request, delivered', 'delivered'),
  shows('Request, verified', 'verified'),
  shows('Request, declined', 'declined', ['agent']),
  shows('Request, escalated', 'escalated', ['agent', 'lead']),
  screen('Request, with a clock that ran out', '/requests/{id}', ['lead'], late),
  shows('Request, disputed', 'disputed', ['agent', 'lead']),
  shows('Request, heard', 'heard', ['lead']),
  shows('Request, ruled on', 'ruled', ['agent', 'colleague']),
  shows('Request, withdrawn', 'withdrawn', ['colleague']),
  shows('Notice', 'notice', ['colleague']),
  screen('Why it is due then', '/requests/{id}/clocks', BOTH, at('waiting')),
  screen('Why it was late', '/requests/{id}/clocks', ['lead'], async (scenes) => (await scenes.excused()).request),
].flat()
