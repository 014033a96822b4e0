import { form, screen } from '../lib/screen.mjs'

const whole = () => 'organisation'
const department = async (scenes) => (await scenes.directory()).department

export const serviceLevels = [
  screen('Service levels', '/service-levels', ['administrator', 'lead', 'agent']),
  screen('Service levels, first day', '/service-levels', ['first']),
  screen('Service level', '/service-levels/{id}', ['administrator', 'agent'], whole),
  screen('What customers are promised', '/service-levels/{id}/version/new', ['administrator'], whole),
  form('What a department promises', '/service-levels/{id}/version/new', ['administrator'], department),
  screen('End a service level', '/service-levels/{id}/ending/new', ['administrator'], whole),
].flat()
