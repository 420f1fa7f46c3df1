import { afterAll, beforeAll } from 'vitest'
import { closeBrowser, openBrowser } from './people'

// Phone, wall and public door with the people of the demo; these stories need none of the others.
beforeAll(openBrowser)
afterAll(closeBrowser)

import './stories/effort'
import './stories/elder'
import './stories/offline'
import './stories/section'
import './stories/visitor'
import './stories/screen'
import './stories/care'
import './stories/notice'
import './stories/view'
import './stories/setting'
