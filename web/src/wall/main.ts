import { createApp } from 'vue'
import { speak, t } from '@/shared/i18n'
import { preferences } from '@/shared/preferences'
import '@/shared/tokens.css'
import '@/shared/messages'
import './messages'
import './wall.css'
import App from './App.vue'

// The wall is dark whatever the reader's own pages look like; only the language is shared.
void speak(preferences.language)
const app = createApp(App)
app.config.globalProperties.$t = t
app.mount('#app')
