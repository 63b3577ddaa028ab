// Text that is typed but not yet saved: committed after a pause, carried over a refresh by this tab's drawer, and, where
// the draft is kept and the server is the hardened one, put by there when the page is hidden or left. Nothing happens
// while an input method is composing, and no form is ever submitted.
const TYPED = "bank-negotiation-workbook-typed"
const GONE = "bank-negotiation-workbook-left"
const PAUSE = 1500
const SETTLE = 500
const TAKEN_AFTER = 700
const TAKEN_AFTER_A_DROP = 3e3
const SENDINGS = 3
const ARRIVES = 1500
const YOUNG = 10e3
const MINUTE = 60e3
const IN_TOUCH = "CONNECTED"

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

function typing() {
  window.__workbookTyping = window.__workbookTyping || {
    composing: false,
    timer: 0,
    left: 0,
    puts: false,
    forgetting: new Set(),
    cameBack: 0,
    looking: 0,
    was: new WeakMap(),
    sent: {},
    page: [...crypto.getRandomValues(new Uint8Array(9))].map((one) => one.toString(16).padStart(2, "0")).join(""),
  }
  return window.__workbookTyping
}

// What is told of a field: the text, what stood there before, and what was committed in between: that may be saved.
function told(entry) {
  return [entry.value, entry.was, ...(entry.since || [])]
}

// What this tab holds of each field. From now on the page knows it too.
export function typedSoFar() {
  const typed = readTyped()
  for (const entry of Object.values(typed)) entry.told = true
  writeTyped(typed)
  return Object.fromEntries(Object.entries(typed).map(([field, entry]) => [field, told(entry)]))
}

function boxOf(field) {
  return document.querySelector(`.st-key-${CSS.escape(field)}`)
}

function inputOf(field) {
  const box = boxOf(field)
  return box && box.querySelector("input, textarea")
}

function stands(field, entry) {
  const input = inputOf(field)
  return Boolean(input) && input.value === entry.value
}

// Fields that were typed into and are on the page no more, when somebody went back for instance, or that were drawn
// anew with what stood there before, when the connection came back: told once.
export function leftBehind() {
  const state = typing()
  const typed = readTyped()
  const cameBack = Date.now() - state.cameBack < YOUNG && !state.composing
  const isGone = (field) => !boxOf(field) || (cameBack && !stands(field, typed[field]))
  const gone = Object.keys(typed).filter((field) => !typed[field].committed && !typed[field].told && isGone(field))
  const found = Object.fromEntries(gone.map((field) => [field, told(typed[field])]))
  for (const field of gone) typed[field] = { ...typed[field], committed: Date.now() }
  if (gone.length) writeTyped(typed)
  return found
}

export function forgetTyped() {
  takeBack(...Object.keys(typing().sent))
  writeTyped({})
  localStorage.removeItem(GONE)
}

// What was committed before the last word of the server, and is safe now. A commit may have been on its way just then:
// only when nothing has begun to run since is it certain. When the connection has dropped meanwhile, it never is.
export function forgetCommitted(heard = Date.now()) {
  const state = typing()
  const safe = ([field, entry]) =>
    (entry.committed && entry.committed < heard && !undone(field, entry)) || (entry.told && stands(field, entry))
  // What a new server drew first may still come up after what it heard since.
  const wait = Date.now() - state.cameBack < YOUNG ? TAKEN_AFTER_A_DROP : TAKEN_AFTER
  // Each word of the server is waited for by itself: who goes on quickly does not put off what was safe before.
  const timer = setTimeout(() => {
    state.forgetting.delete(timer)
    const app = document.querySelector('[data-testid="stApp"]')
    if (app && app.dataset.testConnectionState !== IN_TOUCH) return
    if (app && app.dataset.testScriptState !== "notRunning") return forgetCommitted(heard)
    const typed = readTyped()
    const back = Object.entries(typed).filter(([field, entry]) => entry.committed && undone(field, entry))
    if (back.some(([, entry]) => !entry.again)) return sendAgain()
    for (const [field, entry] of back) putBack(field, entry)
    if (back.length) return
    const done = Object.entries(typed).filter(safe).map(([field]) => field)
    takeBack(...done)
    writeTyped(Object.fromEntries(Object.entries(typed).filter(([field]) => !done.includes(field))))
  }, wait)
  state.forgetting.add(timer)
}

