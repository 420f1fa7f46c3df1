import { afterAll, beforeAll } from 'vitest'
import { closeBrowser, openBrowser } from './people'

// The stories follow each other as they would in a new district, and each builds on what the ones before have made.
beforeAll(openBrowser)
afterAll(closeBrowser)

import './stories/opening'
import './stories/imports'
import './stories/territory'
import './stories/map'
import './stories/order'
import './stories/again'
import './stories/window'
import './stories/menu'
import './stories/readers'
import './stories/keys'
import './stories/audit'
import './stories/factor'
