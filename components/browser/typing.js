// Text that is typed but not yet committed: committed after a pause, carried over a refresh, never lost to a quick tap
// on a link. Nothing happens while an input method is composing, and no form is ever submitted.
const TYPED = "bank-negotiation-workbook-typed"
const PAUSE = 1500
const SETTLE = 500

function fieldOf(target) {
  if (!target || !target.matches || !target.matches("input:not([type=checkbox]):not([type=radio]):not([role=combobox]), textarea")) return null
  const box = target.closest('[class*="st-key-answer-"]')
  if (!box) return null
  return [...box.classList].find((name) => name.startsWith("st-key-answer-")).slice("st-key-".length)
}

function readTyped() {
  try {
    return JSON.parse(sessionStorage.getItem(TYPED) || "{}")
  } catch (error) {
    return {}
  }
}

function writeTyped(typed) {
  try {
    if (Object.keys(typed).length) sessionStorage.setItem(TYPED, JSON.stringify(typed))
    else sessionStorage.removeItem(TYPED)
  } catch (error) {
    // A full or closed drawer: the field itself still holds the text.
  }
}

export function typedSoFar() {
  return Object.fromEntries(Object.entries(readTyped()).map(([field, entry]) => [field, entry.value]))
}

export function forgetTyped() {
  writeTyped({})
}

export function forgetCommitted() {
  writeTyped(Object.fromEntries(Object.entries(readTyped()).filter(([, entry]) => !entry.committed)))
}

export function watchTyping() {
  if (window.__workbookTyping) return
  const state = (window.__workbookTyping = { composing: false, timer: 0, left: 0 })
  const commit = (target) => {
    // Who has left the field has committed it already; a late event would only disturb what they do now.
    if (state.composing || document.activeElement !== target) return
    target.dispatchEvent(new FocusEvent("focusout", { bubbles: true }))
  }
  document.addEventListener("compositionstart", () => (state.composing = true), true)
  document.addEventListener("compositionend", () => (state.composing = false), true)
  document.addEventListener(
    "input",
    (event) => {
      const field = fieldOf(event.target)
      if (!field) return
      writeTyped({ ...readTyped(), [field]: { value: event.target.value, committed: false } })
      clearTimeout(state.timer)
      state.timer = setTimeout(() => commit(event.target), PAUSE)
    },
    true,
  )
  document.addEventListener(
    "focusout",
    (event) => {
      const field = fieldOf(event.target)
      const typed = readTyped()
      if (!field || !typed[field] || typed[field].committed) return
      typed[field].committed = true
      writeTyped(typed)
      state.left = Date.now()
    },
    true,
  )
  // A link tapped in the same breath as leaving a field would overtake the answer: let the answer go first.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest && event.target.closest('a[data-testid="stPageLink-NavLink"]')
      const wait = state.left + SETTLE - Date.now()
      if (!link || wait <= 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setTimeout(() => link.click(), wait)
    },
    true,
  )
}