// An amount in one way of writing: a server that draws the field anew writes 12,000 where 1.2万 was typed.
function bare(text) {
  const plain = text.normalize("NFKC").replace(/[,，¥\s]/g, "")
  const [, digits, size] = /^(-?\d+(?:\.\d+)?)(万|亿)?$/.exec(plain) || []
  return digits ? String(Math.round(digits * { 万: 1e6, 亿: 1e10 }[size] || digits * 100)) : plain
}

// A commit may be the first thing a new server hears of this page; it then draws the field as it was kept. It is told
// once more; and should the field be drawn as it was kept after that, since the drawing was on its way, put back.
function undone(field, entry) {
  const input = inputOf(field)
  return (entry.again || 0) < SENDINGS && Boolean(input) && isOlder(input.value, entry)
}

// Whether a field shows what stood there before this text, or what was committed on the way to it.
function isOlder(shown, entry) {
  const before = [entry.was, ...(entry.since || [])].map(bare)
  return before.includes(bare(shown)) && bare(entry.value) !== bare(shown)
}

export function keepCommitted() {
  typing().forgetting.forEach(clearTimeout)
  typing().forgetting.clear()
}

// Whether typed text may be put by on the server: only beside a draft the person keeps there.
export function mayPutBy(allowed) {
  typing().puts = Boolean(allowed)
}

function tellServer(body) {
  const headers = { "Content-Type": "application/json", "X-Requested-With": "workbook" }
  fetch("/api/pending", { method: "POST", keepalive: true, headers, body: JSON.stringify(body) }).catch(() => {})
}

function putBy() {
  const state = typing()
  if (!state.puts) return
  for (const [field, entry] of Object.entries(readTyped())) {
    if (state.sent[field] && state.sent[field].text === entry.value) continue
    const page = state.sent[field] ? state.sent[field].page : `${state.page}-${Object.keys(state.sent).length}`
    state.sent[field] = { page, text: entry.value }
    tellServer({ page, field, text: entry.value, was: entry.was })
  }
}

function takeBack(...fields) {
  const state = typing()
  for (const field of fields.filter((one) => state.sent[one])) {
    tellServer({ page: state.sent[field].page, text: null })
    delete state.sent[field]
  }
}

// A closed page's last words may reach the server after the next page looked for them. So it notes, without any of the
// text, under which names it sent them; the next page asks for these until they are there.
function leave() {
  putBy()
  const pages = Object.values(typing().sent).map((sent) => sent.page)
  if (!pages.length) return
  try {
    localStorage.setItem(GONE, JSON.stringify({ at: Date.now(), pages }))
  } catch (error) {
    // A closed drawer: the text is found at the next opening all the same.
  }
}

function pagesOf(note) {
  const found = JSON.parse(note || "null")
  localStorage.removeItem(GONE)
  return found && Date.now() - found.at < MINUTE ? found.pages : []
}

export function lastWords() {
  return pagesOf(localStorage.getItem(GONE))
}

export function lookAgain() {
  const state = typing()
  if (state.looking) return
  state.looking = setTimeout(() => {
    state.looking = 0
    state.say("again", { at: Date.now(), pages: [] })
  }, ARRIVES)
}

// A field is shut while nobody listens, and what stood in it by then was sent to nobody. It is sent as soon as the
// connection is there again.
function sendAgain() {
  const typed = readTyped()
  typing().cameBack = Date.now()
  for (const [field, entry] of Object.entries(typed)) {
    writeTyped({ ...readTyped(), [field]: { ...entry, committed: 0, again: 1 } })
    if (stands(field, entry)) leaveField(inputOf(field))
  }
  typing().say("again", { at: Date.now(), pages: [] })
}

// A field is left, and so committed, unless somebody is in it.
function leaveField(input) {
  if (document.activeElement !== input) input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }))
}

function fill(input, text) {
  const kind = input.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(input, text)
  input.dispatchEvent(new Event("input", { bubbles: true }))
}

function putBack(field, entry) {
  const input = inputOf(field)
  if (typing().composing || input.disabled) return
  fill(input, entry.value)
  writeTyped({ ...readTyped(), [field]: { ...readTyped()[field], again: entry.again + 1 } })
  leaveField(input)
}

function watchTouch() {
  let lost = false
  new MutationObserver(() => {
    const app = document.querySelector('[data-testid="stApp"]')
    const touch = Boolean(app) && app.dataset.testConnectionState === IN_TOUCH
    if (touch && lost) {
      // It may be another server that listens now: it has to draw the page before the first answer reaches it.
      if (!Object.keys(readTyped()).length) typing().say("again", { at: Date.now(), pages: [] })
      setTimeout(() => Object.keys(readTyped()).length && sendAgain(), SETTLE)
    }
    if (!touch) keepCommitted()
    lost = !touch
  }).observe(document.body, { subtree: true, attributeFilter: ["data-test-connection-state"] })
}

function watchLeaving() {
  const begun = Date.now()
  window.addEventListener("pagehide", leave)
  window.addEventListener("storage", (event) => {
    // The page before this one was slow to close.
    if (event.key !== GONE || !event.newValue || Date.now() - begun > YOUNG) return
    const pages = pagesOf(event.newValue)
    setTimeout(() => typing().say("again", { at: Date.now(), pages }), ARRIVES)
  })
}

// A new server draws a field as it was kept, and puts in what was typed a moment later. Who goes on typing in between
// goes on in their own text: it stands there again before the next sign goes in.
function standAgain(event) {
  const field = fieldOf(event.target)
  const entry = field && readTyped()[field]
  if (!entry || typing().composing || !isOlder(event.target.value, entry)) return
  const takesSign = event.type === "beforeinput" && event.cancelable
  // The browser would put the sign in, but the caret where it was in the older text: the next would come before it.
  if (takesSign) event.preventDefault()
  fill(event.target, entry.value + ((takesSign && event.data) || ""))
}

export function watchTyping(say) {
  const state = typing()
  state.say = say
  if (state.watching) return
  state.watching = true
  const commit = (target) => {
    // Who has left the field has committed it already; a late event would only disturb what they do now.
    if (state.composing || document.activeElement !== target) return
    target.dispatchEvent(new FocusEvent("focusout", { bubbles: true }))
  }
  document.addEventListener("compositionstart", () => (state.composing = true), true)
  document.addEventListener("compositionend", () => (state.composing = false), true)
  document.addEventListener("focusin", (event) => fieldOf(event.target) && state.was.set(event.target, event.target.value), true)
  // The key comes before an input method begins to compose; where there is none, the sign is told before it goes in.
  document.addEventListener("keydown", standAgain, true)
  document.addEventListener("beforeinput", standAgain, true)
  document.addEventListener(
    "input",
    (event) => {
      const field = fieldOf(event.target)
      if (!field) return
      const typed = readTyped()
      // What stood there before the first of it: what was committed since is not known to be saved.
      const known = typed[field] && !typed[field].told
      const was = known ? typed[field].was : state.was.get(event.target) || ""
      const since = known ? [...(typed[field].since || []), ...(typed[field].committed ? [typed[field].value] : [])] : []
      writeTyped({ ...typed, [field]: { value: event.target.value, was, since, committed: 0 } })
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
      // A field that was shut under somebody's hands is left as well, but nothing is committed by that.
      if (!field || !typed[field] || typed[field].committed || event.target.disabled) return
      if (typed[field].value === typed[field].was) delete typed[field]
      else typed[field].committed = Date.now()
      state.was.set(event.target, event.target.value)
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
  watchLeaving()
  watchTouch()
  document.addEventListener("visibilitychange", () => {
    // A hidden page may never come back. Who comes back to it goes on typing there: nothing is left over then.
    if (document.visibilityState === "hidden") putBy()
    else takeBack(...Object.keys(state.sent))
  })
}
